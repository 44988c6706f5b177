//! The controls of Commerce Layer over HTTP, below `/sandbox/commerce-layer`.

use axum::{
    Json, Router,
    extract::{Query, State},
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    Control,
    commerce_layer::StoredWebhook,
    platform_routes,
    routes::{answer_with, outcome},
};
use crate::{OrderedJson, commerce_layer::Environment};

pub(super) fn routes() -> Router<Control> {
    platform_routes::routes(|control| &control.commerce_layer)
        .route("/webhooks", get(webhooks))
        .route("/seed", post(seed))
        .route("/clear", post(clear))
        .route("/insert", post(insert))
        .route("/remove", post(remove))
        .route("/change", post(change))
        .route("/set", post(set))
        .route("/lock", post(lock))
        .route("/expire", post(expire))
        .route("/fire", post(fire))
        .route("/settle", post(settle))
}

/// `test` where nothing is said.
#[derive(Deserialize)]
struct OfEnvironment {
    #[serde(default)]
    environment: Environment,
}

#[derive(Deserialize)]
struct Seed {
    #[serde(default)]
    environment: Environment,
    count: usize,
}

#[derive(Deserialize)]
struct Insert {
    #[serde(default)]
    environment: Environment,
    attributes: Map<String, Value>,
}

#[derive(Deserialize)]
struct OfWebhook {
    id: String,
}

#[derive(Deserialize)]
struct Change {
    id: String,
    attributes: Map<String, Value>,
}

#[derive(Deserialize)]
struct Set {
    id: String,
    #[serde(default)]
    attributes: Map<String, Value>,
    #[serde(default)]
    absent: Vec<String>,
}

#[derive(Deserialize)]
struct Expire {
    token: String,
}

#[derive(Deserialize)]
struct Fire {
    #[serde(default)]
    environment: Environment,
    topic: String,
    payload: OrderedJson,
}

async fn webhooks(
    State(control): State<Control>,
    Query(of): Query<OfEnvironment>,
) -> Json<Vec<StoredWebhook>> {
    Json(control.commerce_layer.webhooks(of.environment))
}

async fn seed(State(control): State<Control>, Json(seed): Json<Seed>) -> StatusCode {
    control.commerce_layer.seed(seed.environment, seed.count);
    StatusCode::NO_CONTENT
}

async fn clear(State(control): State<Control>, Json(of): Json<OfEnvironment>) -> StatusCode {
    control.commerce_layer.clear(of.environment);
    StatusCode::NO_CONTENT
}

async fn insert(State(control): State<Control>, Json(new): Json<Insert>) -> Json<StoredWebhook> {
    Json(
        control
            .commerce_layer
            .insert(new.environment, new.attributes),
    )
}

async fn remove(State(control): State<Control>, Json(of): Json<OfWebhook>) -> Response {
    answer_with(control.commerce_layer.remove(&of.id))
}

async fn change(State(control): State<Control>, Json(change): Json<Change>) -> Response {
    outcome(control.commerce_layer.change(&change.id, change.attributes))
}

async fn set(State(control): State<Control>, Json(set): Json<Set>) -> Response {
    let outcome_of = control
        .commerce_layer
        .set(&set.id, set.attributes, &set.absent);
    outcome(outcome_of)
}

async fn lock(State(control): State<Control>, Json(of): Json<OfWebhook>) -> Response {
    outcome(control.commerce_layer.lock(&of.id))
}

async fn expire(State(control): State<Control>, Json(expire): Json<Expire>) -> Response {
    outcome(control.commerce_layer.expire(&expire.token))
}

/// Answers the ids of the webhooks that are called.
async fn fire(State(control): State<Control>, Json(fire): Json<Fire>) -> Json<Vec<String>> {
    let called = control
        .commerce_layer
        .fire(fire.environment, &fire.topic, &fire.payload);
    Json(called)
}

async fn settle(State(control): State<Control>) -> StatusCode {
    control.commerce_layer.settled().await;
    StatusCode::NO_CONTENT
}
