//! Fact 16: what a delivery carries, and what is written about it.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use sandbox::{OrderedJson, ReceiverAnswer, Running, commerce_layer::Environment};
use serde_json::{Value, json};
use sha2::Sha256;

use super::api::{Api, listen, object};
use crate::{api, blocks};

/// Fires an event of this topic and waits until nothing more will happen.
pub async fn fire(sandbox: &Running, topic: &str, payload: &str) -> Vec<String> {
    let control = &sandbox.control.commerce_layer;
    let payload: OrderedJson = serde_json::from_str(payload).unwrap();
    let called = control.fire(Environment::Test, topic, &payload);
    control.settled().await;
    called
}

/// What the API says of the calls of this webhook, the oldest first.
pub async fn callbacks(sandbox: &Running, id: &str) -> Vec<Value> {
    let query = [("filter[q][webhook_id_eq]", id), ("page[size]", "25")];
    let list = Api::demo(sandbox).get("event_callbacks", &query).await;
    let rows = list.json()["data"].as_array().unwrap().clone();
    rows.iter().map(|row| row["attributes"].clone()).collect()
}

/// Empties the environment.
pub async fn start() -> Running {
    let sandbox = api::start().await;
    sandbox.control.commerce_layer.clear(Environment::Test);
    sandbox
}

fn vector(name: &str) -> &'static str {
    let block = blocks::text("name=commerce-layer.signature-vector");
    let start = format!("{name}: ");
    let mut lines = block.lines();
    lines.find_map(|line| line.strip_prefix(&start)).unwrap()
}

#[tokio::test]
async fn a_delivery_is_signed_over_its_raw_body() {
    let sandbox = start().await;
    let id = listen(&sandbox, "orders.place", "/orders?a=1");
    let secret = vector("shared_secret");
    let given = object(json!({ "shared_secret": secret }));
    sandbox.control.commerce_layer.set(&id, given, &[]).unwrap();
    let other = listen(&sandbox, "orders.cancel", "/cancelled");
    let called = fire(&sandbox, "orders.place", vector("body")).await;
    assert_eq!(called, [id]);

    let [delivered] = &sandbox.control.deliveries()[..] else {
        panic!("one delivery")
    };
    assert_eq!(
        (delivered.method.as_str(), delivered.path.as_str()),
        ("POST", "/orders?a=1")
    );
    assert_eq!(delivered.body, vector("body"));
    let header = |name: &str| {
        let found = delivered.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    };
    assert_eq!(header("content-type"), Some("application/vnd.api+json"));
    assert_eq!(header("x-commercelayer-topic"), Some("orders.place"));
    assert_eq!(
        header("x-commercelayer-signature"),
        Some(vector("signature"))
    );
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(delivered.body.as_bytes());
    assert_eq!(
        STANDARD.encode(mac.finalize().into_bytes()),
        vector("signature")
    );
    assert_eq!(callbacks(&sandbox, &other).await, Vec::<Value>::new());
}

#[tokio::test]
async fn every_call_makes_an_event_callback() {
    let sandbox = start().await;
    sandbox
        .control
        .commerce_layer
        .switch(|switches| switches.retry_factor = 0.0);
    let id = listen(&sandbox, "orders.place", "/orders");
    let mut expected = Vec::new();
    for (status, code, message) in [(200, "200", "OK"), (204, "204", "No Content")] {
        sandbox.control.set_receiver(ReceiverAnswer {
            status,
            ..ReceiverAnswer::default()
        });
        fire(&sandbox, "orders.place", "{\"data\":{\"id\":\"a\"}}").await;
        expected.push((json!(code), json!(message)));
    }
    let written = callbacks(&sandbox, &id).await;
    let seen = written.iter().map(|callback| {
        let of = |name: &str| callback[name].clone();
        (of("response_code"), of("response_message"))
    });
    assert_eq!(seen.collect::<Vec<_>>(), expected);
    assert_eq!(written[0]["payload"], json!({ "data": { "id": "a" } }));
    assert_eq!(
        written[0]["callback_url"],
        "https://receiver.example/orders"
    );
}

#[tokio::test]
async fn no_answer_has_no_code() {
    let sandbox = start().await;
    sandbox.control.commerce_layer.switch(|switches| {
        switches.retry_factor = 0.0;
        switches.delivery_timeout_ms = 1;
    });
    let slow = listen(&sandbox, "orders.place", "/slow");
    let unreachable = listen(&sandbox, "orders.cancel", "/");
    let away = object(json!({ "callback_url": "https://nowhere.example.com/" }));
    let control = &sandbox.control.commerce_layer;
    control.set(&unreachable, away, &[]).unwrap();
    sandbox.control.set_receiver(ReceiverAnswer {
        hold: true,
        ..ReceiverAnswer::default()
    });
    for (id, topic, message) in [
        (slow, "orders.place", "Timeout"),
        (unreachable, "orders.cancel", "Connection failed"),
    ] {
        fire(&sandbox, topic, "{}").await;
        let written = callbacks(&sandbox, &id).await;
        assert_eq!(written.len(), 11);
        assert_eq!(written[0]["response_code"], Value::Null);
        assert_eq!(written[0]["response_message"], message);
    }
}
