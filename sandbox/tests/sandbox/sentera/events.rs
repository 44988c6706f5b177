//! Fact 10: the events of a subscription.

use sandbox::sentera::{EventStatus, EventType, SECOND_SUBSCRIPTION, SUBSCRIPTION};
use serde_json::{Value, json};

use super::api::Api;
use crate::{api, blocks};

const QUERY: &str = "query Events($id: ID!, $range: DateRange, $type: WebhookEventType, $status: WebhookEventStatus, $page: Pagination!) {
  webhook_subscription(sentera_id: $id) {
    events(date_range: $range, event_type: $type, status: $status, pagination: $page) {
      total_count
      results {
        type status attempts created_at
        payload {
          __typename
          ... on TaskModifiedPayload { created_by_id updated_by_id sentera_id }
          ... on FeatureSetCreatedPayload { created_by_id sentera_id }
        }
      }
    }
  }
}";

async fn ask(api: &Api, mut variables: Value) -> Value {
    variables["id"] = json!(SUBSCRIPTION);
    if variables.get("page").is_none() {
        variables["page"] = json!({ "page": 1, "page_size": 10 });
    }
    let answer = api.call(QUERY, variables).await.json();
    answer["data"]["webhook_subscription"]["events"].clone()
}

#[tokio::test]
async fn they_are_read_right_after_an_update() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    let mut variables = blocks::json("vars=sentera.events.after-update/own");
    variables["id"] = json!(SECOND_SUBSCRIPTION);
    let answer = Api::relay(&sandbox)
        .op("events.after-update", variables)
        .await
        .json();
    let updated = &answer["data"]["update_webhook_subscription"];
    let newest = &updated["events"]["results"][0];
    let documented = blocks::json("response=sentera.events.after-update/own");
    let documented = &documented["data"]["update_webhook_subscription"];
    assert_eq!(updated["callback_url"], documented["callback_url"]);
    let example = &documented["events"]["results"][0];
    for name in ["type", "status", "attempts"] {
        assert_eq!(newest[name], example[name]);
    }
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(newest), keys(example));
    assert_eq!(
        updated["events"]["total_count"],
        control.events(SECOND_SUBSCRIPTION).len()
    );
}

#[tokio::test]
async fn they_are_filtered_and_paged_the_newest_first() {
    let sandbox = api::start().await;
    sandbox
        .control
        .sentera
        .switch(|switches| switches.discovery = true);
    let api = Api::relay(&sandbox);
    let all = ask(&api, json!({})).await;
    let times: Vec<&str> = all["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["created_at"].as_str().unwrap())
        .collect();
    assert!(
        times.is_sorted_by(|first, second| first > second),
        "{times:?}"
    );
    for (filter, expected) in [
        (json!({ "type": "FEATURE_SET_CREATED" }), 1),
        (json!({ "status": "FAILED" }), 1),
        (json!({ "type": "TASK_MODIFIED", "status": "SUCCEEDED" }), 1),
        (json!({ "range": { "start_date": times[1] } }), 2),
        (
            json!({ "range": { "start_date": times[1], "end_date": times[1] } }),
            1,
        ),
        (json!({ "status": "PENDING" }), 0),
    ] {
        let found = ask(&api, filter.clone()).await;
        assert_eq!(found["total_count"], expected, "{filter}");
    }
    let second = ask(&api, json!({ "page": { "page": 2, "page_size": 2 } })).await;
    assert_eq!(second["total_count"], 3);
    assert_eq!(second["results"][0], all["results"][2]);
    assert_eq!(
        second["results"][0]["payload"]["__typename"],
        "FeatureSetCreatedPayload"
    );
}

#[tokio::test]
async fn one_can_be_recorded_without_a_delivery() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    control.switch(|switches| switches.discovery = true);
    let kind = EventType::TaskModified;
    control
        .record(SUBSCRIPTION, kind, EventStatus::Pending, 0)
        .unwrap();
    let newest = ask(&Api::relay(&sandbox), json!({})).await["results"][0].clone();
    assert_eq!(
        (&newest["status"], &newest["attempts"]),
        (&json!("PENDING"), &json!(0))
    );
    assert!(newest["payload"]["updated_by_id"].is_string());
    assert_eq!(sandbox.control.deliveries(), []);
}
