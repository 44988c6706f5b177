//! Facts 14 and 16: what a delivery carries and where it goes.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use reqwest::Method;
use sandbox::{
    OrderedJson, Running,
    happycolis::{CLIENT_SECRET, INTEGRATION, OAUTH_CLIENT, ORGANIZATION},
};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::{
    api::{self, request, send},
    blocks,
};

/// Empties the integration and stores one subscription; returns its id.
fn subscribe(sandbox: &Running, kind: &str, end_point: &str, headers: Option<Value>) -> String {
    let control = &sandbox.control.happycolis;
    control.clear(INTEGRATION).unwrap();
    control
        .insert(INTEGRATION, kind, end_point, headers)
        .unwrap()
        .id
}

fn ordered(text: &str) -> OrderedJson {
    serde_json::from_str(text).unwrap()
}

/// What a receiver computes: Base64 of HMAC-SHA256 over the raw body.
fn signature(body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(CLIENT_SECRET.as_bytes()).unwrap();
    mac.update(body.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

#[tokio::test]
async fn a_delivery_is_the_documented_post() {
    let sandbox = api::start().await;
    let headers = json!({ "X-Secret-Token": "my, secret" });
    let id = subscribe(
        &sandbox,
        "vendor/created",
        "https://receiver.example/v?a=1",
        Some(headers),
    );
    let control = &sandbox.control.happycolis;
    let documented = blocks::json("name=happycolis.delivery.vendor-created");
    let body = ordered(&documented["body"].to_string());
    let fired = control
        .fire(INTEGRATION, "vendor/created", body)
        .unwrap()
        .unwrap();
    control.settled(INTEGRATION).await.unwrap();

    let [delivered] = &sandbox.control.deliveries()[..] else {
        panic!("one delivery")
    };
    assert_eq!(
        (delivered.method.as_str(), delivered.path.as_str()),
        ("POST", "/v?a=1")
    );
    let sent: Value = serde_json::from_str(&delivered.body).unwrap();
    assert_eq!(sent["body"], documented["body"]);
    assert_eq!(sent["header"], serde_json::to_value(&fired).unwrap());
    for (field, value) in [
        ("organizationId", ORGANIZATION),
        ("webhookId", &id),
        ("type", "vendor/created"),
    ] {
        assert_eq!(sent["header"][field], value);
    }
    let header = |name: &str| {
        let found = delivered.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    assert_eq!(header("content-type").as_deref(), Some("application/json"));
    assert_eq!(header("x-secret-token").as_deref(), Some("my, secret"));
    assert_eq!(
        header("x-happycolis-webhook-signature"),
        Some(signature(&delivered.body))
    );
}

#[tokio::test]
async fn the_body_is_written_as_json_stringify_writes_it() {
    let sandbox = api::start().await;
    subscribe(&sandbox, "order/created", "https://receiver.example/", None);
    let control = &sandbox.control.happycolis;
    let body = ordered("{ \"z\": \"Nike — Official\", \"a\": [1, null, {\"y\": true, \"b\": 2}] }");
    let header = control
        .fire(INTEGRATION, "order/created", body)
        .unwrap()
        .unwrap();
    control.settled(INTEGRATION).await.unwrap();
    let expected = format!(
        "{{\"header\":{{\"organizationId\":\"{}\",\"messageId\":\"{}\",\"webhookId\":\"{}\",\"type\":\"order/created\",\"date\":\"{}\"}},\"body\":{{\"z\":\"Nike — Official\",\"a\":[1,null,{{\"y\":true,\"b\":2}}]}}}}",
        header.organization_id, header.message_id, header.webhook_id, header.date
    );
    assert_eq!(sandbox.control.deliveries()[0].body, expected);
}

#[tokio::test]
async fn the_envelope_has_the_documented_keys() {
    let sandbox = api::start().await;
    subscribe(&sandbox, "order/created", "https://receiver.example/", None);
    let control = &sandbox.control.happycolis;
    control
        .fire(INTEGRATION, "order/created", ordered("{}"))
        .unwrap();
    control.settled(INTEGRATION).await.unwrap();
    let sent: Value = serde_json::from_str(&sandbox.control.deliveries()[0].body).unwrap();
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    for name in ["envelope", "vendor-created", "vendor-updated"] {
        let documented = blocks::json(&format!("name=happycolis.delivery.{name}"));
        assert_eq!(keys(&sent), keys(&documented));
        assert_eq!(keys(&sent["header"]), keys(&documented["header"]));
    }
}

#[tokio::test]
async fn the_contract_signatures_are_those_of_the_test() {
    let block = blocks::text("name=happycolis.signature-vectors");
    let lines = |start: &'static str| {
        let lines = block.lines().filter(move |line| line.starts_with(start));
        lines.map(|line| line.split_once(": ").unwrap().1)
    };
    assert_eq!(lines("secret").collect::<Vec<_>>(), [CLIENT_SECRET]);
    let computed: Vec<String> = lines("body").map(signature).collect();
    assert_eq!(computed, lines("signature").collect::<Vec<_>>());
    assert_eq!(computed.len(), 2);
}

#[tokio::test]
async fn an_event_without_a_subscription_goes_nowhere() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    let fired = control
        .fire(OAUTH_CLIENT, "order/created", ordered("{}"))
        .unwrap();
    assert_eq!(fired, None);
    assert_eq!(control.queue(OAUTH_CLIENT).unwrap().waiting, []);
}

#[tokio::test]
async fn events_are_fired_over_http() {
    let sandbox = api::start().await;
    subscribe(
        &sandbox,
        "order/created",
        "https://receiver.example/orders",
        None,
    );
    let url = |path: &str| format!("{}/sandbox{path}", sandbox.origin);
    let post = async |path: &str, body: &str| {
        let call = request(Method::POST, &url(path)).header("content-type", "application/json");
        send(call.body(body.to_owned())).await.unwrap()
    };
    let answer = json!({ "path": "/orders", "status": 500 }).to_string();
    assert_eq!(post("/deliveries/answer", &answer).await.status, 204);
    let fire = format!(
        "{{\"integration\":\"{INTEGRATION}\",\"type\":\"order/created\",\"body\":{{\"z\":1,\"a\":2}}}}"
    );
    let fired = post("/happycolis/fire", &fire).await.json();
    let of = json!({ "owner": INTEGRATION }).to_string();
    let blocked = post("/happycolis/settle", &of).await.json();
    assert_eq!(
        (&blocked["status"], &blocked["state"]),
        (&json!("BLOCKED"), &json!("READY"))
    );
    assert_eq!(blocked["waiting"][0]["messageId"], fired["messageId"]);
    let queue = request(
        Method::GET,
        &url(&format!("/happycolis/queue?owner={INTEGRATION}")),
    );
    assert_eq!(send(queue).await.unwrap().json(), blocked);

    post("/deliveries/answer", "{\"path\":\"/orders\"}").await;
    assert_eq!(post("/happycolis/unblock", &of).await.status, 204);
    let healthy = post("/happycolis/settle", &of).await.json();
    assert_eq!(
        healthy,
        json!({ "status": "HEALTHY", "state": "READY", "waiting": [] })
    );
    let delivered = send(request(Method::GET, &url("/deliveries")))
        .await
        .unwrap()
        .json();
    assert_eq!(delivered.as_array().unwrap().len(), 2);
    assert!(
        delivered[0]["body"]
            .as_str()
            .unwrap()
            .ends_with("\"body\":{\"z\":1,\"a\":2}}")
    );
    send(request(Method::DELETE, &url("/deliveries")))
        .await
        .unwrap();
    assert_eq!(sandbox.control.deliveries(), []);
}
