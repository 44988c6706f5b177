//! Fact 5: what an update does.

use sandbox::sentera::{ACME_CHILD, EventType, SECOND_SUBSCRIPTION, SUBSCRIPTION, Subscription};
use serde_json::{Value, json};

use super::api::{Api, assumed};
use crate::{api, blocks, schema};

fn stored(sandbox: &sandbox::Running) -> Subscription {
    let stored = sandbox.control.sentera.subscriptions(ACME_CHILD).unwrap();
    stored.into_iter().next().unwrap()
}

async fn update(api: &Api, mut variables: Value) -> Value {
    variables["id"] = json!(SUBSCRIPTION);
    let answer = api.op("events.after-update", variables).await.json();
    assert_eq!(answer.get("errors"), None);
    answer["data"]["update_webhook_subscription"].clone()
}

#[tokio::test]
async fn the_documented_example_is_answered() {
    let sandbox = api::start().await;
    let named = "b6i0chc_WS_w3njAcmeGrand_CV_deve_85c3a6365_220131_132709";
    let set = |known: &mut Subscription| {
        known.sentera_id = named.to_owned();
        known.event_types = vec![EventType::FeatureSetCreated];
    };
    sandbox.control.sentera.change(SUBSCRIPTION, set).unwrap();
    let query = schema::file("sentera/update");
    let answer = Api::relay(&sandbox).call(&query, json!({})).await;
    let documented = blocks::json("response=sentera.update/doc");
    assert_eq!((answer.status, answer.json()), (200, documented));
}

#[tokio::test]
async fn what_is_given_changes_and_the_rest_stays() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let before = stored(&sandbox);
    let updated = update(&api, json!({ "url": "https://new.example.com" })).await;
    assert_eq!(updated["callback_url"], "https://new.example.com");
    assert_eq!(stored(&sandbox).event_types, before.event_types);
    let updated = update(&api, json!({ "events": ["SURVEY_CREATED"] })).await;
    assert_eq!(updated["event_types"], json!(["SURVEY_CREATED"]));
    assert_eq!(stored(&sandbox).callback_url, "https://new.example.com");
}

#[tokio::test]
async fn a_refusal_has_the_assumed_form() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let query = |id: &str, arguments: &str| {
        format!(
            "mutation {{\n  update_webhook_subscription(sentera_id: \"{id}\"{arguments}) {{ sentera_id }}\n}}"
        )
    };
    let before = stored(&sandbox);
    let url = ", callback_url: \"https://a.example.com\"";
    for (query, case) in [
        (query(SUBSCRIPTION, ""), "update_nothing"),
        (query("unknown", url), "subscription_not_found"),
    ] {
        let refused = api.call(&query, json!({})).await;
        assert_eq!((refused.status, refused.json()), (200, assumed(case)));
    }
    let empty = format!("{url}, event_types: []");
    let empty = api
        .call(&query(SUBSCRIPTION, &empty), json!({}))
        .await
        .json();
    assert_eq!(
        empty["errors"][0]["message"],
        "event_types must not be empty"
    );
    assert_eq!(stored(&sandbox), before);
    assert_ne!(before.sentera_id, SECOND_SUBSCRIPTION);
}
