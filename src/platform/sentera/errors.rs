//! What a Sentera error means. No body of one is published, so its words are always shown (Sentera contract, section 7).

use serde_json::Value;

use crate::platform::graphql::{self, Answer, GraphqlError};
use crate::platform::{ApiError, Cause, Refusal, Reply};
use crate::subscription::Attribute;
use crate::validation::Field;

/// What a message or a path says when it speaks of the endpoint or of the events: the argument, and the variable that
/// the console sends it in (section 7, rule 3).
const ENDPOINT: [&str; 2] = ["callback_url", "$url "];
const EVENTS: [&str; 3] = ["event_types", "$events ", "WebhookEventType"];

/// Reads an answer, or a lone `message` in its place (section 7, rule 2), which may have come after the deed.
pub fn answer(reply: &Reply) -> Result<Answer, ApiError> {
    graphql::answer(reply).map_err(|error| match (&error, reply.json()) {
        (ApiError::Unreadable { status, .. }, Ok(body))
            if body.get("message").is_some_and(Value::is_string) =>
        {
            GraphqlError::read(&body)
                .refusal(Cause::Server, *status)
                .into()
        }
        _ => error,
    })
}

/// One error of a GraphQL answer, as a refusal.
pub fn judge(error: &GraphqlError, status: u16) -> Refusal {
    let path: Vec<&str> = error
        .path
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let speaks_of = |names: &[&str]| {
        let spoken = |name: &&str| error.message.contains(*name) || path.contains(name);
        names.iter().any(spoken)
    };
    let cause = match (speaks_of(&ENDPOINT), speaks_of(&EVENTS)) {
        (true, true) => Cause::Fields,
        (true, false) => Cause::Endpoint,
        (false, true) => Cause::Event,
        (false, false) => cause(error),
    };
    let mut refusal = error.refusal(cause, status);
    if refusal.cause == Cause::Fields {
        refusal.fields = vec![
            (Field::Endpoint, error.message.clone()),
            (Field::Events, error.message.clone()),
        ];
    }
    if let Some(field) = authentication(&path) {
        refusal.cause = Cause::Fields;
        refusal.fields = vec![(field, error.message.clone())];
    }
    refusal
}

fn cause(error: &GraphqlError) -> Cause {
    let message = error.message.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    match error.code() {
        _ if let Some(cause) = error.common_cause() => cause,
        // As the library writes them that the names of Sentera's types suggest (section 11.2).
        Some(code) if code.starts_with("undefined") || code == "argumentNotAccepted" => {
            Cause::Schema
        }
        _ if says(&["not found"]) => Cause::NotFound,
        _ if says(&["unexpected error", "internal", "timeout", "timed out"]) => Cause::Server,
        _ => Cause::Other,
    }
}

/// The field of the callback authentication that a path ends in.
fn authentication(path: &[&str]) -> Option<Field> {
    let at = path.iter().position(|step| *step == "authentication")?;
    let name = path.get(at + 1)?;
    Some(Field::Attribute(Attribute::Authentication(
        (*name).to_owned(),
    )))
}
