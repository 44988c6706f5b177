//! The control interface, in a test and over HTTP.

use reqwest::Method;
use sandbox::{
    Running, Unknown,
    commerce_layer::{Environment, INTEGRATION_TOKEN},
};
use serde_json::{Value, json};

use super::api::{Api, listen, object};
use crate::api::{self, Answer, request, send};

async fn post(sandbox: &Running, path: &str, body: Value) -> Answer {
    let url = format!("{}/sandbox/commerce-layer/{path}", sandbox.origin);
    send(request(Method::POST, &url).json(&body)).await.unwrap()
}

#[tokio::test]
async fn a_seed_is_a_realistic_mix() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    control.clear(Environment::Live);
    control.seed(Environment::Live, 200);
    let stored = control.webhooks(Environment::Live);
    assert_eq!(stored.len(), 200);
    let count = |name: &str, value: &Value| {
        let rows = stored.iter();
        rows.filter(|webhook| webhook.attributes[name] == *value)
            .count()
    };
    assert_eq!(count("circuit_state", &json!("open")), 10);
    assert_eq!(200 - count("disabled_at", &Value::Null), 10);
    assert_eq!(200 - count("circuit_failure_count", &json!(0)), 30);
    assert_eq!(control.webhooks(Environment::Test).len(), 34);
}

#[tokio::test]
async fn another_person_changes_and_the_platform_sets() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    let old = object(json!({ "updated_at": "2024-01-01T00:00:00.000Z" }));
    control.set(&id, old, &[]).unwrap();
    let health = object(json!({ "circuit_state": "strange" }));
    let absent = ["circuit_failure_count".to_owned()];
    control.set(&id, health, &absent).unwrap();
    let attributes = api.attributes(&id).await;
    assert_eq!(attributes["circuit_state"], "strange");
    assert_eq!(attributes.get("circuit_failure_count"), None);
    assert_eq!(attributes["updated_at"], "2024-01-01T00:00:00.000Z");
    let given = object(json!({ "name": "Renamed" }));
    control.change(&id, given).unwrap();
    let attributes = api.attributes(&id).await;
    assert_eq!(attributes["name"], "Renamed");
    assert_ne!(attributes["updated_at"], "2024-01-01T00:00:00.000Z");
}

#[tokio::test]
async fn what_is_not_there_is_named() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    let unknown = Unknown::Webhook("gone".to_owned());
    assert_eq!(control.remove("gone").unwrap_err(), unknown);
    assert_eq!(control.lock("gone").unwrap_err(), unknown);
    assert_eq!(control.expire("gone").unwrap_err(), Unknown::Token);
    let refused = post(&sandbox, "remove", json!({ "id": "gone" })).await;
    let error = json!({ "error": "No webhook has the id gone." });
    assert_eq!((refused.status, refused.json()), (400, error));
}

#[tokio::test]
async fn everything_is_done_over_http_too() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    let api = Api::demo(&sandbox);
    let ok = |answer: Answer| assert_eq!(answer.status, 204, "{}", answer.body);
    ok(post(&sandbox, "clear", json!({})).await);
    ok(post(
        &sandbox,
        "seed",
        json!({ "environment": "test", "count": 2 }),
    )
    .await);
    let given = json!({ "topic": "orders.place", "callback_url": "https://receiver.example/" });
    let inserted = post(&sandbox, "insert", json!({ "attributes": given }))
        .await
        .json();
    let id = inserted["id"].as_str().unwrap();
    let named = |attributes: Value| json!({ "id": id, "attributes": attributes });
    ok(post(&sandbox, "change", named(json!({ "name": "Changed" }))).await);
    ok(post(
        &sandbox,
        "set",
        json!({ "id": id, "absent": ["circuit_state"] }),
    )
    .await);
    ok(post(&sandbox, "lock", json!({ "id": id })).await);
    assert_eq!(api.delete(id).await.status, 423);

    let url = format!(
        "{}/sandbox/commerce-layer/webhooks?environment=test",
        sandbox.origin
    );
    let listed = send(request(Method::GET, &url)).await.unwrap().json();
    assert_eq!(listed.as_array().unwrap().len(), 3);
    assert_eq!(listed[2]["attributes"]["name"], "Changed");
    assert_eq!(listed[2]["attributes"].get("circuit_state"), None);

    let fire = json!({ "topic": "orders.place", "payload": { "data": null } });
    let called = post(&sandbox, "fire", fire).await.json();
    ok(post(&sandbox, "settle", json!({})).await);
    assert!(called.as_array().unwrap().contains(&json!(id)));
    assert_eq!(sandbox.control.deliveries().len(), 1);

    ok(post(
        &sandbox,
        "switches",
        json!({ "rate_limit_factor": 0.5, "topics": "any_form" }),
    )
    .await);
    assert!((control.switches().rate_limit_factor - 0.5).abs() < f64::EPSILON);
    assert_eq!(
        post(&sandbox, "switches", json!({ "nope": 1 }))
            .await
            .status,
        400
    );
    ok(post(
        &sandbox,
        "faults",
        json!({ "effect": "drop", "operation": "get_webhook" }),
    )
    .await);
    assert_eq!(control.faults().len(), 1);
    assert_eq!(
        post(&sandbox, "remove", json!({ "id": id })).await.status,
        200
    );
    ok(post(&sandbox, "expire", json!({ "token": INTEGRATION_TOKEN })).await);
    assert_eq!(api.get("webhooks", &[]).await.status, 401);

    sandbox.control.reset();
    assert_eq!(control.faults(), []);
    assert_eq!(control.webhooks(Environment::Test).len(), 34);
    assert_eq!(api.get("webhooks", &[]).await.status, 200);
}
