//! The control interface over HTTP.

use reqwest::Method;
use sandbox::{
    Running,
    sentera::{ACME_CHILD, ACME_GRANDCHILD, SUBSCRIPTION, TOKEN},
};
use serde_json::{Value, json};

use super::api::Api;
use crate::api::{self, Answer, request, send};

async fn get(sandbox: &Running, path: &str) -> Answer {
    let url = format!("{}/sandbox/sentera{path}", sandbox.origin);
    send(request(Method::GET, &url)).await.unwrap()
}

async fn post(sandbox: &Running, path: &str, body: Value) -> Answer {
    let url = format!("{}/sandbox/sentera{path}", sandbox.origin);
    send(request(Method::POST, &url).json(&body)).await.unwrap()
}

#[tokio::test]
async fn another_person_writes() {
    let sandbox = api::start().await;
    let row = json!({
        "organization": ACME_GRANDCHILD, "callback_url": "http://old.example.com",
        "event_types": ["TASK_MODIFIED"],
    });
    let inserted = post(&sandbox, "/insert", row).await.json();
    let of = format!("/subscriptions?organization={ACME_GRANDCHILD}");
    assert_eq!(get(&sandbox, &of).await.json(), json!([inserted]));
    let id = &inserted["sentera_id"];
    let change = json!({ "id": id, "event_types": ["SURVEY_CREATED"] });
    let changed = post(&sandbox, "/change", change).await.json();
    assert_eq!(changed["event_types"], json!(["SURVEY_CREATED"]));
    assert_eq!(changed["callback_url"], "http://old.example.com");
    let removed = post(&sandbox, "/remove", json!({ "id": id })).await.json();
    assert_eq!(removed, changed);
    assert_eq!(
        post(&sandbox, "/remove", json!({ "id": id })).await.status,
        400
    );
}

#[tokio::test]
async fn subscriptions_are_seeded_and_cleared() {
    let sandbox = api::start().await;
    let seed = json!({ "organization": ACME_GRANDCHILD, "count": 50 });
    assert_eq!(post(&sandbox, "/seed", seed).await.status, 204);
    let of = format!("/subscriptions?organization={ACME_GRANDCHILD}");
    assert_eq!(
        get(&sandbox, &of).await.json().as_array().unwrap().len(),
        50
    );
    let clear = json!({ "organization": ACME_GRANDCHILD });
    assert_eq!(post(&sandbox, "/clear", clear).await.status, 204);
    assert_eq!(get(&sandbox, &of).await.json(), json!([]));
    let unknown = json!({ "organization": "unknown" });
    assert_eq!(post(&sandbox, "/clear", unknown).await.status, 400);
}

#[tokio::test]
async fn events_are_fired_recorded_and_read() {
    let sandbox = api::start().await;
    let fire = json!({ "organization": ACME_CHILD, "type": "FEATURE_SET_CREATED" });
    let fired = post(&sandbox, "/fire", fire).await.json();
    assert_eq!(fired[0]["subscription"], SUBSCRIPTION);
    assert_eq!(post(&sandbox, "/settle", json!({})).await.status, 204);
    let record = json!({
        "id": SUBSCRIPTION, "type": "TASK_MODIFIED", "status": "FAILED", "attempts": 3,
    });
    let recorded = post(&sandbox, "/record", record).await.json();
    let events = get(&sandbox, &format!("/events?id={SUBSCRIPTION}"))
        .await
        .json();
    assert_eq!(events[0], recorded);
    assert_eq!(events[1]["sentera_id"], fired[0]["sentera_id"]);
    assert_eq!(events[1]["status"], "SUCCEEDED");
    assert_eq!(events.as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn a_token_expires_and_a_reset_renews_it() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    assert_eq!(
        post(&sandbox, "/expire", json!({ "token": TOKEN }))
            .await
            .status,
        204
    );
    assert_eq!(api.op("organizations.guide", json!({})).await.status, 401);
    assert_eq!(
        post(&sandbox, "/expire", json!({ "token": "x" }))
            .await
            .status,
        400
    );
    sandbox.control.reset();
    assert_eq!(api.op("organizations.guide", json!({})).await.status, 200);
}

#[tokio::test]
async fn switches_and_the_schema_are_read() {
    let sandbox = api::start().await;
    let expected = json!({
        "discovery": false, "introspection": true, "bubbling": false, "errors": "errors",
        "cors": true, "rate_limit": null, "retry_after_header": false, "expose_retry_after": false,
        "delivery_timeout_ms": 10_000, "retry_factor": 1.0,
    });
    assert_eq!(get(&sandbox, "/switches").await.json(), expected);
    let list = "webhook_subscriptions(";
    assert!(
        !get(&sandbox, "/sdl")
            .await
            .body
            .contains(&format!("\t{list}"))
    );
    let named = json!({ "discovery": true });
    assert_eq!(post(&sandbox, "/switches", named).await.status, 204);
    assert!(
        get(&sandbox, "/sdl")
            .await
            .body
            .contains(&format!("\t{list}"))
    );
}
