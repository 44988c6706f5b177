//! Assumption 1: a token, and what happens without one.

use reqwest::Method;
use sandbox::{
    Effect, Fault,
    sentera::{ACME_CHILD, EXPIRED_TOKEN, ErrorForm, OTHER_TOKEN, SUBSCRIPTION, TOKEN},
};
use serde_json::json;

use super::api::{Api, assumed};
use crate::api::{self, request, send};

const ANY: &str = "{ __typename }";

#[tokio::test]
async fn without_a_valid_token_graphql_is_not_reached() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let call = || request(Method::POST, &api.url).json(&json!({ "query": ANY }));
    for call in [
        call(),
        call().bearer_auth("unknown"),
        call().bearer_auth(EXPIRED_TOKEN),
        call().header("authorization", TOKEN),
    ] {
        let answer = send(call).await.unwrap();
        assert_eq!(
            (answer.status, answer.json()),
            (401, assumed("no_token_401"))
        );
    }
    sandbox.control.sentera.expire(TOKEN).unwrap();
    assert_eq!(api.call(ANY, json!({})).await.status, 401);
}

#[tokio::test]
async fn another_user_reaches_nothing_of_the_first() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox).with(OTHER_TOKEN);
    let created = api
        .create(ACME_CHILD, "https://a.example.com", &["TASK_MODIFIED"])
        .await
        .json();
    assert_eq!(created["errors"][0]["message"], "Organization not found");
    let variables = json!({ "id": SUBSCRIPTION, "url": "https://a.example.com" });
    let updated = api.op("events.after-update", variables).await.json();
    assert_eq!(
        updated["errors"][0]["message"],
        "Webhook subscription not found"
    );
    let deleted = api.delete(ACME_CHILD, &[SUBSCRIPTION]).await.json();
    assert_eq!(deleted["errors"][0]["message"], "Organization not found");
    let stored = sandbox.control.sentera.subscriptions(ACME_CHILD).unwrap();
    assert_eq!(stored.len(), 2);
}

#[tokio::test]
async fn a_failure_can_be_a_message_alone() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    control.switch(|switches| switches.errors = ErrorForm::Message);
    let api = Api::relay(&sandbox);
    let refused = api
        .create("unknown", "https://a.example.com", &["TASK_MODIFIED"])
        .await;
    assert_eq!(
        (refused.status, refused.json()),
        (200, assumed("message_only_200"))
    );
    assert_eq!(
        api.call(ANY, json!({})).await.json()["data"]["__typename"],
        "Query"
    );
}

#[tokio::test]
async fn requests_are_limited_where_that_is_switched_on() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    let api = Api::cross(&sandbox);
    control.queue_fault(Fault::next(Effect::RateLimited { retry_after: 7 }));
    let refused = api.call(ANY, json!({})).await;
    assert_eq!(
        (refused.status, refused.json()),
        (429, assumed("too_many_requests_429"))
    );
    assert_eq!(refused.header("retry-after"), None);
    control.switch(|switches| {
        switches.rate_limit = Some(1);
        switches.retry_after_header = true;
        switches.expose_retry_after = true;
    });
    assert_eq!(api.call(ANY, json!({})).await.status, 200);
    let refused = api.call(ANY, json!({})).await;
    assert_eq!(
        (refused.status, refused.json()),
        (429, assumed("too_many_requests_429"))
    );
    assert!(refused.header("retry-after").is_some());
    let exposed = refused.header("access-control-expose-headers");
    assert_eq!(exposed, Some("Retry-After"));
    assert_eq!(api.with(OTHER_TOKEN).call(ANY, json!({})).await.status, 200);
}
