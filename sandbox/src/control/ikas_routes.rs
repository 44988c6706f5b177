//! The controls of ikas over HTTP, below `/sandbox/ikas`.

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
use crate::{
    OrderedJson,
    ikas::{APP, Version},
};

pub(super) fn routes() -> Router<Control> {
    platform_routes::routes(|control| &control.ikas)
        .route("/sdl", get(sdl))
        .route("/webhooks", get(webhooks))
        .route("/seed", post(seed))
        .route("/clear", post(clear))
        .route("/insert", post(insert))
        .route("/remove", post(remove))
        .route("/change", post(change))
        .route("/expire", post(expire))
        .route("/remove-app", post(remove_app))
        .route("/fire", post(fire))
        .route("/settle", post(settle))
}

/// The app of the demo, where none is named.
fn demo_app() -> String {
    APP.to_owned()
}

#[derive(Deserialize)]
struct OfVersion {
    version: Version,
}

#[derive(Deserialize)]
struct OfApp {
    #[serde(default = "demo_app")]
    app: String,
}

#[derive(Deserialize)]
struct Seed {
    #[serde(default = "demo_app")]
    app: String,
    count: usize,
}

#[derive(Deserialize)]
struct Insert {
    #[serde(default = "demo_app")]
    app: String,
    scope: String,
    endpoint: String,
}

#[derive(Deserialize)]
struct OfWebhook {
    id: String,
}

#[derive(Deserialize)]
struct Change {
    id: String,
    endpoint: Option<String>,
    deleted: Option<bool>,
}

#[derive(Deserialize)]
struct Expire {
    token: String,
}

#[derive(Deserialize)]
struct Fire {
    #[serde(default = "demo_app")]
    app: String,
    scope: String,
    data: OrderedJson,
}

async fn sdl(State(control): State<Control>, Query(of): Query<OfVersion>) -> String {
    control.ikas.sdl(of.version)
}

async fn webhooks(State(control): State<Control>, Query(of): Query<OfApp>) -> Response {
    answer_with(control.ikas.webhooks(&of.app))
}

async fn seed(State(control): State<Control>, Json(seed): Json<Seed>) -> Response {
    outcome(control.ikas.seed(&seed.app, seed.count))
}

async fn clear(State(control): State<Control>, Json(of): Json<OfApp>) -> Response {
    outcome(control.ikas.clear(&of.app))
}

async fn insert(State(control): State<Control>, Json(new): Json<Insert>) -> Response {
    answer_with(control.ikas.insert(&new.app, &new.scope, &new.endpoint))
}

async fn remove(State(control): State<Control>, Json(of): Json<OfWebhook>) -> Response {
    answer_with(control.ikas.remove(&of.id))
}

/// Changes what the body names and leaves the rest.
async fn change(State(control): State<Control>, Json(change): Json<Change>) -> Response {
    let changed = control.ikas.change(&change.id, |webhook| {
        if let Some(endpoint) = change.endpoint {
            webhook.endpoint = endpoint;
        }
        if let Some(deleted) = change.deleted {
            webhook.deleted = deleted;
        }
    });
    answer_with(changed)
}

async fn expire(State(control): State<Control>, Json(expire): Json<Expire>) -> Response {
    outcome(control.ikas.expire(&expire.token))
}

async fn remove_app(State(control): State<Control>, Json(of): Json<OfApp>) -> Response {
    outcome(control.ikas.remove_app(&of.app))
}

/// Answers the envelopes that are delivered; none where the scope is not registered.
async fn fire(State(control): State<Control>, Json(fire): Json<Fire>) -> Response {
    answer_with(control.ikas.fire(&fire.app, &fire.scope, &fire.data))
}

async fn settle(State(control): State<Control>) -> StatusCode {
    control.ikas.settled().await;
    StatusCode::NO_CONTENT
}
