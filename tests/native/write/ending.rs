//! Every way in which a request can end without a confirmation.

use pegboard::platform::{ApiError, Cause, Refusal, Reply, TransportError, Unreadable};
use serde_json::{Value, json};

use super::script::Answer;
use crate::sample::reply;

pub const TRANSPORT: [TransportError; 8] = [
    TransportError::Offline,
    TransportError::Unreachable,
    TransportError::Blocked,
    TransportError::Hidden,
    TransportError::Policy,
    TransportError::Timeout { ms: 15_000 },
    TransportError::Broken,
    TransportError::Aborted,
];

/// Whether such an ending leaves it open that the write was carried out.
const fn leaves_open(error: TransportError) -> bool {
    !matches!(error, TransportError::Offline | TransportError::Policy)
}

fn error(code: &str, message: &str) -> Value {
    json!({ "data": null, "errors": [{ "message": message, "extensions": { "code": code } }] })
}

fn refused(cause: Cause, status: u16, code: Option<&str>, message: &str) -> ApiError {
    ApiError::from(Refusal {
        cause,
        status,
        code: code.map(str::to_owned),
        message: message.to_owned(),
        fields: Vec::new(),
    })
}

/// Endings after which it is open whether the write was carried out, each with what it is read as.
pub fn lost() -> Vec<(Answer, ApiError)> {
    let of_transport = TRANSPORT.into_iter().filter(|error| leaves_open(*error));
    let mut all: Vec<(Answer, ApiError)> = of_transport
        .map(|error| (Err(error), ApiError::Transport(error)))
        .collect();
    for status in [500, 502, 503, 504] {
        let server = refused(Cause::Server, status, None, "");
        all.push((Ok(reply(status, "<html>Bad gateway")), server));
    }
    for (body, what) in [
        ("", Unreadable::Empty),
        ("<html>Down", Unreadable::Html),
        ("{\"data\": {\"integ", Unreadable::NotJson),
        ("{}", Unreadable::NoResult),
        ("{\"data\": null}", Unreadable::NoResult),
        (
            "{\"data\": {\"integrationWebhookCreate\": null}}",
            Unreadable::NoResult,
        ),
        (
            "{\"data\": {\"anotherField\": {\"id\": \"a\"}}}",
            Unreadable::NoResult,
        ),
    ] {
        all.push((
            Ok(reply(200, body)),
            ApiError::Unreadable { status: 200, what },
        ));
    }
    let code = "INTERNAL_SERVER_ERROR";
    let failed = refused(Cause::Server, 200, Some(code), "boom");
    all.push((Ok(reply(200, error(code, "boom"))), failed));
    all
}

/// Endings after which it is certain that nothing was done.
pub fn certain() -> Vec<(Answer, ApiError)> {
    let of_transport = TRANSPORT.into_iter().filter(|error| !leaves_open(*error));
    let mut all: Vec<(Answer, ApiError)> = of_transport
        .map(|error| (Err(error), ApiError::Transport(error)))
        .collect();
    for (status, cause) in [
        (400, Cause::Schema),
        (401, Cause::Token),
        (403, Cause::Forbidden),
        (404, Cause::NotFound),
    ] {
        all.push((Ok(reply(status, "{}")), refused(cause, status, None, "")));
    }
    let slow = Reply {
        retry_after: Some(30),
        ..reply(429, "{}")
    };
    let cause = Cause::RateLimit {
        retry_after: Some(30),
    };
    all.push((Ok(slow), refused(cause, 429, None, "")));
    let scope = Cause::Scope {
        scope: Some("edit_integrations".to_owned()),
    };
    for (code, message, cause) in [
        ("UNAUTHORIZED", "Unauthorized", Cause::Token),
        (
            "FORBIDDEN",
            "Insufficient scope: edit_integrations required",
            scope,
        ),
        ("FORBIDDEN", "Forbidden resource", Cause::OtherMode),
        (
            "CONFLICT",
            "duplicate key value violates unique constraint",
            Cause::Conflict,
        ),
        (
            "BAD_USER_INPUT",
            "endPoint must be a valid URL",
            Cause::Endpoint,
        ),
        ("BAD_USER_INPUT", "type is required", Cause::Event),
        (
            "BAD_USER_INPUT",
            "headers must be a JSON object",
            Cause::Headers,
        ),
        (
            "GRAPHQL_VALIDATION_FAILED",
            "Cannot query field",
            Cause::Schema,
        ),
        ("SOMETHING_NEW", "No", Cause::Other),
    ] {
        let read = refused(cause, 200, Some(code), message);
        all.push((Ok(reply(200, error(code, message))), read));
    }
    all
}

/// Lists that cannot be read.
pub fn unreadable_lists() -> Vec<Answer> {
    let mut all: Vec<Answer> = TRANSPORT.into_iter().map(Err).collect();
    let bodies = [
        (200, ""),
        (200, "<html>"),
        (200, "{"),
        (200, "{\"data\": {\"integration\": null}}"),
        (200, "{\"data\": {\"integration\": {}}}"),
        (401, ""),
        (429, ""),
        (500, ""),
    ];
    all.extend(bodies.map(|(status, body)| Ok(reply(status, body))));
    all
}

pub fn list(webhooks: &Value) -> Answer {
    Ok(reply(
        200,
        json!({ "data": { "integration": { "webhooks": webhooks } } }),
    ))
}
