//! The control interface over HTTP.

use reqwest::Method;
use sandbox::{
    Running,
    happycolis::{INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT},
};
use serde_json::{Value, json};

use crate::api::{self, Answer, Api, kinds, request, send};

async fn get(sandbox: &Running, path: &str) -> Value {
    let url = format!("{}/sandbox{path}", sandbox.origin);
    send(request(Method::GET, &url)).await.unwrap().json()
}

async fn post(sandbox: &Running, path: &str, body: Value) -> Answer {
    let url = format!("{}/sandbox{path}", sandbox.origin);
    send(request(Method::POST, &url).json(&body)).await.unwrap()
}

async fn delete(sandbox: &Running, path: &str) -> u16 {
    let url = format!("{}/sandbox{path}", sandbox.origin);
    send(request(Method::DELETE, &url)).await.unwrap().status
}

#[tokio::test]
async fn a_page_of_another_origin_cannot_use_it() {
    let sandbox = api::start().await;
    let url = format!("{}/sandbox/happycolis/clear", sandbox.origin);
    let body = json!({ "owner": INTEGRATION }).to_string();
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ] {
        let call = request(Method::POST, &url).header("content-type", content_type);
        assert_eq!(send(call.body(body.clone())).await.unwrap().status, 415);
    }
    let call = request(Method::POST, &url).body(body);
    assert_eq!(send(call).await.unwrap().status, 415);
    let preflight = request(Method::OPTIONS, &url)
        .header("origin", "http://other.example")
        .header("access-control-request-method", "POST");
    let refused = send(preflight).await.unwrap();
    assert_eq!(refused.header("access-control-allow-origin"), None);
    assert_eq!(kinds(&sandbox, INTEGRATION).len(), 13);
}

#[tokio::test]
async fn subscriptions_are_seeded_read_and_cleared() {
    let sandbox = api::start().await;
    let of = format!("/happycolis/subscriptions?owner={OAUTH_CLIENT}");
    assert_eq!(get(&sandbox, &of).await, json!([]));
    let seed = json!({ "owner": OAUTH_CLIENT, "count": 130 });
    assert_eq!(post(&sandbox, "/happycolis/seed", seed).await.status, 204);
    let seeded = get(&sandbox, &of).await;
    let types: std::collections::BTreeSet<_> = seeded
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["type"].to_string())
        .collect();
    assert_eq!(types.len(), 130);
    post(
        &sandbox,
        "/happycolis/clear",
        json!({ "owner": OAUTH_CLIENT }),
    )
    .await;
    assert_eq!(get(&sandbox, &of).await, json!([]));
}

#[tokio::test]
async fn another_person_writes() {
    let sandbox = api::start().await;
    let row = json!({
        "owner": INTEGRATION, "type": "order/created", "endPoint": "http://old.example.com",
        "headers": { "X-Secret": "s" },
    });
    let inserted = post(&sandbox, "/happycolis/insert", row).await.json();
    let of = format!("/happycolis/subscriptions?owner={INTEGRATION}");
    let last = get(&sandbox, &of)
        .await
        .as_array()
        .unwrap()
        .last()
        .cloned()
        .unwrap();
    assert_eq!(last, inserted);
    assert_eq!(last["headers"], json!({ "X-Secret": "s" }));
    let removed = post(
        &sandbox,
        "/happycolis/remove",
        json!({ "id": inserted["id"] }),
    )
    .await;
    assert_eq!(removed.json(), inserted);
    assert_eq!(kinds(&sandbox, INTEGRATION).len(), 13);
}

#[tokio::test]
async fn health_takes_any_string_or_null() {
    let sandbox = api::start().await;
    let id = sandbox
        .control
        .happycolis
        .subscriptions(INTEGRATION)
        .unwrap()[0]
        .id
        .clone();
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    for health in [json!("SLEEPING"), json!(""), Value::Null] {
        let body = json!({ "id": id, "health": health });
        assert_eq!(post(&sandbox, "/happycolis/health", body).await.status, 204);
        let listed = api.list().await.json();
        assert_eq!(
            listed["data"]["integration"]["webhooks"][0]["health"],
            health
        );
    }
}

#[tokio::test]
async fn switches_are_set_one_by_one() {
    let sandbox = api::start().await;
    let defaults = get(&sandbox, "/happycolis/switches").await;
    let expected = json!({
        "forbidden": "code", "bad_token": "http401", "no_data": "null", "introspection": false,
        "cors": true, "expose_rate_limit": false, "rate_limit_factor": 1.0,
        "delivery_timeout_ms": 10_000,
    });
    assert_eq!(defaults, expected);
    let named = json!({ "no_data": "field_null", "cors": false });
    assert_eq!(
        post(&sandbox, "/happycolis/switches", named).await.status,
        204
    );
    let mut changed = expected.clone();
    changed["no_data"] = json!("field_null");
    changed["cors"] = json!(false);
    assert_eq!(get(&sandbox, "/happycolis/switches").await, changed);
    for wrong in [json!({ "cros": true }), json!({ "forbidden": "body" })] {
        let refused = post(&sandbox, "/happycolis/switches", wrong).await;
        assert_eq!(refused.status, 400);
        assert!(refused.json()["error"].is_string());
    }
    assert_eq!(post(&sandbox, "/reset", json!({})).await.status, 204);
    assert_eq!(get(&sandbox, "/happycolis/switches").await, expected);
}

#[tokio::test]
async fn faults_are_queued_and_forgotten() {
    let sandbox = api::start().await;
    let fault =
        json!({ "effect": "delay", "ms": 5, "operation": "GetIntegration", "stage": "after" });
    assert_eq!(
        post(&sandbox, "/happycolis/faults", fault).await.status,
        204
    );
    post(
        &sandbox,
        "/happycolis/faults",
        json!({ "effect": "hold", "count": 2 }),
    )
    .await;
    let waiting = json!([
        { "effect": "delay", "ms": 5, "operation": "GetIntegration", "stage": "after", "count": 1 },
        { "effect": "hold", "operation": null, "stage": "before", "count": 2 },
    ]);
    assert_eq!(get(&sandbox, "/happycolis/faults").await, waiting);
    assert_eq!(delete(&sandbox, "/happycolis/faults").await, 204);
    assert_eq!(get(&sandbox, "/happycolis/faults").await, json!([]));
    let unknown = post(
        &sandbox,
        "/happycolis/faults",
        json!({ "effect": "explode" }),
    )
    .await;
    assert_eq!(unknown.status, 422);
    for effect in [
        json!({ "effect": "answer", "status": 503 }),
        json!({ "effect": "drop" }),
        json!({ "effect": "malformed_json" }),
        json!({ "effect": "partial" }),
        json!({ "effect": "html_error" }),
        json!({ "effect": "rate_limited" }),
        json!({ "effect": "empty_body" }),
        json!({ "effect": "refuse_cors" }),
        json!({ "effect": "oversized" }),
    ] {
        assert_eq!(
            post(&sandbox, "/happycolis/faults", effect).await.status,
            204
        );
    }
}

#[tokio::test]
async fn a_held_call_is_released_over_http() {
    let sandbox = api::start().await;
    post(&sandbox, "/happycolis/faults", json!({ "effect": "hold" })).await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let call = tokio::spawn(async move { api.list().await.status });
    sandbox.control.happycolis.wait_for_held(1).await;
    assert_eq!(
        post(&sandbox, "/happycolis/release", json!({}))
            .await
            .status,
        204
    );
    assert_eq!(call.await.unwrap(), 200);
}

#[tokio::test]
async fn what_was_received_is_read_and_forgotten() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let call = api
        .post()
        .header("origin", "http://a.example")
        .json(&json!({ "query": "{ a }" }));
    send(call).await.unwrap();
    api.list().await;
    let received = get(&sandbox, "/received").await;
    let first = &received[0];
    assert_eq!(first["body"], "{\"query\":\"{ a }\"}");
    for (key, value) in [
        ("platform", json!("happycolis")),
        ("door", json!("relay")),
        ("preflight", json!(false)),
        ("method", json!("POST")),
        ("path", json!("/relay/happycolis/graphql")),
        ("operation", Value::Null),
    ] {
        assert_eq!(first[key], value, "{key}");
    }
    let headers = first["headers"].as_array().unwrap();
    assert!(headers.contains(&json!(["origin", "http://a.example"])));
    assert_eq!(received[1]["operation"], "GetIntegration");
    assert_eq!(delete(&sandbox, "/received").await, 204);
    assert_eq!(get(&sandbox, "/received").await, json!([]));
}

#[tokio::test]
async fn what_is_not_there_is_named() {
    let sandbox = api::start().await;
    for (path, body) in [
        (
            "/happycolis/seed",
            json!({ "owner": "int_none", "count": 1 }),
        ),
        ("/happycolis/clear", json!({ "owner": "int_none" })),
        ("/happycolis/remove", json!({ "id": "wh_none" })),
        (
            "/happycolis/health",
            json!({ "id": "wh_none", "health": null }),
        ),
        ("/happycolis/expire", json!({ "token": "none" })),
        (
            "/happycolis/fire",
            json!({ "owner": "int_none", "type": "a", "body": {} }),
        ),
        ("/happycolis/unblock", json!({ "owner": "int_none" })),
        ("/happycolis/settle", json!({ "owner": "int_none" })),
    ] {
        let refused = post(&sandbox, path, body).await;
        assert_eq!(refused.status, 400, "{path}");
        assert!(
            refused.json()["error"].as_str().unwrap().starts_with("No "),
            "{path}"
        );
    }
    let expired = post(
        &sandbox,
        "/happycolis/expire",
        json!({ "token": INTEGRATION_TOKEN }),
    )
    .await;
    assert_eq!(expired.status, 204);
    let sdl = format!("{}/sandbox/happycolis/sdl", sandbox.origin);
    let sdl = send(request(Method::GET, &sdl)).await.unwrap();
    assert_eq!(sdl.body, sandbox.control.happycolis.sdl());
}
