//! Facts 1, 11 and 13: pages of webhooks and of event callbacks.

use std::collections::BTreeSet;

use sandbox::{Running, commerce_layer::Environment};
use serde_json::{Value, json};

use super::api::{Api, assumed, object};
use crate::{api, blocks};

const LIST: &str = "https://yourdomain.commercelayer.io/api/webhooks";

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().unwrap().keys().cloned().collect()
}

/// The id of the demo webhook of this name.
fn id(sandbox: &Running, name: &str) -> String {
    let stored = sandbox.control.commerce_layer.webhooks(Environment::Test);
    let found = stored
        .into_iter()
        .find(|webhook| webhook.attributes["name"] == name);
    found.unwrap().id
}

#[tokio::test]
async fn a_list_comes_in_pages() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let first = api.get("webhooks", &[]).await.json();
    assert_eq!(first["data"].as_array().unwrap().len(), 10);
    assert_eq!(
        first["meta"],
        json!({ "record_count": 34, "page_count": 4 })
    );
    let link = |number: u8, size: u8| format!("{LIST}?page[number]={number}&page[size]={size}");
    let links = json!({ "first": link(1, 10), "next": link(2, 10), "last": link(4, 10) });
    assert_eq!(first["links"], links);

    let mut ids = BTreeSet::new();
    for (number, rows) in [("1", 25), ("2", 9), ("3", 0)] {
        let query = [("page[number]", number), ("page[size]", "25")];
        let page = api.get("webhooks", &query).await.json();
        let data = page["data"].as_array().unwrap();
        assert_eq!(data.len(), rows);
        ids.extend(
            data.iter()
                .map(|row| row["id"].as_str().unwrap().to_owned()),
        );
    }
    assert_eq!(ids.len(), 34);
    let query = [("sort", "-id"), ("page[number]", "2"), ("page[size]", "25")];
    let last = api.get("webhooks", &query).await.json();
    let link = |number: u8| format!("{LIST}?sort=-id&page[number]={number}&page[size]=25");
    let links = json!({ "first": link(1), "prev": link(1), "last": link(2) });
    assert_eq!(last["links"], links);
}

#[tokio::test]
async fn an_empty_list_has_no_pages() {
    let sandbox = api::start().await;
    sandbox.control.commerce_layer.clear(Environment::Test);
    let empty = Api::demo(&sandbox).get("webhooks", &[]).await.json();
    assert_eq!(empty["data"], json!([]));
    assert_eq!(empty["meta"], json!({ "record_count": 0, "page_count": 0 }));
}

#[tokio::test]
async fn a_page_has_at_most_25_rows() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let refused = api.get("webhooks", &[("page[size]", "26")]).await;
    assert_eq!(
        (refused.status, refused.json()),
        (400, assumed("page_size_400"))
    );
    for query in [
        ("page[size]", "0"),
        ("page[number]", "x"),
        ("page[number]", "-1"),
    ] {
        let refused = api.get("webhooks", &[query]).await;
        assert_eq!(refused.status, 400);
        assert_eq!(refused.json()["errors"][0]["code"], "INVALID_PAGE_VALUE");
    }
}

#[tokio::test]
async fn a_row_has_the_documented_members() {
    let sandbox = api::start().await;
    let list = Api::demo(&sandbox).get("webhooks", &[]).await.json();
    let row = &list["data"][0];
    let recorded = blocks::json("name=commerce-layer.create.response.recorded");
    let recorded = &recorded["data"];
    assert_eq!(keys(row), keys(recorded));
    assert_eq!(keys(&row["attributes"]), keys(&recorded["attributes"]));
    assert_eq!(keys(&row["meta"]), keys(&recorded["meta"]));
    let documented = blocks::json("name=commerce-layer.list.response.documented");
    assert_eq!(keys(&list), keys(&documented));
    assert_eq!(keys(&list["meta"]), keys(&documented["meta"]));
    let relationships = ["last_event_callbacks", "event_stores"].map(ToOwned::to_owned);
    assert_eq!(keys(&row["relationships"]), BTreeSet::from(relationships));
}

#[tokio::test]
async fn event_callbacks_of_one_webhook_come_newest_first() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let id = id(&sandbox, "ERP: orders placed");
    let filter = ("filter[q][webhook_id_eq]", id.as_str());
    let query = [filter, ("sort", "-created_at"), ("page[size]", "25")];
    let first = api.get("event_callbacks", &query).await.json();
    assert_eq!(
        first["meta"],
        json!({ "record_count": 33, "page_count": 2 })
    );
    let rows = first["data"].as_array().unwrap();
    let of = |row: &Value, name: &str| row["attributes"][name].clone();
    let codes: Vec<Value> = rows.iter().map(|row| of(row, "response_code")).collect();
    let expected = json!(["200", "200", "204", "200", "500", "200", "200", null]);
    assert_eq!(json!(codes[..8]), expected);
    assert_eq!(of(&rows[7], "response_message"), "Timeout");
    let times = rows.iter().map(|row| of(row, "created_at").to_string());
    assert!(times.rev().is_sorted());

    let documented = blocks::json("name=commerce-layer.event-callback.response");
    let documented = &documented["data"];
    assert_eq!(keys(&rows[0]), keys(documented));
    for part in ["attributes", "relationships"] {
        assert_eq!(keys(&rows[0][part]), keys(&documented[part]));
    }
    let own = rows[0]["id"].as_str().unwrap();
    let one = api.get(&format!("event_callbacks/{own}"), &[]).await.json();
    assert_eq!(one["data"]["attributes"], rows[0]["attributes"]);
}

#[tokio::test]
async fn the_other_readings_of_relationships_and_payloads() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let callback = async || {
        let list = api.get("event_callbacks", &[]).await.json();
        list["data"][0]["attributes"]["payload"].clone()
    };
    let payload = callback().await;
    assert!(payload["data"]["id"].is_string());
    sandbox.control.commerce_layer.switch(|switches| {
        switches.payload_as_string = true;
        switches.versions = true;
    });
    let text = callback().await;
    let parsed: Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
    assert_eq!(parsed, payload);
    let list = api.get("webhooks", &[]).await.json();
    assert!(list["data"][0]["relationships"]["versions"]["links"].is_object());
}

#[tokio::test]
async fn rows_of_every_kind_are_on_the_wall() {
    let sandbox = api::start().await;
    let stored = sandbox.control.commerce_layer.webhooks(Environment::Test);
    let count = |fits: &dyn Fn(&Value) -> bool| {
        let rows = stored.iter().map(|webhook| json!(webhook.attributes));
        rows.filter(|row| fits(row)).count()
    };
    assert_eq!(count(&|row| row["circuit_state"] == "open"), 2);
    assert_eq!(count(&|row| !row["disabled_at"].is_null()), 3);
    let failing = |row: &Value| (1..30).contains(&row["circuit_failure_count"].as_i64().unwrap());
    assert_eq!(count(&failing), 4);
    let legacy = |row: &Value| row["callback_url"].as_str().unwrap().starts_with("http:");
    assert_eq!(count(&legacy), 1);
    assert_eq!(count(&|row| row["name"] == "webhook"), 5);
    assert!(count(&|row| row["metadata"] != json!({})) >= 3);
    assert!(
        count(&|row| !row["include_resources"].is_null() && row["include_resources"] != json!([]))
            >= 5
    );
}

#[tokio::test]
async fn a_row_can_be_what_no_rule_would_let_in() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    control.clear(Environment::Test);
    let odd = json!({ "topic": 5, "circuit_state": "half_open", "callback_url": null });
    control.insert(Environment::Test, object(odd));
    let list = Api::demo(&sandbox).get("webhooks", &[]).await.json();
    assert_eq!(list["data"][0]["attributes"]["topic"], 5);
    assert_eq!(list["data"][0]["attributes"]["circuit_state"], "half_open");
}
