//! Fact 12 and assumption 7: deliveries, their signature and their tries.

use hmac::{Hmac, Mac};
use sandbox::{
    OrderedJson, ReceiverAnswer, Running,
    ikas::{APP, CLIENT_SECRET, Saving},
};
use serde_json::Value;
use sha2::Sha256;

use super::api::Api;
use crate::{api, blocks};

const ORDERS: &str = "store/order/created";

fn ordered(text: &str) -> OrderedJson {
    serde_json::from_str(text).unwrap()
}

/// What a receiver computes: hex of HMAC-SHA256 over the decoded `data`.
fn signature(data: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(CLIENT_SECRET.as_bytes()).unwrap();
    mac.update(data.as_bytes());
    let digest = mac.finalize().into_bytes();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A sandbox whose only row is for orders, and whose tries follow each other at once.
async fn subscribed() -> Running {
    let sandbox = api::start().await;
    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.retry_factor = 0.0);
    control.clear(APP).unwrap();
    control
        .insert(APP, ORDERS, "https://receiver.example/orders")
        .unwrap();
    sandbox
}

fn answers(sandbox: &Running, status: u16) {
    sandbox.control.set_receiver(ReceiverAnswer {
        status,
        ..ReceiverAnswer::default()
    });
}

async fn tries(sandbox: &Running) -> usize {
    sandbox.control.clear_deliveries();
    let control = &sandbox.control.ikas;
    control.fire(APP, ORDERS, &ordered("{}")).unwrap();
    control.settled().await;
    sandbox.control.deliveries().len()
}

#[tokio::test]
async fn an_envelope_is_the_documented_one() {
    let sandbox = api::start().await;
    let control = &sandbox.control.ikas;
    control.clear(APP).unwrap();
    let documented = blocks::json("name=ikas.delivery.stock-updated");
    let scope = documented["scope"].as_str().unwrap();
    control
        .insert(APP, scope, "https://receiver.example/stock?a=1")
        .unwrap();
    let data = documented["data"].as_str().unwrap();
    let fired = control.fire(APP, scope, &ordered(data)).unwrap();
    control.settled().await;
    let [delivered] = &sandbox.control.deliveries()[..] else {
        panic!("one delivery")
    };
    assert_eq!(
        (delivered.method.as_str(), delivered.path.as_str()),
        ("POST", "/stock?a=1")
    );
    let mut sent: Value = serde_json::from_str(&delivered.body).unwrap();
    assert_eq!(sent, serde_json::to_value(&fired[0]).unwrap());
    let types = blocks::json("name=ikas.delivery.envelope-types");
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&sent), keys(&types));
    for (name, value) in sent.as_object().unwrap() {
        assert!(
            value.as_str().is_some_and(|text| !text.is_empty()),
            "{name}"
        );
    }
    for ours in ["id", "createdAt"] {
        sent[ours] = documented[ours].clone();
    }
    assert_eq!(sent, documented);
}

#[test]
fn the_contract_signatures_are_those_of_the_test() {
    let block = blocks::text("name=ikas.signature-vectors");
    let lines = |start: &'static str| {
        let lines = block.lines().filter(move |line| line.starts_with(start));
        lines.map(|line| line.split_once(": ").unwrap().1)
    };
    assert_eq!(lines("secret").collect::<Vec<_>>(), [CLIENT_SECRET]);
    let computed: Vec<String> = lines("data").map(signature).collect();
    assert_eq!(computed, lines("signature").collect::<Vec<_>>());
    assert_eq!(computed.len(), 2);
}

#[tokio::test]
async fn a_signature_covers_data_as_it_is_sent() {
    let sandbox = subscribed().await;
    let data = "{ \"name\": \"Çay — Özel ☕\", \"a\": [1, null] }";
    let control = &sandbox.control.ikas;
    let fired = control.fire(APP, ORDERS, &ordered(data)).unwrap();
    control.settled().await;
    assert_eq!(fired[0].data, "{\"name\":\"Çay — Özel ☕\",\"a\":[1,null]}");
    let sent: Value = serde_json::from_str(&sandbox.control.deliveries()[0].body).unwrap();
    let expected = signature(sent["data"].as_str().unwrap());
    assert_eq!(sent["signature"], expected);
}

#[tokio::test]
async fn only_status_200_ends_the_three_tries() {
    let sandbox = subscribed().await;
    for (status, expected) in [(200, 1), (204, 3), (302, 3), (500, 3)] {
        answers(&sandbox, status);
        assert_eq!(tries(&sandbox).await, expected, "{status}");
    }
    let bodies: std::collections::BTreeSet<String> = {
        let delivered = sandbox.control.deliveries();
        delivered.into_iter().map(|each| each.body).collect()
    };
    assert_eq!(bodies.len(), 1);
    assert_eq!(sandbox.control.ikas.webhooks(APP).unwrap().len(), 1);
}

#[tokio::test]
async fn every_live_row_of_the_scope_is_served() {
    let sandbox = subscribed().await;
    let control = &sandbox.control.ikas;
    assert_eq!(
        control
            .fire(APP, "store/stock/created", &ordered("{}"))
            .unwrap(),
        []
    );
    control.switch(|switches| switches.saving = Saving::Append);
    let api = Api::v2(&sandbox);
    api.save(&[ORDERS], "https://receiver.example/second").await;
    assert_eq!(tries(&sandbox).await, 2);
    let id = control.webhooks(APP).unwrap()[0].id.clone();
    control
        .change(&id, |webhook| webhook.deleted = true)
        .unwrap();
    assert_eq!(tries(&sandbox).await, 1);
    assert_eq!(sandbox.control.deliveries()[0].path, "/second");
}
