//! The cross-origin host, and the switches for CORS and for exposed rate limit headers.

use reqwest::Method;
use sandbox::{
    Door, Effect, Fault, Running,
    happycolis::{INTEGRATION, INTEGRATION_TOKEN},
};

use crate::api::{self, Answer, Api, kinds, request, send};

const ALLOWED: &str = "access-control-allow-origin";

async fn preflight(url: &str) -> Answer {
    let call = request(Method::OPTIONS, url)
        .header("origin", "http://127.0.0.1:1")
        .header("access-control-request-method", "POST")
        .header(
            "access-control-request-headers",
            "authorization,content-type",
        );
    send(call).await.unwrap()
}

async fn list(sandbox: &Running) -> Answer {
    Api::cross(sandbox, INTEGRATION_TOKEN).list().await
}

#[tokio::test]
async fn a_preflight_is_granted_and_not_to_be_remembered() {
    let sandbox = api::start().await;
    let api = Api::cross(&sandbox, INTEGRATION_TOKEN);
    let granted = preflight(&api.url).await;
    assert_eq!((granted.status, granted.body.as_str()), (204, ""));
    for (name, value) in [
        (ALLOWED, "*"),
        ("access-control-allow-methods", "POST"),
        (
            "access-control-allow-headers",
            "authorization, content-type",
        ),
        ("access-control-max-age", "0"),
    ] {
        assert_eq!(granted.header(name), Some(value));
    }
    assert_eq!(granted.header("access-control-allow-credentials"), None);
    assert_eq!(api.list().await.header(ALLOWED), Some("*"));
    let received = sandbox.control.received();
    let told: Vec<_> = received
        .iter()
        .map(|each| (each.door, each.preflight))
        .collect();
    assert_eq!(told, [(Door::Cross, true), (Door::Cross, false)]);
}

#[tokio::test]
async fn errors_can_be_read_too() {
    let sandbox = api::start().await;
    let answer = Api::cross(&sandbox, "unknown").list().await;
    assert_eq!((answer.status, answer.header(ALLOWED)), (401, Some("*")));
}

#[tokio::test]
async fn switched_off_it_answers_no_other_origin() {
    let sandbox = api::start().await;
    sandbox
        .control
        .happycolis
        .switch(|switches| switches.cors = false);
    let api = Api::cross(&sandbox, INTEGRATION_TOKEN);
    let refused = preflight(&api.url).await;
    assert_eq!((refused.status, refused.header(ALLOWED)), (403, None));
    assert_eq!(api.list().await.header(ALLOWED), None);
}

#[tokio::test]
async fn the_rate_limit_is_exposed_only_when_switched_on() {
    let sandbox = api::start().await;
    let exposed = "access-control-expose-headers";
    assert_eq!(list(&sandbox).await.header(exposed), None);
    sandbox
        .control
        .happycolis
        .switch(|switches| switches.expose_rate_limit = true);
    let names = "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After";
    assert_eq!(list(&sandbox).await.header(exposed), Some(names));
}

#[tokio::test]
async fn the_relay_knows_no_other_origin() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let refused = preflight(&api.url).await;
    assert_eq!((refused.status, refused.header(ALLOWED)), (405, None));
    assert_eq!(api.list().await.header(ALLOWED), None);
}

#[tokio::test]
async fn both_doors_lead_to_the_same_platform() {
    let sandbox = api::start().await;
    let relay = Api::relay(&sandbox, INTEGRATION_TOKEN);
    relay
        .create("product/created", "https://a.example.com")
        .await;
    assert_eq!(list(&sandbox).await.json(), relay.list().await.json());
    let site = format!("{}/sandbox/received", sandbox.cross_origin);
    assert_eq!(send(request(Method::GET, &site)).await.unwrap().status, 404);
}

#[tokio::test]
async fn one_preflight_is_refused_on_demand() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    let api = Api::cross(&sandbox, INTEGRATION_TOKEN);
    control.queue_fault(Fault::next(Effect::RefuseCors));
    // A call that is not a preflight leaves the fault waiting.
    assert_eq!(api.list().await.header(ALLOWED), Some("*"));
    assert_eq!(preflight(&api.url).await.status, 403);
    assert_eq!(preflight(&api.url).await.status, 204);
}

#[tokio::test]
async fn one_answer_is_hidden_after_the_call_was_executed() {
    let sandbox = api::start().await;
    let fault = Fault::next(Effect::RefuseCors)
        .on("IntegrationWebhookCreate")
        .after();
    sandbox.control.happycolis.queue_fault(fault);
    let api = Api::cross(&sandbox, INTEGRATION_TOKEN);
    let hidden = api.create("product/created", "https://a.example.com").await;
    assert_eq!(hidden.header(ALLOWED), None);
    assert!(kinds(&sandbox, INTEGRATION).contains(&"product/created".to_owned()));
    assert_eq!(api.list().await.header(ALLOWED), Some("*"));
}
