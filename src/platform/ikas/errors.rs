//! What an ikas error means (ikas contract, section 7).

use serde_json::Value;

use crate::platform::graphql::{self, Answer, GraphqlError, cause_of_status};
use crate::platform::{ApiError, Cause, Refusal, Reply};
use crate::subscription::Attribute;
use crate::subscription::json::print;
use crate::subscription::kept::optional_text;
use crate::validation::Field;

/// The code decides before the status, where a refusal has one; the token, the pace and ikas's own failures are told by the
/// status alone.
pub fn answer(reply: &Reply) -> Result<Answer, ApiError> {
    let by_code = matches!(reply.status, 400..=499) && !matches!(reply.status, 401 | 429);
    if by_code
        && let Ok(mut answer) = Answer::read(reply)
        && !answer.errors.is_empty()
    {
        answer.data = None;
        return Ok(answer);
    }
    graphql::answer(reply)
}

/// One error of a GraphQL answer, as a refusal.
pub fn judge(error: &GraphqlError, status: u16) -> Refusal {
    let fields = fields(error);
    let cause = cause(error, status, !fields.is_empty());
    let mut refusal = error.refusal(cause, status);
    refusal.fields = fields;
    // Which permission is wanted is told in numbers that no page explains: they are shown as they came (section 10).
    for name in ["deniedBy", "requiredFeatures"] {
        if let Some(value) = error.extensions.get(name) {
            refusal.message = format!("{} · {name}: {}", refusal.message, print(value));
        }
    }
    refusal
}

fn cause(error: &GraphqlError, status: u16, has_fields: bool) -> Cause {
    let message = error.message.to_ascii_lowercase();
    // Without a code the message can be one.
    match error.code().unwrap_or(&error.message) {
        "LOGIN_REQUIRED" | "UNAUTHENTICATED" => Cause::Token,
        "UNAUTHORIZED" if error.extensions.get("deniedBy").is_some() => {
            Cause::Scope { scope: None }
        }
        "INVALID_SCOPE" | "error_messages.public.webhook.invalid_scope" => Cause::Event,
        "ARGUMENT_VALIDATION_ERROR" if has_fields => Cause::Fields,
        "ARGUMENT_VALIDATION_ERROR" if message.contains("endpoint") || message.contains("url") => {
            Cause::Endpoint
        }
        "APP_NOT_FOUND" => Cause::App,
        _ => error
            .common_cause()
            .or(cause_of_status(status))
            .unwrap_or(Cause::Other),
    }
}

/// The fields that a validation error names, each with its broken rules (section 11.2; the shape is not documented).
fn fields(error: &GraphqlError) -> Vec<(Field, String)> {
    let faults = error.extensions.get("validationErrors");
    let faults = faults.and_then(Value::as_array).into_iter().flatten();
    let field = |fault: &Value| {
        let field = match optional_text(fault, "property")?.as_str() {
            "endpoint" => Field::Endpoint,
            "scopes" => Field::Events,
            "salesChannelIds" => Field::Attribute(Attribute::SalesChannels),
            _ => return None,
        };
        let rules = fault.get("constraints").and_then(Value::as_object);
        let rules = rules.into_iter().flat_map(|rules| rules.values());
        let words: Vec<&str> = rules.filter_map(Value::as_str).collect();
        let words = if words.is_empty() {
            error.message.clone()
        } else {
            words.join(" · ")
        };
        Some((field, words))
    };
    faults.filter_map(field).collect()
}
