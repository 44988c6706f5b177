//! The body of a GraphQL answer, HappyColis contract, sections 7.2 and 12.2: no locations.

use async_graphql::{PathSegment, Response, Value};

use super::switches::NoData;
use crate::graphql::{Reply, ReplyError, null_field};

/// An answer to a call that was not executed.
pub(super) fn refused(code: &'static str, messages: impl IntoIterator<Item = String>) -> Reply {
    let errors = messages.into_iter().map(ReplyError::new);
    Reply::refused(errors.map(|error| error.with("code", code)))
}

/// The other reading of a bad token: GraphQL answers it.
pub(super) fn unauthorized(first_key: Option<String>, no_data: NoData) -> Reply {
    let data = match (no_data, &first_key) {
        (NoData::FieldNull, Some(key)) => null_field(key),
        _ => Value::Null,
    };
    let error = ReplyError::new("Unauthorized").with("code", "UNAUTHORIZED");
    Reply {
        data: Some(data),
        errors: vec![error.at(first_key)],
    }
}

/// An answer to a call that was executed.
pub(super) fn executed(response: Response, no_data: NoData) -> Reply {
    let failed_field = response
        .errors
        .iter()
        .find_map(|error| match error.path.first() {
            Some(PathSegment::Field(name)) => Some(name.clone()),
            _ => None,
        });
    let data = match (response.data, no_data, failed_field) {
        (Value::Null, NoData::FieldNull, Some(field)) => null_field(&field),
        (data, _, _) => data,
    };
    let errors = response.errors.into_iter().map(ReplyError::from);
    Reply {
        data: Some(data),
        errors: errors.map(ReplyError::without_locations).collect(),
    }
}
