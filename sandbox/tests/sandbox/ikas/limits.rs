//! Fact 14 and assumption 8: the rate limit, and the block after many errors.

use sandbox::{
    Effect, Fault, Running,
    ikas::{NO_PERMISSION_TOKEN, TOKEN},
};
use serde_json::{Value, json};

use super::api::{Api, assumed};
use crate::api::{self, Answer};

async fn ask(api: &Api) -> Answer {
    api.op("ikas-v2/listWebhook", json!({})).await
}

fn refuses_at_once(sandbox: &Running) {
    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.rate_limit_factor = 0.02);
}

#[tokio::test]
async fn the_51st_request_in_ten_seconds_is_refused() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    for _ in 0..50 {
        assert_eq!(ask(&api).await.status, 200);
    }
    let refused = ask(&Api::v1(&sandbox)).await;
    assert_eq!(refused.status, 429);
    assert_eq!(ask(&api.with(NO_PERMISSION_TOKEN)).await.status, 200);
}

#[tokio::test]
async fn a_refusal_says_when_in_its_body_and_on_request_in_a_header() {
    let sandbox = api::start().await;
    refuses_at_once(&sandbox);
    let api = Api::cross(&sandbox);
    assert_eq!(ask(&api).await.status, 200);
    let refused = ask(&api).await;
    let seconds = refused.json()["retryAfter"].as_u64().unwrap();
    let mut expected = assumed("too_many_requests_429");
    expected["retryAfter"] = json!(seconds);
    assert_eq!((refused.status, refused.json()), (429, expected));
    assert!((1..=10).contains(&seconds));
    assert_eq!(refused.header("retry-after"), None);

    sandbox.control.ikas.switch(|switches| {
        switches.retry_after_header = true;
        switches.expose_retry_after = true;
    });
    let refused = ask(&api).await;
    assert!(refused.header("retry-after").is_some());
    let exposed = refused.header("access-control-expose-headers");
    assert_eq!(exposed, Some("Retry-After"));
}

#[tokio::test]
async fn the_documented_answer_can_be_asked_for() {
    let sandbox = api::start().await;
    let fault = Fault::next(Effect::RateLimited { retry_after: 5 });
    sandbox.control.ikas.queue_fault(fault);
    let refused = ask(&Api::v2(&sandbox)).await;
    let expected: (u16, Value) = (429, assumed("too_many_requests_429"));
    assert_eq!((refused.status, refused.json()), expected);
}

#[tokio::test]
async fn many_errors_block_a_token_where_that_is_switched_on() {
    let sandbox = api::start().await;
    let fail = async |api: &Api| api.save(&["store/order/created"], "nope").await.status;
    let api = Api::v2(&sandbox);
    for _ in 0..5 {
        assert_eq!(fail(&api).await, 200);
    }
    sandbox.control.reset();
    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.block_on_errors = true);
    for _ in 0..4 {
        assert_eq!(fail(&api).await, 200);
    }
    let blocked = ask(&api).await;
    assert_eq!(blocked.status, 429);
    assert!(blocked.json()["retryAfter"].as_u64().unwrap() > 3000);
    assert_eq!(api.token, TOKEN);
    assert_eq!(ask(&api.with(NO_PERMISSION_TOKEN)).await.status, 200);
}
