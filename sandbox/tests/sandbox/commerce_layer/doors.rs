//! The two doors, CORS, and faults by the name of the operation.

use reqwest::Method;
use sandbox::{
    Door, Effect, Fault,
    commerce_layer::{Environment, INTEGRATION_TOKEN},
};
use serde_json::json;

use super::api::{Api, MEDIA_TYPE, listen};
use crate::api::{self, Answer};

const ALLOWED: &str = "access-control-allow-origin";

async fn preflight(api: &Api) -> Answer {
    let call = api::request(Method::OPTIONS, &format!("{}/webhooks", api.url))
        .header("origin", "http://127.0.0.1:1")
        .header("access-control-request-method", "PATCH");
    api::send(call).await.unwrap()
}

#[tokio::test]
async fn another_origin_is_answered() {
    let sandbox = api::start().await;
    let cross = Api::cross(&sandbox, INTEGRATION_TOKEN);
    let granted = preflight(&cross).await;
    assert_eq!((granted.status, granted.header(ALLOWED)), (204, Some("*")));
    let methods = granted.header("access-control-allow-methods");
    assert_eq!(methods, Some("GET, POST, PATCH, DELETE"));
    let list = cross.get("webhooks", &[]).await;
    assert_eq!((list.status, list.header(ALLOWED)), (200, Some("*")));
    assert_eq!(list.header("access-control-expose-headers"), None);

    let control = &sandbox.control.commerce_layer;
    control.switch(|switches| switches.expose_rate_limit = true);
    let names = "X-Ratelimit-Limit, X-Ratelimit-Interval, X-Ratelimit-Remaining, Retry-After";
    let list = cross.get("webhooks", &[]).await;
    assert_eq!(list.header("access-control-expose-headers"), Some(names));

    control.switch(|switches| switches.cors = false);
    assert_eq!(preflight(&cross).await.status, 403);
    assert_eq!(cross.get("webhooks", &[]).await.header(ALLOWED), None);
    control.queue_fault(Fault::next(Effect::RateLimited { retry_after: 0 }));
    assert_eq!(cross.get("webhooks", &[]).await.header(ALLOWED), None);
}

#[tokio::test]
async fn both_doors_lead_to_the_same_platform() {
    let sandbox = api::start().await;
    let relay = Api::demo(&sandbox);
    let new = json!({ "topic": "orders.place", "callback_url": "https://a.example.com" });
    let created = relay.create(new).await.json();
    let id = created["data"]["id"].as_str().unwrap();
    let cross = Api::cross(&sandbox, INTEGRATION_TOKEN);
    assert_eq!(cross.attributes(id).await, relay.attributes(id).await);
    assert_eq!(relay.get("webhooks", &[]).await.header(ALLOWED), None);
}

#[tokio::test]
async fn every_call_is_known_by_its_operation() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    api.get("webhooks", &[]).await;
    api.create(json!({})).await;
    api.get(&format!("webhooks/{id}"), &[]).await;
    api.update(&id, json!({})).await;
    api.delete(&id).await;
    api.get("event_callbacks", &[]).await;
    api.get("event_callbacks/a", &[]).await;
    let received = sandbox.control.received();
    let names: Vec<_> = received
        .iter()
        .map(|call| call.operation.as_deref().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "list_webhooks",
            "create_webhook",
            "get_webhook",
            "update_webhook",
            "delete_webhook",
            "list_event_callbacks",
            "get_event_callback",
        ]
    );
    let first = &received[0];
    assert_eq!(
        (first.platform, first.door),
        ("commerce-layer", Door::Relay)
    );
    assert_eq!(first.header("accept"), Some(MEDIA_TYPE));
}

#[tokio::test]
async fn a_fault_waits_for_its_operation() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    let api = Api::demo(&sandbox);
    let id = listen(&sandbox, "orders.place", "/orders");
    control.queue_fault(Fault::next(Effect::HtmlError).on("delete_webhook"));
    control.queue_fault(Fault::next(Effect::Drop).on("delete_webhook").after());
    assert_eq!(api.get("webhooks", &[]).await.status, 200);
    assert_eq!(api.delete(&id).await.status, 500);
    let exists = || {
        let stored = control.webhooks(Environment::Test);
        stored.iter().any(|webhook| webhook.id == id)
    };
    assert!(exists());
    let call = api.bare(Method::DELETE, &format!("webhooks/{id}"));
    assert!(api::send(call.header("accept", MEDIA_TYPE)).await.is_err());
    assert!(!exists());
}
