//! A Commerce Layer connection and its documents.

use pegboard::platform::{ApiError, TransportError};
use pegboard::state::write::Session;
use pegboard::subscription::{Instant, Platform};
use serde_json::{Value, json};

use super::script::Answer;
use crate::sample::{NOW, reply, session_at, way_into};

pub const API: &str = "https://my-shop.commercelayer.io/api";
pub const TOPIC: &str = "orders.place";

pub fn layer() -> Session {
    session_at(API, way_into(Platform::CommerceLayer, "my-shop"))
}

/// A webhook as the platform sends it, with these attributes besides.
pub fn webhook(id: &str, more: Value) -> Value {
    let mut attributes = json!({
        "topic": TOPIC,
        "callback_url": "https://hooks.example.com/orders",
        "disabled_at": null,
        "circuit_state": "closed",
        "circuit_failure_count": 0,
        "updated_at": "2026-01-01T00:00:00.000Z",
    });
    for (name, value) in more.as_object().unwrap() {
        attributes[name] = value.clone();
    }
    json!({ "id": id, "type": "webhooks", "attributes": attributes })
}

pub fn one(webhook: &Value) -> Answer {
    Ok(reply(200, json!({ "data": webhook })))
}

/// A page of a list, of so many pages with so many webhooks.
pub fn page(webhooks: &[Value], pages: u64, total: u64) -> Answer {
    let meta = json!({ "page_count": pages, "record_count": total });
    Ok(reply(200, json!({ "data": webhooks, "meta": meta })))
}

pub fn lost() -> (Answer, ApiError) {
    let error = TransportError::Broken;
    (Err(error), ApiError::Transport(error))
}

/// The moment after so many requests.
pub fn after(requests: u64) -> Instant {
    Instant(NOW.0 + requests)
}
