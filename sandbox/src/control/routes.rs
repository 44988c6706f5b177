//! The control interface over HTTP: JSON in, JSON out, below `/sandbox`.

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;

use super::{Control, happycolis_routes};
use crate::{answer, received::Received};

/// All routes of the control interface.
pub(crate) fn routes(control: Control) -> Router {
    Router::new()
        .route("/reset", post(reset))
        .route("/received", get(received).delete(clear_received))
        .nest("/happycolis", happycolis_routes::routes())
        .layer(from_fn(only_json))
        .with_state(control)
}

/// Refuses a POST that is not JSON: a page of another origin can send other content types without
/// a preflight, and the preflight of this one is never granted.
async fn only_json(request: Request, next: Next) -> Response {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let json = content_type
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(';').next().map(str::trim) == Some("application/json"));
    if request.method() == Method::POST && !json {
        let body = json!({ "error": "Send the content type application/json." });
        return answer::json(StatusCode::UNSUPPORTED_MEDIA_TYPE, &body);
    }
    next.run(request).await
}

/// What a control answers when it has nothing to say, or when it refuses.
pub(super) fn outcome(result: Result<(), impl std::fmt::Display>) -> Response {
    match result {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refusal(error),
    }
}

/// A refusal with its sentence.
pub(super) fn refusal(error: impl std::fmt::Display) -> Response {
    answer::json(
        StatusCode::BAD_REQUEST,
        &json!({ "error": error.to_string() }),
    )
}

async fn reset(State(control): State<Control>) -> StatusCode {
    control.reset();
    StatusCode::NO_CONTENT
}

async fn received(State(control): State<Control>) -> Json<Vec<Received>> {
    Json(control.received())
}

async fn clear_received(State(control): State<Control>) -> StatusCode {
    control.clear_received();
    StatusCode::NO_CONTENT
}
