//! Facts 8 to 10: update, the actions, and delete.

use reqwest::Method;
use sandbox::{Running, commerce_layer::Environment};
use serde_json::{Value, json};

use super::api::{Api, listen, object, refusal};
use crate::{
    api::{self, Answer},
    blocks,
};

/// Sends the documented body of an action to this webhook.
async fn act(api: &Api, action: &str, id: &str) -> Answer {
    let body = blocks::text(&format!("name=commerce-layer.{action}.request"));
    let body = body.replace("mPpvRCrEOd", id).replace("xYZkjABcde", id);
    api.send(Method::PATCH, &format!("webhooks/{id}"), body)
        .await
}

fn set(sandbox: &Running, id: &str, attributes: Value) {
    let control = &sandbox.control.commerce_layer;
    control.set(id, object(attributes), &[]).unwrap();
}

#[tokio::test]
async fn only_what_is_sent_changes() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    // An older row may keep what would be refused today.
    set(
        &sandbox,
        &id,
        json!({ "callback_url": "http://old", "topic": "orders.gone" }),
    );
    let mut expected = api.attributes(&id).await;
    let updated = act(&api, "update", &id).await;
    assert_eq!(updated.status, 200);
    let updated = updated.json()["data"]["attributes"].clone();
    let include = json!(["customer", "shipping_address", "billing_address"]);
    expected["include_resources"] = include;
    expected["updated_at"] = updated["updated_at"].clone();
    assert_eq!(updated, expected);
    assert_eq!(api.attributes(&id).await, expected);

    let metadata = json!({ "metadata": { "a": 1 }, "reference": null });
    api.update(&id, metadata).await;
    api.update(&id, json!({ "metadata": { "b": 2 } })).await;
    assert_eq!(api.attributes(&id).await["metadata"], json!({ "b": 2 }));
}

#[tokio::test]
async fn a_change_is_judged_like_a_create() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    let before = api.attributes(&id).await;
    let refused = api
        .update(&id, json!({ "topic": "", "callback_url": "a" }))
        .await;
    assert_eq!(refused.status, 422);
    let pointers = ["topic", "callback_url"].map(|name| format!("/data/attributes/{name}"));
    let errors = refused.json();
    for (at, pointer) in pointers.into_iter().enumerate() {
        assert_eq!(errors["errors"][at]["source"]["pointer"], pointer);
    }
    assert_eq!(api.attributes(&id).await, before);
}

#[tokio::test]
async fn the_id_of_the_body_is_that_of_the_address() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    let path = format!("webhooks/{id}");
    let body = |id: &str| json!({ "data": { "type": "webhooks", "id": id, "attributes": {} } });
    let refused = api.send(Method::PATCH, &path, body("10272")).await;
    assert_eq!(
        (refused.status, refused.json()),
        (400, refusal("key-not-in-url"))
    );
    let without = json!({ "data": { "type": "webhooks", "attributes": {} } });
    let refused = api.send(Method::PATCH, &path, without).await;
    assert_eq!(refused.json()["errors"][0]["code"], "KEY_ORDER_MISMATCH");
    let gone = api.send(Method::PATCH, "webhooks/gone", body("gone")).await;
    assert_eq!((gone.status, gone.json()), (404, refusal("not-found")));
}

#[tokio::test]
async fn a_webhook_is_disabled_and_enabled() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    let since = async |action: &str| {
        let answer = act(&api, action, &id).await;
        assert_eq!(answer.status, 200);
        answer.json()["data"]["attributes"]["disabled_at"].clone()
    };
    assert!(since("disable").await.is_string());
    assert_eq!(since("enable").await, Value::Null);
    api.update(&id, json!({ "_disable": false })).await;
    assert_eq!(api.attributes(&id).await["disabled_at"], Value::Null);
}

#[tokio::test]
async fn a_circuit_is_reset() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    set(
        &sandbox,
        &id,
        json!({ "circuit_state": "open", "circuit_failure_count": 30 }),
    );
    // Another address leaves the circuit as it is (assumption 7).
    api.update(&id, json!({ "callback_url": "https://b.example.com" }))
        .await;
    assert_eq!(api.attributes(&id).await["circuit_state"], "open");
    let reset = act(&api, "reset-circuit", &id).await.json();
    let attributes = &reset["data"]["attributes"];
    assert_eq!(attributes["circuit_state"], "closed");
    assert_eq!(attributes["circuit_failure_count"], 0);
}

#[tokio::test]
async fn a_deleted_webhook_is_gone() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    let deleted = api.delete(&id).await;
    assert_eq!((deleted.status, deleted.body.as_str()), (204, ""));
    assert_eq!(deleted.header("vary"), Some("Origin"));
    assert_eq!(deleted.header("cache-control"), Some("no-cache"));
    assert_eq!(deleted.header("content-type"), None);
    for answer in [
        api.get(&format!("webhooks/{id}"), &[]).await,
        api.delete(&id).await,
        api.update(&id, json!({ "name": "a" })).await,
    ] {
        assert_eq!((answer.status, answer.json()), (404, refusal("not-found")));
    }
}

#[tokio::test]
async fn a_locked_webhook_stays() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    sandbox.control.commerce_layer.lock(&id).unwrap();
    let refused = api.delete(&id).await;
    let error = &refused.json()["errors"][0];
    assert_eq!((refused.status, &error["code"]), (423, &json!("LOCKED")));
    let stored = sandbox.control.commerce_layer.webhooks(Environment::Test);
    assert!(stored.iter().any(|webhook| webhook.id == id));
}
