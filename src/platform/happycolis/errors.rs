//! What a HappyColis error means (HappyColis contract, section 7).

use crate::platform::graphql::{Answer, GraphqlError};
use crate::platform::{ApiError, Cause, Refusal, Reply};
use crate::subscription::json;

/// Reads the HTTP status first (section 7.5, step 1), then hands on a GraphQL answer, which can still hold errors.
pub fn answer(reply: &Reply) -> Result<Answer, ApiError> {
    let cause = match reply.status {
        200..=299 => return Answer::read(reply),
        401 => Cause::Token,
        429 => Cause::RateLimit {
            retry_after: reply.retry_after,
        },
        // Section 7.1: malformed JSON or GraphQL, so nothing was executed.
        400 => Cause::Schema,
        403 => Cause::Other,
        404 => Cause::NotFound,
        500.. => Cause::Server,
        _ => Cause::Other,
    };
    let told = Told::read(&reply.body);
    Err(ApiError::Refused(Refusal {
        cause,
        status: reply.status,
        code: told.code,
        message: told.message,
    }))
}

/// What the body of an HTTP error says of itself, where it is JSON: `message`, or the first GraphQL error.
#[derive(Default)]
struct Told {
    code: Option<String>,
    message: String,
}

impl Told {
    fn read(body: &str) -> Self {
        let Ok(value) = json::parse(body) else {
            return Self::default();
        };
        let first = value
            .get("errors")
            .and_then(|errors| errors.get(0))
            .unwrap_or(&value);
        let error = GraphqlError::read(first);
        Self {
            code: error.code().map(str::to_owned),
            message: error.text().to_owned(),
        }
    }
}

/// The first error of a GraphQL answer, as a refusal.
pub fn refusal(error: &GraphqlError, status: u16) -> Refusal {
    Refusal {
        cause: cause(error),
        status,
        code: error.code().map(str::to_owned),
        message: error.text().to_owned(),
    }
}

fn cause(error: &GraphqlError) -> Cause {
    let code = error.code().unwrap_or_default();
    let text = error.text();
    let lower = text.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    match code {
        "UNAUTHORIZED" | "UNAUTHENTICATED" => return Cause::Token,
        "INTERNAL_SERVER_ERROR" => return Cause::Server,
        "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED" => return Cause::Schema,
        _ => {}
    }
    if let Some(rest) = text.strip_prefix("Insufficient scope:") {
        let scope = rest.split_whitespace().next().map(str::to_owned);
        return Cause::Scope { scope };
    }
    match code {
        "INSUFFICIENT_SCOPE" => Cause::Scope { scope: None },
        "NOT_FOUND" => Cause::NotFound,
        "FORBIDDEN" if says(&["webhook not found"]) => Cause::NotFound,
        "FORBIDDEN" => Cause::OtherMode,
        _ if code.contains("CONFLICT") || code.contains("DUPLICATE") => Cause::Conflict,
        _ if says(&[
            "conflict",
            "duplicate",
            "already exists",
            "unique constraint",
        ]) =>
        {
            Cause::Conflict
        }
        _ if says(&["endpoint", "url"]) => Cause::Endpoint,
        _ if says(&["header"]) => Cause::Headers,
        _ if says(&["type"]) => Cause::Event,
        _ => Cause::Other,
    }
}
