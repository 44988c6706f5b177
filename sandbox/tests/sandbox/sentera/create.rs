//! Fact 4 and assumption 4: what a create does.

use sandbox::sentera::{ACME_GRANDCHILD, Authentication, EventType};
use serde_json::json;

use super::api::{Api, assumed};
use crate::{api, blocks, schema};

#[tokio::test]
async fn the_documented_example_is_answered() {
    let sandbox = api::start().await;
    let named = "6aeagny_OR_w3njAcmeGrand_CV_deve_ef64a0fce_220112_111024";
    let query = schema::file("sentera/create");
    assert!(query.contains(named));
    let query = query.replace(named, ACME_GRANDCHILD);
    let answer = Api::relay(&sandbox).call(&query, json!({})).await;
    let mut created = answer.json();
    let mut expected = blocks::json("response=sentera.create/doc");
    for value in [&mut created, &mut expected] {
        let id = value["data"]["create_webhook_subscription"]["sentera_id"].take();
        assert!(id.as_str().unwrap().contains("_WS_"));
    }
    assert_eq!((answer.status, created), (200, expected));
    let [stored] = &sandbox
        .control
        .sentera
        .subscriptions(ACME_GRANDCHILD)
        .unwrap()[..]
    else {
        panic!("one subscription")
    };
    assert_eq!(stored.event_types, [EventType::FeatureSetCreated]);
    assert_eq!(stored.authentication, None);
}

#[tokio::test]
async fn several_events_twice_and_without_https_are_accepted() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let mut variables = blocks::json("vars=sentera.create.variables/own");
    variables["organization"] = json!(ACME_GRANDCHILD);
    variables["url"] = json!("http://example.com/webhooks");
    for _ in 0..2 {
        let created = api.op("create.variables", variables.clone()).await.json();
        let created = &created["data"]["create_webhook_subscription"];
        assert_eq!(created["event_types"], variables["events"]);
        assert_eq!(created["callback_url"], variables["url"]);
    }
    let stored = sandbox
        .control
        .sentera
        .subscriptions(ACME_GRANDCHILD)
        .unwrap();
    assert_ne!(stored[0].sentera_id, stored[1].sentera_id);
}

#[tokio::test]
async fn authentication_is_stored_and_never_returned() {
    let sandbox = api::start().await;
    let variables = json!({
        "organization": ACME_GRANDCHILD, "url": "https://a.example.com", "events": ["TASK_MODIFIED"],
        "authentication": {
            "client_id": "pegboard", "client_secret": "hidden",
            "token_url": "https://receiver.example/oauth/token",
        },
    });
    let created = Api::relay(&sandbox).op("create.variables", variables).await;
    assert!(!created.body.contains("hidden"));
    let stored = sandbox
        .control
        .sentera
        .subscriptions(ACME_GRANDCHILD)
        .unwrap();
    let expected = Authentication {
        client_id: "pegboard".to_owned(),
        client_secret: "hidden".to_owned(),
        token_url: "https://receiver.example/oauth/token".to_owned(),
        scope: None,
    };
    assert_eq!(stored[0].authentication, Some(expected));
}

#[tokio::test]
async fn a_refusal_has_the_assumed_form() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let query = |organization: &str, url: &str, events: &str| {
        format!(
            "mutation {{\n  create_webhook_subscription(organization_sentera_id: \"{organization}\", callback_url: \"{url}\", event_types: {events}) {{ sentera_id }}\n}}"
        )
    };
    let url = "https://a.example.com";
    for (query, case) in [
        (
            query("unknown", url, "[TASK_MODIFIED]"),
            "organization_not_found",
        ),
        (query(ACME_GRANDCHILD, url, "[]"), "event_types_empty"),
        (
            query(ACME_GRANDCHILD, "nope", "[TASK_MODIFIED]"),
            "url_invalid",
        ),
    ] {
        let refused = api.call(&query, json!({})).await;
        assert_eq!((refused.status, refused.json()), (200, assumed(case)));
    }
    let stored = sandbox
        .control
        .sentera
        .subscriptions(ACME_GRANDCHILD)
        .unwrap();
    assert_eq!(stored, []);
}
