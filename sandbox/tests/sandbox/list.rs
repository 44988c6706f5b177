//! Facts 1, 10 and 16: what `integration(id)` answers.

use sandbox::happycolis::{
    EDIT_ONLY_TOKEN, INTEGRATION, INTEGRATION_TOKEN, SECOND_INTEGRATION, SECOND_INTEGRATION_TOKEN,
    VIEW_ONLY_TOKEN,
};
use serde_json::{Value, json};

use crate::{
    api::{self, Api, LIST, kinds, without_ids},
    blocks,
};

#[tokio::test]
async fn the_documented_example_is_answered() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    control.clear(INTEGRATION).unwrap();
    for (kind, end_point) in [
        ("order/created", "https://my-erp.example.com/hooks/orders"),
        (
            "shipment/shipping_event",
            "https://my-erp.example.com/hooks/tracking",
        ),
    ] {
        control.insert(INTEGRATION, kind, end_point, None).unwrap();
    }
    let variables = blocks::json("vars=happycolis.integration/int");
    for api in [
        Api::relay(&sandbox, INTEGRATION_TOKEN),
        Api::relay(&sandbox, VIEW_ONLY_TOKEN),
        Api::cross(&sandbox, INTEGRATION_TOKEN),
    ] {
        let answer = api.call(LIST, variables.clone()).await;
        let documented = blocks::json("response=happycolis.integration/int");
        assert_eq!(answer.status, 200);
        assert_eq!(without_ids(answer.json()), without_ids(documented));
    }
}

#[tokio::test]
async fn the_demo_wall_has_trouble_on_it() {
    let sandbox = api::start().await;
    let answer = Api::relay(&sandbox, INTEGRATION_TOKEN).list().await.json();
    let webhooks = answer["data"]["integration"]["webhooks"]
        .as_array()
        .unwrap()
        .clone();
    let with = |health: &str| {
        webhooks
            .iter()
            .filter(|each| each["health"] == health)
            .count()
    };
    assert_eq!(
        (webhooks.len(), with("FAILING"), with("DEGRADED")),
        (13, 2, 1)
    );
    let legacy = |each: &&Value| each["endPoint"].as_str().unwrap().starts_with("http:");
    assert_eq!(webhooks.iter().filter(legacy).count(), 1);
}

#[tokio::test]
async fn the_array_is_plain_and_in_order_of_creation() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    sandbox.control.happycolis.seed(INTEGRATION, 300).unwrap();
    api.create("zebra/created", "https://a.example.com/").await;
    api.create("aardvark/created", "https://a.example.com/")
        .await;
    let listed = api.list().await.json();
    let webhooks = listed["data"]["integration"]["webhooks"]
        .as_array()
        .unwrap();
    let listed: Vec<&str> = webhooks
        .iter()
        .map(|each| each["type"].as_str().unwrap())
        .collect();
    assert_eq!(listed, kinds(&sandbox, INTEGRATION));
    assert_eq!(listed.len(), 315);
    assert_eq!(listed[313..], ["zebra/created", "aardvark/created"]);
}

#[tokio::test]
async fn an_integration_sees_itself_only() {
    let sandbox = api::start().await;
    let second = Api::relay(&sandbox, SECOND_INTEGRATION_TOKEN);
    for id in [INTEGRATION, "int_unknown", ""] {
        let answer = second.call(LIST, json!({ "id": id })).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json(), blocks::assumed("integration_not_found"));
    }
    let own = second
        .call(LIST, json!({ "id": SECOND_INTEGRATION }))
        .await
        .json();
    assert_eq!(
        own["data"]["integration"]["webhooks"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn an_error_has_the_documented_form() {
    let sandbox = api::start().await;
    let answer = Api::relay(&sandbox, INTEGRATION_TOKEN)
        .call(LIST, json!({ "id": "int_unknown" }))
        .await
        .json();
    let mut documented = blocks::json("name=happycolis.error.not-found");
    documented["errors"][0]["message"] = json!("Integration not found");
    documented["errors"][0]["path"] = json!(["integration"]);
    assert_eq!(answer, documented);
}

#[tokio::test]
async fn custom_headers_cannot_be_read() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    assert!(!api.list().await.body.contains("erp-4711"));
    let query = "query($id: String!) { integration(id: $id) { webhooks { headers } } }";
    let answer = api.call(query, json!({ "id": INTEGRATION })).await;
    assert_eq!(answer.status, 400);
    let message = answer.json()["errors"][0]["message"].clone();
    assert_eq!(
        message,
        "Cannot query field \"headers\" on type \"IntegrationWebhook\"."
    );
}

#[tokio::test]
async fn the_list_needs_its_scope() {
    let sandbox = api::start().await;
    let answer = Api::relay(&sandbox, EDIT_ONLY_TOKEN).list().await;
    let mut expected = blocks::assumed("insufficient_scope");
    expected["errors"][0]["message"] = json!("Insufficient scope: view_integrations required");
    expected["errors"][0]["path"] = json!(["integration"]);
    assert_eq!((answer.status, answer.json()), (200, expected));
}
