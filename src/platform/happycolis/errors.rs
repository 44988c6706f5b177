//! What a HappyColis error means (HappyColis contract, section 7).

use crate::platform::graphql::GraphqlError;
use crate::platform::{Cause, Refusal};

/// One error of a GraphQL answer, as a refusal.
pub fn judge(error: &GraphqlError, status: u16) -> Refusal {
    error.refusal(cause(error), status)
}

fn cause(error: &GraphqlError) -> Cause {
    let code = error.code().unwrap_or_default();
    let text = error.text();
    let lower = text.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if let Some(cause) = error.common_cause() {
        return cause;
    }
    if code == "UNAUTHORIZED" {
        return Cause::Token;
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
