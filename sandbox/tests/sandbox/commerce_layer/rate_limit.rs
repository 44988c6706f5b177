//! Fact 14: the rate limits.

use sandbox::{Effect, Fault, commerce_layer::LIVE_TOKEN};
use serde_json::{Value, json};

use super::api::Api;
use crate::{
    api::{self, Answer},
    blocks,
};

fn limits(answer: &Answer) -> [&str; 3] {
    ["limit", "interval", "remaining"]
        .map(|name| answer.header(&format!("x-ratelimit-{name}")).unwrap())
}

/// Compares with the recorded answer, byte for byte.
fn is_recorded(answer: &Answer, limit: &str) {
    let recorded = blocks::text("name=commerce-layer.error.throttled");
    let (head, body) = recorded.split_once("\n\n").unwrap();
    assert_eq!(answer.body, body);
    for line in head.lines().skip(1) {
        let (name, value) = line.split_once(": ").unwrap();
        let expected = match name {
            "X-Ratelimit-Limit" => limit,
            _ => value,
        };
        assert_eq!(answer.header(name), Some(expected), "{name}");
    }
    assert_eq!(answer.status, 429);
}

#[tokio::test]
async fn reads_and_writes_are_counted_apart() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    assert_eq!(limits(&api.get("webhooks", &[]).await), ["100", "60", "99"]);
    let callbacks = api.get("event_callbacks", &[]).await;
    assert_eq!(limits(&callbacks), ["100", "60", "98"]);
    assert_eq!(limits(&api.create(json!({})).await), ["100", "60", "99"]);
    let live = Api::relay(&sandbox, LIVE_TOKEN).get("webhooks", &[]).await;
    assert_eq!(limits(&live), ["200", "60", "197"]);
}

#[tokio::test]
async fn too_many_calls_are_refused_as_recorded() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    // A burst is a quarter of the average.
    control.switch(|switches| switches.rate_limit_factor = 0.08);
    let api = Api::demo(&sandbox);
    for remaining in ["7", "6"] {
        assert_eq!(
            limits(&api.get("webhooks", &[]).await),
            ["8", "60", remaining]
        );
    }
    is_recorded(&api.get("webhooks", &[]).await, "8");
    assert_eq!(api.get("event_callbacks", &[]).await.status, 200);
    assert_eq!(api.create(json!({})).await.status, 422);
    control.switch(|switches| switches.rate_limit_factor = 1.0);
    assert_eq!(api.get("webhooks", &[]).await.status, 200);
}

#[tokio::test]
async fn the_fault_answers_as_recorded() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    control.queue_fault(Fault::next(Effect::RateLimited { retry_after: 0 }));
    let api = Api::demo(&sandbox);
    is_recorded(&api.get("webhooks", &[]).await, "100");
    let patient = Fault::next(Effect::RateLimited { retry_after: 3 });
    control.queue_fault(patient);
    let refused = api.get("webhooks", &[]).await;
    assert_eq!(refused.header("retry-after"), Some("3"));
    let body: Value = refused.json();
    assert!(body["errors"].is_object() && body["errors"]["status"].is_number());
}
