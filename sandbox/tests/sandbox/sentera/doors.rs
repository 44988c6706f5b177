//! Both doors, CORS, and faults by the name of the operation.

use reqwest::Method;
use sandbox::{Door, Effect, Fault, sentera::ACME_CHILD};
use serde_json::json;

use super::api::Api;
use crate::api::{self, Answer, request, send};

const ALLOWED: &str = "access-control-allow-origin";

async fn preflight(url: &str) -> Answer {
    let call = request(Method::OPTIONS, url)
        .header("origin", "http://127.0.0.1:1")
        .header("access-control-request-method", "POST");
    send(call).await.unwrap()
}

#[tokio::test]
async fn both_doors_lead_to_the_same_platform() {
    let sandbox = api::start().await;
    for (api, door) in [
        (Api::relay(&sandbox), Door::Relay),
        (Api::cross(&sandbox), Door::Cross),
    ] {
        let answer = api.op("organizations.guide", json!({})).await.json();
        assert_eq!(answer["data"]["organizations"]["total_count"], 3);
        let received = sandbox.control.received().pop().unwrap();
        assert_eq!((received.platform, received.door), ("sentera", door));
        assert_eq!(received.operation.as_deref(), Some("OrganizationsQuery"));
    }
}

#[tokio::test]
async fn another_origin_is_answered_unless_switched_off() {
    let sandbox = api::start().await;
    let cross = Api::cross(&sandbox);
    let granted = preflight(&cross.url).await;
    let methods = granted.header("access-control-allow-methods");
    assert_eq!((granted.status, methods), (204, Some("GET, POST")));
    let ask = async || cross.op("organizations.guide", json!({})).await;
    assert_eq!(ask().await.header(ALLOWED), Some("*"));
    sandbox
        .control
        .sentera
        .switch(|switches| switches.cors = false);
    assert_eq!(preflight(&cross.url).await.status, 403);
    assert_eq!(ask().await.header(ALLOWED), None);
    assert_eq!(preflight(&Api::relay(&sandbox).url).await.status, 405);
}

#[tokio::test]
async fn a_fault_finds_its_operation() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let control = &sandbox.control.sentera;
    let fault = Fault::next(Effect::EmptyBody)
        .on("CreateWebhookSubscription")
        .after();
    control.queue_fault(fault);
    let guide = api.op("organizations.guide", json!({})).await;
    assert!(!guide.body.is_empty());
    let created = api
        .create(ACME_CHILD, "https://a.example.com", &["TASK_MODIFIED"])
        .await;
    assert_eq!(created.body, "");
    assert_eq!(control.subscriptions(ACME_CHILD).unwrap().len(), 3);
}
