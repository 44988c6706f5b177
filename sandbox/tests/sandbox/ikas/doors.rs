//! Both doors, CORS, and faults by the name of the operation.

use reqwest::Method;
use sandbox::{Door, Effect, Fault};
use serde_json::json;

use super::api::{Api, rows};
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
    let cross = Api::cross(&sandbox);
    cross
        .save(&["store/product/created"], "https://a.example.com")
        .await;
    assert_eq!(Api::v2(&sandbox).list().await, cross.list().await);
    assert_eq!(rows(&sandbox).len(), 5);
    let received = sandbox.control.received();
    let told: Vec<_> = received
        .iter()
        .map(|each| (each.platform, each.door, each.operation.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            ("ikas", Door::Cross, Some("SaveWebhooks")),
            ("ikas", Door::Relay, Some("ListWebhook")),
            ("ikas", Door::Cross, Some("ListWebhook")),
        ]
    );
}

#[tokio::test]
async fn another_origin_is_answered_unless_switched_off() {
    let sandbox = api::start().await;
    let cross = Api::cross(&sandbox);
    assert_eq!(preflight(&cross.url).await.status, 204);
    let list = async || cross.op("ikas-v2/listWebhook", json!({})).await;
    assert_eq!(list().await.header(ALLOWED), Some("*"));
    sandbox
        .control
        .ikas
        .switch(|switches| switches.cors = false);
    assert_eq!(preflight(&cross.url).await.status, 403);
    assert_eq!(list().await.header(ALLOWED), None);
    assert_eq!(preflight(&Api::v1(&sandbox).url).await.status, 405);
}

#[tokio::test]
async fn a_fault_finds_its_operation() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let fault = Fault::next(Effect::HtmlError).on("SaveWebhooks").after();
    sandbox.control.ikas.queue_fault(fault);
    assert_eq!(api.list().await.as_array().unwrap().len(), 4);
    let spoilt = api
        .save(&["store/product/created"], "https://a.example.com")
        .await;
    assert_eq!((spoilt.status, rows(&sandbox).len()), (500, 5));
    assert_eq!(sandbox.control.ikas.faults(), []);
    assert_eq!(sandbox.control.happycolis.faults(), []);
}
