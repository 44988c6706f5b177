//! The control interface over HTTP.

use reqwest::Method;
use sandbox::{Running, ikas::TOKEN};
use serde_json::{Value, json};

use super::api::Api;
use crate::api::{self, Answer, request, send};

async fn get(sandbox: &Running, path: &str) -> Answer {
    let url = format!("{}/sandbox/ikas{path}", sandbox.origin);
    send(request(Method::GET, &url)).await.unwrap()
}

async fn post(sandbox: &Running, path: &str, body: Value) -> Answer {
    let url = format!("{}/sandbox/ikas{path}", sandbox.origin);
    send(request(Method::POST, &url).json(&body)).await.unwrap()
}

#[tokio::test]
async fn another_person_writes() {
    let sandbox = api::start().await;
    let row = json!({ "scope": "store/app/deleted", "endpoint": "http://old.example.com" });
    let inserted = post(&sandbox, "/insert", row).await.json();
    let listed = get(&sandbox, "/webhooks").await.json();
    assert_eq!(listed.as_array().unwrap().last(), Some(&inserted));
    let id = &inserted["id"];
    let change = json!({ "id": id, "endpoint": "https://new.example.com", "deleted": true });
    let changed = post(&sandbox, "/change", change).await.json();
    assert_eq!(changed["endpoint"], "https://new.example.com");
    assert_eq!(changed["deleted"], true);
    let removed = post(&sandbox, "/remove", json!({ "id": id })).await.json();
    assert_eq!(removed, changed);
    let unknown = post(&sandbox, "/remove", json!({ "id": id })).await;
    assert_eq!(unknown.status, 400);
}

#[tokio::test]
async fn webhooks_are_seeded_and_cleared() {
    let sandbox = api::start().await;
    assert_eq!(
        post(&sandbox, "/seed", json!({ "count": 40 })).await.status,
        204
    );
    assert_eq!(
        get(&sandbox, "/webhooks")
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        44
    );
    assert_eq!(post(&sandbox, "/clear", json!({})).await.status, 204);
    assert_eq!(get(&sandbox, "/webhooks").await.json(), json!([]));
    let refused = post(&sandbox, "/clear", json!({ "app": "unknown" })).await;
    assert_eq!(refused.status, 400);
    assert!(
        refused.json()["error"]
            .as_str()
            .unwrap()
            .contains("unknown")
    );
}

#[tokio::test]
async fn an_event_is_fired_and_awaited() {
    let sandbox = api::start().await;
    let fire = json!({ "scope": "store/order/updated", "data": { "id": "o1" } });
    let fired = post(&sandbox, "/fire", fire).await.json();
    assert_eq!(fired[0]["data"], "{\"id\":\"o1\"}");
    assert_eq!(post(&sandbox, "/settle", json!({})).await.status, 204);
    let [delivered] = &sandbox.control.deliveries()[..] else {
        panic!("one delivery")
    };
    assert_eq!(delivered.path, "/ikas/orders");
}

#[tokio::test]
async fn a_token_expires_and_an_app_is_removed() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    assert_eq!(post(&sandbox, "/remove-app", json!({})).await.status, 204);
    assert_eq!(api.list().await, json!([]));
    assert_eq!(
        post(&sandbox, "/expire", json!({ "token": TOKEN }))
            .await
            .status,
        204
    );
    assert_eq!(api.list().await, Value::Null);
    let unknown = post(&sandbox, "/expire", json!({ "token": "unknown" })).await;
    assert_eq!(unknown.status, 400);
}

#[tokio::test]
async fn switches_and_schemas_are_read() {
    let sandbox = api::start().await;
    let expected = json!({
        "saving": "replace", "save_the_good": false, "keep_deleted": false, "missing": "true",
        "invalid": "http400", "block_on_errors": false, "cors": true, "retry_after_header": false,
        "expose_retry_after": false, "rate_limit_factor": 1.0, "delivery_timeout_ms": 10_000,
        "retry_factor": 1.0,
    });
    assert_eq!(get(&sandbox, "/switches").await.json(), expected);
    let named = json!({ "saving": "append" });
    assert_eq!(post(&sandbox, "/switches", named).await.status, 204);
    assert_eq!(get(&sandbox, "/switches").await.json()["saving"], "append");
    for (version, mutation) in [("v1", "saveWebhook("), ("v2", "saveWebhooks(")] {
        let sdl = get(&sandbox, &format!("/sdl?version={version}")).await.body;
        assert!(sdl.contains(mutation), "{sdl}");
    }
}
