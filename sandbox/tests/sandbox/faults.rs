//! Every fault, before and after the call is processed.

use std::{collections::BTreeMap, time::Duration};

use sandbox::{
    Effect, Fault, Running,
    happycolis::{INTEGRATION, INTEGRATION_TOKEN},
};
use serde_json::{Value, json};

use crate::api::{self, Answer, Api, CREATE, input, kinds};

const NEW: &str = "product/created";

fn queue(sandbox: &Running, fault: Fault) {
    sandbox.control.happycolis.queue_fault(fault);
}

fn stored(sandbox: &Running) -> bool {
    kinds(sandbox, INTEGRATION).contains(&NEW.to_owned())
}

async fn create(sandbox: &Running) -> reqwest::Result<Answer> {
    let api = Api::relay(sandbox, INTEGRATION_TOKEN);
    api.try_call(CREATE, input(NEW, "https://a.example.com"))
        .await
}

/// Effects that put another answer in the place of the real one, with what is answered.
fn replacing() -> Vec<(Effect, u16, &'static str)> {
    let headers = BTreeMap::from([("X-Served-By".to_owned(), "edge".to_owned())]);
    vec![
        (
            Effect::Answer {
                status: 503,
                headers,
                body: Some(json!("Down")),
            },
            503,
            "Down",
        ),
        (
            Effect::Answer {
                status: 403,
                headers: BTreeMap::new(),
                body: Some(json!({ "a": 1 })),
            },
            403,
            "{\"a\":1}",
        ),
        (Effect::MalformedJson, 200, "{\"data\":{\"inte"),
        (Effect::HtmlError, 500, "<!doctype html>"),
        (Effect::RateLimited { retry_after: 7 }, 429, "{\"message\":"),
        (Effect::EmptyBody, 200, ""),
        (Effect::Oversized { bytes: 100_000 }, 200, "{\"data\":null,"),
    ]
}

#[tokio::test]
async fn before_the_call_is_processed_nothing_is_stored() {
    for (effect, status, body) in replacing() {
        let sandbox = api::start().await;
        queue(&sandbox, Fault::next(effect));
        let answer = create(&sandbox).await.unwrap();
        assert_eq!(answer.status, status);
        assert!(answer.body.starts_with(body), "{}", answer.body);
        assert!(!stored(&sandbox));
        assert_eq!(create(&sandbox).await.unwrap().json().get("errors"), None);
    }
}

#[tokio::test]
async fn after_the_call_is_processed_it_is_stored_all_the_same() {
    for (effect, status, body) in replacing() {
        let sandbox = api::start().await;
        queue(&sandbox, Fault::next(effect).after());
        let answer = create(&sandbox).await.unwrap();
        assert_eq!(answer.status, status);
        assert!(answer.body.starts_with(body), "{}", answer.body);
        assert!(stored(&sandbox));
    }
}

#[tokio::test]
async fn answers_have_the_named_headers_and_sizes() {
    let sandbox = api::start().await;
    for (effect, _, _) in replacing() {
        queue(&sandbox, Fault::next(effect));
    }
    let mut answers = Vec::new();
    for _ in 0..7 {
        answers.push(create(&sandbox).await.unwrap());
    }
    assert_eq!(answers[0].header("x-served-by"), Some("edge"));
    let types: Vec<_> = answers
        .iter()
        .map(|answer| answer.header("content-type"))
        .collect();
    let (text, json) = (Some("text/plain; charset=utf-8"), Some("application/json"));
    let html = Some("text/html; charset=utf-8");
    assert_eq!(types, [text, json, json, html, json, None, json]);
    assert_eq!(answers[4].header("retry-after"), Some("7"));
    assert!(answers[6].body.len() > 100_000);
    assert_eq!(answers[6].json()["data"], Value::Null);
}

#[tokio::test]
async fn a_dropped_call_closes_the_connection() {
    let sandbox = api::start().await;
    queue(&sandbox, Fault::next(Effect::Drop));
    assert!(create(&sandbox).await.is_err());
    assert!(!stored(&sandbox));
    queue(&sandbox, Fault::next(Effect::Drop).after());
    assert!(create(&sandbox).await.is_err());
    assert!(stored(&sandbox));
    assert_eq!(sandbox.control.received().len(), 2);
}

#[tokio::test]
async fn data_comes_with_errors() {
    let sandbox = api::start().await;
    let errors = vec![json!({ "message": "half" })];
    queue(&sandbox, Fault::next(Effect::Partial { errors }));
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let partial = api.list().await.json();
    assert_eq!(partial["errors"], json!([{ "message": "half" }]));
    assert_eq!(partial["data"], api.list().await.json()["data"]);
}

#[tokio::test]
async fn a_held_call_goes_on_when_it_is_released() {
    for after in [false, true] {
        let sandbox = api::start().await;
        let hold = Fault::next(Effect::Hold);
        queue(&sandbox, if after { hold.after() } else { hold });
        let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
        let call = tokio::spawn(async move { api.create(NEW, "https://a.example.com").await });
        sandbox.control.happycolis.wait_for_held(1).await;
        assert_eq!((stored(&sandbox), call.is_finished()), (after, false));
        sandbox.control.happycolis.release();
        assert_eq!(call.await.unwrap().json().get("errors"), None);
        assert!(stored(&sandbox));
    }
}

#[tokio::test]
async fn a_delayed_call_waits() {
    let sandbox = api::start().await;
    let an_hour = 3_600_000;
    for fault in [
        Fault::next(Effect::Delay { ms: an_hour }),
        Fault::next(Effect::Delay { ms: an_hour }).after(),
    ] {
        queue(&sandbox, fault);
        let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
        let call = api.post().json(&json!({ "query": "{ __typename }" }));
        let failed = api::send(call.timeout(Duration::from_millis(50)))
            .await
            .unwrap_err();
        assert!(failed.is_timeout());
    }
    queue(&sandbox, Fault::next(Effect::Delay { ms: 1 }));
    assert_eq!(create(&sandbox).await.unwrap().status, 200);
}

#[tokio::test]
async fn a_fault_waits_for_its_operation_and_count() {
    let sandbox = api::start().await;
    let fault = Fault::next(Effect::HtmlError).on("GetIntegration").times(2);
    queue(&sandbox, fault.clone());
    assert_eq!(create(&sandbox).await.unwrap().status, 200);
    assert_eq!(sandbox.control.happycolis.faults(), [fault]);
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(api.list().await.status);
    }
    assert_eq!(statuses, [500, 500, 200]);
    assert_eq!(sandbox.control.happycolis.faults(), []);
}

#[tokio::test]
async fn a_reset_releases_and_forgets() {
    let sandbox = api::start().await;
    queue(&sandbox, Fault::next(Effect::Hold));
    queue(&sandbox, Fault::next(Effect::HtmlError).times(9));
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let held = {
        let api = api.clone();
        tokio::spawn(async move { api.list().await.status })
    };
    sandbox.control.happycolis.wait_for_held(1).await;
    sandbox.control.reset();
    assert_eq!(held.await.unwrap(), 200);
    assert_eq!(api.list().await.status, 200);
}
