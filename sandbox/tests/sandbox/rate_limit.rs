//! Fact 12: the rate limit on every response.

use std::time::{SystemTime, UNIX_EPOCH};

use reqwest::Method;
use sandbox::{
    Effect, Fault,
    happycolis::{INTEGRATION_TOKEN, SECOND_INTEGRATION_TOKEN},
};
use serde_json::{Value, json};

use crate::{
    api::{self, Answer, Api, request, send},
    blocks,
};

/// Status, header names and body of the documented answer.
fn documented() -> (u16, Vec<&'static str>, Value) {
    let block = blocks::text("name=happycolis.error.rate-limit");
    let (head, body) = block.split_once("\n\n").unwrap();
    let mut lines = head.lines();
    let status = lines
        .next()
        .unwrap()
        .split(' ')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    let names = lines.map(|line| line.split(": ").next().unwrap()).collect();
    (status, names, serde_json::from_str(body).unwrap())
}

fn number(answer: &Answer, name: &str) -> u64 {
    let value = answer
        .header(name)
        .unwrap_or_else(|| panic!("{name} is missing"));
    value.parse().unwrap()
}

#[tokio::test]
async fn every_response_carries_the_headers() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let started = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    for (remaining, call) in [
        (999, api.post().json(&json!({ "query": "{ __typename }" }))),
        (998, api.post().json(&json!({ "query": "foo" }))),
        (997, api.post().body("{")),
        (996, request(Method::GET, &api.url).bearer_auth(api.token)),
        (999, request(Method::POST, &api.url).bearer_auth("unknown")),
    ] {
        let answer = send(call).await.unwrap();
        assert_eq!(number(&answer, "x-ratelimit-limit"), 1000);
        assert_eq!(number(&answer, "x-ratelimit-remaining"), remaining);
        assert!(number(&answer, "x-ratelimit-reset") >= started + 60);
        assert_eq!(answer.header("retry-after"), None);
    }
}

#[tokio::test]
async fn too_many_requests_are_refused_per_token() {
    let sandbox = api::start().await;
    sandbox
        .control
        .happycolis
        .switch(|switches| switches.rate_limit_factor = 0.001);
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    assert_eq!(api.list().await.status, 200);
    let refused = api.create("product/created", "https://a.example.com").await;
    let (status, names, body) = documented();
    assert_eq!(refused.status, status);
    for name in names {
        assert!(refused.header(name).is_some(), "{name}");
    }
    let seconds = number(&refused, "retry-after");
    let text = body["message"]
        .as_str()
        .unwrap()
        .replace("30", &seconds.to_string());
    assert_eq!(
        refused.json(),
        json!({ "statusCode": 429, "message": text })
    );
    assert_eq!(number(&refused, "x-ratelimit-remaining"), 0);
    assert_eq!(
        Api::relay(&sandbox, SECOND_INTEGRATION_TOKEN)
            .list()
            .await
            .status,
        200
    );
    let stored = api::kinds(&sandbox, sandbox::happycolis::INTEGRATION);
    assert!(!stored.contains(&"product/created".to_owned()));
}

#[tokio::test]
async fn the_documented_answer_can_be_asked_for() {
    let sandbox = api::start().await;
    let effect = Effect::RateLimited { retry_after: 30 };
    sandbox.control.happycolis.queue_fault(Fault::next(effect));
    let answer = Api::relay(&sandbox, INTEGRATION_TOKEN).list().await;
    let (status, _, body) = documented();
    assert_eq!((answer.status, answer.json()), (status, body));
    assert_eq!(number(&answer, "retry-after"), 30);
    assert_eq!(number(&answer, "x-ratelimit-limit"), 1000);
}
