//! The controls of HappyColis over HTTP, below `/sandbox/happycolis`.

use axum::{
    Json, Router,
    extract::{Query, State},
    response::Response,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Control, platform_routes,
    routes::{answer_with, outcome},
};
use crate::OrderedJson;

pub(super) fn routes() -> Router<Control> {
    platform_routes::routes(|control| &control.happycolis)
        .route("/sdl", get(sdl))
        .route("/subscriptions", get(subscriptions))
        .route("/seed", post(seed))
        .route("/clear", post(clear))
        .route("/insert", post(insert))
        .route("/remove", post(remove))
        .route("/health", post(set_health))
        .route("/expire", post(expire))
        .route("/fire", post(fire))
        .route("/queue", get(queue))
        .route("/settle", post(settle))
        .route("/unblock", post(unblock))
}

/// Names an owner: the id of an integration or of an OAuth client.
#[derive(Deserialize)]
struct OfOwner {
    #[serde(alias = "integration")]
    owner: String,
}

#[derive(Deserialize)]
struct Seed {
    owner: String,
    count: usize,
}

#[derive(Deserialize)]
struct Insert {
    owner: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(rename = "endPoint")]
    end_point: String,
    #[serde(default)]
    headers: Option<Value>,
}

#[derive(Deserialize)]
struct OfSubscription {
    id: String,
}

#[derive(Deserialize)]
struct SetHealth {
    id: String,
    health: Option<String>,
}

#[derive(Deserialize)]
struct Expire {
    token: String,
}

#[derive(Deserialize)]
struct Fire {
    #[serde(alias = "integration")]
    owner: String,
    #[serde(rename = "type")]
    kind: String,
    body: OrderedJson,
}

async fn sdl(State(control): State<Control>) -> String {
    control.happycolis.sdl()
}

async fn subscriptions(State(control): State<Control>, Query(of): Query<OfOwner>) -> Response {
    answer_with(control.happycolis.subscriptions(&of.owner))
}

async fn seed(State(control): State<Control>, Json(seed): Json<Seed>) -> Response {
    outcome(control.happycolis.seed(&seed.owner, seed.count))
}

async fn clear(State(control): State<Control>, Json(of): Json<OfOwner>) -> Response {
    outcome(control.happycolis.clear(&of.owner))
}

async fn insert(State(control): State<Control>, Json(new): Json<Insert>) -> Response {
    let inserted = control
        .happycolis
        .insert(&new.owner, &new.kind, &new.end_point, new.headers);
    answer_with(inserted)
}

async fn remove(State(control): State<Control>, Json(of): Json<OfSubscription>) -> Response {
    answer_with(control.happycolis.remove(&of.id))
}

async fn set_health(State(control): State<Control>, Json(set): Json<SetHealth>) -> Response {
    outcome(
        control
            .happycolis
            .set_health(&set.id, set.health.as_deref()),
    )
}

async fn expire(State(control): State<Control>, Json(expire): Json<Expire>) -> Response {
    outcome(control.happycolis.expire(&expire.token))
}

/// Answers the header of the queued message, or null where nothing is subscribed.
async fn fire(State(control): State<Control>, Json(fire): Json<Fire>) -> Response {
    answer_with(control.happycolis.fire(&fire.owner, &fire.kind, fire.body))
}

async fn queue(State(control): State<Control>, Query(of): Query<OfOwner>) -> Response {
    answer_with(control.happycolis.queue(&of.owner))
}

async fn settle(State(control): State<Control>, Json(of): Json<OfOwner>) -> Response {
    answer_with(control.happycolis.settled(&of.owner).await)
}

async fn unblock(State(control): State<Control>, Json(of): Json<OfOwner>) -> Response {
    outcome(control.happycolis.unblock(&of.owner))
}
