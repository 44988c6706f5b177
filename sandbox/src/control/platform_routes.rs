//! The controls that every platform has, over HTTP, below `/sandbox/<platform>`.

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use serde_json::{Map, Value};

use super::{
    Control,
    platform::{PlatformControl, Switched},
    routes::outcome,
};
use crate::fault::Fault;

/// Switches, faults and the release of held calls, for the platform that `of` picks.
pub(super) fn routes<P: Switched>(of: fn(&Control) -> &PlatformControl<P>) -> Router<Control> {
    let faults = move |State(control): State<Control>| async move { Json(of(&control).faults()) };
    let queue_fault = move |State(control): State<Control>, Json(fault): Json<Fault>| async move {
        of(&control).queue_fault(fault);
        StatusCode::NO_CONTENT
    };
    let clear_faults = move |State(control): State<Control>| async move {
        of(&control).clear_faults();
        StatusCode::NO_CONTENT
    };
    let release = move |State(control): State<Control>| async move {
        of(&control).release();
        StatusCode::NO_CONTENT
    };
    let switches =
        move |State(control): State<Control>| async move { Json(of(&control).switches()) };
    let switch = move |State(control): State<Control>, Json(named): Json<Map<String, Value>>| async move {
        switch(of(&control), named)
    };
    Router::new()
        .route("/switches", get(switches).post(switch))
        .route(
            "/faults",
            get(faults).post(queue_fault).delete(clear_faults),
        )
        .route("/release", post(release))
}

/// Sets the switches that the body names and leaves the others.
fn switch<P: Switched>(control: &PlatformControl<P>, named: Map<String, Value>) -> Response {
    let merged = serde_json::to_value(control.switches()).and_then(|mut all| {
        if let Value::Object(all) = &mut all {
            all.extend(named);
        }
        serde_json::from_value::<P::Switches>(all)
    });
    outcome(merged.map(|merged| control.switch(|switches| *switches = merged)))
}
