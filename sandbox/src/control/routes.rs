//! The control interface over HTTP: JSON in, JSON out, below `/sandbox`.

use std::fmt::Display;

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::{Next, from_fn},
    response::Response,
    routing::{get, post},
};
use serde::Serialize;
use serde_json::json;

use super::{Control, commerce_layer_routes, happycolis_routes, ikas_routes, sentera_routes};
use crate::{
    answer,
    received::Received,
    receiver::{Delivered, ReceiverAnswer},
};

/// All routes of the control interface.
pub(crate) fn routes(control: Control) -> Router {
    Router::new()
        .route("/reset", post(reset))
        .route("/received", get(received).delete(clear_received))
        .route("/deliveries", get(deliveries).delete(clear_deliveries))
        .route("/deliveries/answer", post(set_receiver))
        .route("/deliveries/release", post(release_deliveries))
        .nest("/happycolis", happycolis_routes::routes())
        .nest("/ikas", ikas_routes::routes())
        .nest("/sentera", sentera_routes::routes())
        .nest("/commerce-layer", commerce_layer_routes::routes())
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

/// The answer of a control that has nothing to say: 204, or its refusal.
pub(super) fn outcome(result: Result<(), impl Display>) -> Response {
    match result {
        Ok(()) => answer::empty(StatusCode::NO_CONTENT),
        Err(error) => refusal(&error),
    }
}

/// The answer of a control that says something, or its refusal.
pub(super) fn answer_with(result: Result<impl Serialize, impl Display>) -> Response {
    match result {
        Ok(value) => answer::json(StatusCode::OK, &value),
        Err(error) => refusal(&error),
    }
}

fn refusal(error: &impl Display) -> Response {
    let body = json!({ "error": error.to_string() });
    answer::json(StatusCode::BAD_REQUEST, &body)
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

async fn deliveries(State(control): State<Control>) -> Json<Vec<Delivered>> {
    Json(control.deliveries())
}

async fn clear_deliveries(State(control): State<Control>) -> StatusCode {
    control.clear_deliveries();
    StatusCode::NO_CONTENT
}

async fn set_receiver(
    State(control): State<Control>,
    Json(answer): Json<ReceiverAnswer>,
) -> StatusCode {
    control.set_receiver(answer);
    StatusCode::NO_CONTENT
}

async fn release_deliveries(State(control): State<Control>) -> StatusCode {
    control.release_deliveries();
    StatusCode::NO_CONTENT
}
