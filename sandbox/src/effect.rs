//! What each fault does to an answer.

use std::time::Duration;

use axum::{
    body::{Bytes, to_bytes},
    http::{HeaderName, HeaderValue, StatusCode, header::CONTENT_LENGTH, response::Parts},
    response::Response,
};
use serde_json::Value;

use crate::{
    alteration::Alteration,
    answer,
    call::Call,
    door::Platform,
    fault::{Effect, Stage},
};

/// Answers `call` as `platform` does, spoilt by `effect`.
pub(crate) async fn spoil<P: Platform>(
    platform: &P,
    call: &Call,
    stage: Stage,
    effect: Effect,
) -> Response {
    let waits = matches!(effect, Effect::Delay { .. } | Effect::Hold);
    if waits && stage == Stage::Before {
        pause(platform, &effect).await;
        return platform.answer(call).await;
    }
    let keeps_answer = waits
        || matches!(
            effect,
            Effect::Partial { .. } | Effect::Altered { .. } | Effect::RefuseCors
        );
    if !keeps_answer && stage == Stage::Before {
        return replacement(platform, effect);
    }
    let real = platform.answer(call).await;
    match effect {
        Effect::Delay { .. } | Effect::Hold => {
            pause(platform, &effect).await;
            real
        }
        Effect::Partial { errors } => with_errors(real, errors).await,
        Effect::Altered { at, change } => altered(real, &at, change).await,
        // The door leaves the CORS headers away.
        Effect::RefuseCors => real,
        other => replacement(platform, other),
    }
}

async fn pause<P: Platform>(platform: &P, effect: &Effect) {
    match effect {
        Effect::Delay { ms } => tokio::time::sleep(Duration::from_millis(*ms)).await,
        _ => platform.faults().gate.hold().await,
    }
}

/// The answer that stands in the place of the real one.
fn replacement<P: Platform>(platform: &P, effect: Effect) -> Response {
    match effect {
        Effect::Answer {
            status,
            headers,
            body,
        } => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let mut response = match body {
                None => answer::empty(status),
                Some(Value::String(text)) => {
                    answer::text(status, "text/plain; charset=utf-8", text)
                }
                Some(json) => answer::json(status, &json),
            };
            for (name, value) in headers {
                if let (Ok(name), Ok(value)) =
                    (name.parse::<HeaderName>(), value.parse::<HeaderValue>())
                {
                    response.headers_mut().insert(name, value);
                }
            }
            response
        }
        Effect::Drop => answer::dropped(),
        Effect::MalformedJson => {
            answer::text(StatusCode::OK, "application/json", "{\"data\":{\"inte")
        }
        Effect::HtmlError => answer::text(
            StatusCode::INTERNAL_SERVER_ERROR,
            "text/html; charset=utf-8",
            "<!doctype html><title>500</title><h1>Internal Server Error</h1>",
        ),
        Effect::RateLimited { retry_after } => platform.rate_limited(retry_after),
        Effect::Oversized { bytes } => answer::text(
            StatusCode::OK,
            "application/json",
            format!("{{\"data\":null,\"padding\":\"{}\"}}", "x".repeat(bytes)),
        ),
        Effect::EmptyBody
        | Effect::Delay { .. }
        | Effect::Hold
        | Effect::Partial { .. }
        | Effect::Altered { .. }
        | Effect::RefuseCors => answer::empty(StatusCode::OK),
    }
}

/// Puts `errors` beside the `data` of a JSON answer; any other answer stays as it is.
async fn with_errors(real: Response, errors: Vec<Value>) -> Response {
    let (parts, bytes) = taken_apart(real).await;
    let Ok(Value::Object(mut object)) = serde_json::from_slice(&bytes) else {
        return Response::from_parts(parts, bytes.into());
    };
    object.insert("errors".to_owned(), Value::Array(errors));
    with_body(parts, &Value::Object(object))
}

/// Changes one place of a JSON answer.
async fn altered(real: Response, at: &str, change: Alteration) -> Response {
    let (parts, bytes) = taken_apart(real).await;
    let json = serde_json::from_slice::<Value>(&bytes).ok();
    match json.and_then(|json| change.apply(json, at)) {
        Some(json) => with_body(parts, &json),
        None => answer::text(
            StatusCode::INTERNAL_SERVER_ERROR,
            "text/plain; charset=utf-8",
            format!("The sandbox found no {at} in its answer."),
        ),
    }
}

async fn taken_apart(real: Response) -> (Parts, Bytes) {
    let (parts, body) = real.into_parts();
    (parts, to_bytes(body, usize::MAX).await.unwrap_or_default())
}

/// The same answer with another body.
fn with_body(mut parts: Parts, body: &Value) -> Response {
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, body.to_string().into())
}
