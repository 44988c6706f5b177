//! What a Commerce Layer error means (Commerce Layer contract, section 8).

use serde_json::Value;

use super::ATTRIBUTES;
use crate::platform::graphql::cause_of_status;
use crate::platform::{ApiError, Cause, Refusal, Reply, Unreadable};
use crate::subscription::kept::optional_text;
use crate::validation::Field;

/// Reads a reply to its document, or to the refusal that stands in its place.
pub fn document(reply: &Reply) -> Result<Value, ApiError> {
    if !matches!(reply.status, 200..=299) {
        // Something between may answer with a web page: the status then says it all.
        return Err(refused(reply, reply.json().ok().as_ref()));
    }
    let document = reply.json()?;
    match (document.get("data"), document.get("errors")) {
        (None | Some(Value::Null), Some(_)) => Err(refused(reply, Some(&document))),
        (Some(_), _) => Ok(document),
        (None, None) => Err(reply.unreadable(Unreadable::NoResult)),
    }
}

fn refused(reply: &Reply, body: Option<&Value>) -> ApiError {
    let errors: &[Value] = match body.and_then(|body| body.get("errors")) {
        Some(Value::Array(errors)) => errors,
        // Section 0, point 1: one error can stand there without a list around it.
        Some(error) => std::slice::from_ref(error),
        None => &[],
    };
    let mut fields = Vec::new();
    let mut unplaced = Vec::new();
    for error in errors {
        match field(error) {
            Some(field) => fields.push((field, words(error))),
            None => unplaced.push(words(error)),
        }
    }
    unplaced.retain(|words| !words.is_empty());
    let code = errors.iter().find_map(|error| optional_text(error, "code"));
    let refusal = Refusal {
        cause: cause(reply, code.as_deref(), !fields.is_empty()),
        status: reply.status,
        code,
        message: unplaced.join(" · "),
        fields,
    };
    refusal.into()
}

/// The code decides before the status: both kinds of 401 differ in nothing else (section 0, point 4).
fn cause(reply: &Reply, code: Option<&str>, has_fields: bool) -> Cause {
    match (reply.status, code.unwrap_or_default()) {
        (500.., _) | (_, "INTERNAL_SERVER_ERROR") => Cause::Server,
        (_, "INVALID_TOKEN") => Cause::Token,
        (_, "UNAUTHORIZED") => Cause::Role,
        (401, _) => Cause::Token,
        (404, _) | (_, "RECORD_NOT_FOUND") => Cause::NotFound,
        (423, _) | (_, "LOCKED") => Cause::Locked,
        (429, _) | (_, "THROTTLED") => Cause::RateLimit {
            retry_after: reply.told_wait(),
        },
        _ if has_fields => Cause::Fields,
        (409, _) => Cause::NotUnique,
        (status, _) => cause_of_status(status).unwrap_or(Cause::Other),
    }
}

/// The field of the form that `source.pointer` names (section 8.3). `_disable` is none: a button sends it as well, where
/// there is no form.
fn field(error: &Value) -> Option<Field> {
    let pointer = error.get("source")?.get("pointer")?.as_str()?;
    let pointer = pointer.strip_prefix("/data/attributes/")?;
    let name = pointer.split('/').next()?;
    let mut attributes = ATTRIBUTES.into_iter();
    match name {
        "topic" => Some(Field::Events),
        "callback_url" => Some(Field::Endpoint),
        _ => attributes
            .find(|(_, known)| *known == name)
            .map(|(attribute, _)| Field::Attribute(attribute)),
    }
}

/// Title and detail; a detail that says the title once more stands alone.
fn words(error: &Value) -> String {
    let [title, detail] = ["title", "detail"].map(|name| optional_text(error, name));
    match (title, detail) {
        (Some(title), Some(detail)) if !detail.contains(&title) => format!("{title}: {detail}"),
        (title, detail) => detail.or(title).unwrap_or_default(),
    }
}
