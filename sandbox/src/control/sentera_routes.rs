//! The controls of Sentera over HTTP, below `/sandbox/sentera`.

use axum::{
    Json, Router,
    extract::{Query, State},
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;

use super::{
    Control, platform_routes,
    routes::{answer_with, outcome},
};
use crate::sentera::{Event, EventStatus, EventType};

pub(super) fn routes() -> Router<Control> {
    platform_routes::routes(|control| &control.sentera)
        .route("/sdl", get(sdl))
        .route("/subscriptions", get(subscriptions))
        .route("/events", get(events))
        .route("/seed", post(seed))
        .route("/clear", post(clear))
        .route("/insert", post(insert))
        .route("/remove", post(remove))
        .route("/change", post(change))
        .route("/record", post(record))
        .route("/expire", post(expire))
        .route("/fire", post(fire))
        .route("/settle", post(settle))
}

#[derive(Deserialize)]
struct OfOrganization {
    organization: String,
}

#[derive(Deserialize)]
struct OfSubscription {
    id: String,
}

#[derive(Deserialize)]
struct Seed {
    organization: String,
    count: usize,
}

#[derive(Deserialize)]
struct Insert {
    organization: String,
    callback_url: String,
    event_types: Vec<EventType>,
}

#[derive(Deserialize)]
struct Change {
    id: String,
    callback_url: Option<String>,
    event_types: Option<Vec<EventType>>,
}

#[derive(Deserialize)]
struct Record {
    id: String,
    #[serde(rename = "type")]
    kind: EventType,
    status: EventStatus,
    attempts: i32,
}

#[derive(Deserialize)]
struct Expire {
    token: String,
}

#[derive(Deserialize)]
struct Fire {
    organization: String,
    #[serde(rename = "type")]
    kind: EventType,
}

async fn sdl(State(control): State<Control>) -> String {
    control.sentera.sdl()
}

async fn subscriptions(
    State(control): State<Control>,
    Query(of): Query<OfOrganization>,
) -> Response {
    answer_with(control.sentera.subscriptions(&of.organization))
}

async fn events(
    State(control): State<Control>,
    Query(of): Query<OfSubscription>,
) -> Json<Vec<Event>> {
    Json(control.sentera.events(&of.id))
}

async fn seed(State(control): State<Control>, Json(seed): Json<Seed>) -> Response {
    outcome(control.sentera.seed(&seed.organization, seed.count))
}

async fn clear(State(control): State<Control>, Json(of): Json<OfOrganization>) -> Response {
    outcome(control.sentera.clear(&of.organization))
}

async fn insert(State(control): State<Control>, Json(new): Json<Insert>) -> Response {
    let inserted = control
        .sentera
        .insert(&new.organization, &new.callback_url, &new.event_types);
    answer_with(inserted)
}

async fn remove(State(control): State<Control>, Json(of): Json<OfSubscription>) -> Response {
    answer_with(control.sentera.remove(&of.id))
}

/// Changes what the body names and leaves the rest.
async fn change(State(control): State<Control>, Json(change): Json<Change>) -> Response {
    let changed = control.sentera.change(&change.id, |subscription| {
        if let Some(callback_url) = change.callback_url {
            subscription.callback_url = callback_url;
        }
        if let Some(event_types) = change.event_types {
            subscription.event_types = event_types;
        }
    });
    answer_with(changed)
}

async fn record(State(control): State<Control>, Json(new): Json<Record>) -> Response {
    let recorded = control
        .sentera
        .record(&new.id, new.kind, new.status, new.attempts);
    answer_with(recorded)
}

async fn expire(State(control): State<Control>, Json(expire): Json<Expire>) -> Response {
    outcome(control.sentera.expire(&expire.token))
}

/// Answers the events that are delivered; none where nothing is subscribed.
async fn fire(State(control): State<Control>, Json(fire): Json<Fire>) -> Response {
    answer_with(control.sentera.fire(&fire.organization, fire.kind))
}

async fn settle(State(control): State<Control>) -> StatusCode {
    control.sentera.settled().await;
    StatusCode::NO_CONTENT
}
