//! The body of a GraphQL answer, HappyColis contract, sections 7.2 and 12.2.

use async_graphql::{ErrorExtensionValues, PathSegment, Response, ServerError, Value};
use serde::Serialize;

use super::switches::NoData;

/// Names and values of `extensions`.
#[derive(Serialize)]
pub(crate) struct Extensions {
    code: &'static str,
}

/// One error as the contract shows it: no locations.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum ReplyError {
    /// Before execution, or of the whole call.
    Whole {
        message: String,
        extensions: Extensions,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        path: Vec<String>,
    },
    /// Of one field.
    Field {
        message: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        extensions: Option<ErrorExtensionValues>,
        path: Vec<PathSegment>,
    },
}

/// `data` and `errors`. Without `data` the call was not executed.
#[derive(Serialize)]
pub(crate) struct Reply {
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ReplyError>,
}

impl Reply {
    /// An answer to a call that was not executed.
    pub fn refused(code: &'static str, messages: impl IntoIterator<Item = String>) -> Self {
        let errors = messages.into_iter().map(|message| ReplyError::Whole {
            message,
            extensions: Extensions { code },
            path: Vec::new(),
        });
        Self {
            data: None,
            errors: errors.collect(),
        }
    }

    /// The other reading of a bad token: GraphQL answers it.
    pub fn unauthorized(first_key: Option<String>, no_data: NoData) -> Self {
        let data = match (no_data, &first_key) {
            (NoData::FieldNull, Some(key)) => null_field(key),
            _ => Value::Null,
        };
        let error = ReplyError::Whole {
            message: "Unauthorized".to_owned(),
            extensions: Extensions {
                code: "UNAUTHORIZED",
            },
            path: first_key.into_iter().collect(),
        };
        Self {
            data: Some(data),
            errors: vec![error],
        }
    }

    /// An answer to a call that was executed.
    pub fn executed(response: Response, no_data: NoData) -> Self {
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
        let errors = response.errors.into_iter().map(|error| ReplyError::Field {
            message: error.message,
            extensions: error.extensions,
            path: error.path,
        });
        Self {
            data: Some(data),
            errors: errors.collect(),
        }
    }
}

/// Whether validation failed: an error of execution names its field.
pub(crate) fn failed_validation(errors: &[ServerError]) -> bool {
    errors.iter().any(|error| error.path.is_empty())
}

/// A message of the validator in the words that HappyColis's kind of server uses.
pub(crate) fn validation_message(error: ServerError) -> String {
    match error.message.strip_prefix("Unknown field ") {
        Some(rest) => format!("Cannot query field {rest}"),
        None => error.message,
    }
}

fn null_field(key: &str) -> Value {
    Value::Object(
        [(async_graphql::Name::new(key), Value::Null)]
            .into_iter()
            .collect(),
    )
}
