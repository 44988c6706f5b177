//! Fact 12: sorts, filters, sparse fields, and what is refused.

use sandbox::{Running, commerce_layer::Environment};
use serde_json::{Value, json};

use super::api::{Api, assumed, object};
use crate::api;

/// Replaces the wall by three webhooks whose failures are 1, 10 and 2.
fn three(sandbox: &Running) {
    let control = &sandbox.control.commerce_layer;
    control.clear(Environment::Test);
    for (name, topic, failures, reference) in [
        ("Alpha", "orders.place", 1, json!("r1")),
        ("Beta", "orders.cancel", 10, Value::Null),
        ("Gamma", "skus.tagged", 2, json!("r2")),
    ] {
        let given = json!({
            "name": name,
            "topic": topic,
            "callback_url": "https://a.example.com",
            "circuit_failure_count": failures,
            "reference": reference,
            "created_at": format!("2026-01-0{}T00:00:00.000Z", failures.min(9))
        });
        control.insert(Environment::Test, object(given));
    }
}

/// The names of a list, in its order.
async fn names(api: &Api, query: &[(&str, &str)]) -> Vec<String> {
    let answer = api.get("webhooks", query).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let list = answer.json();
    let rows = list["data"].as_array().unwrap().iter();
    rows.map(|row| row["attributes"]["name"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn lists_are_sorted() {
    let sandbox = api::start().await;
    three(&sandbox);
    let api = Api::demo(&sandbox);
    for (sort, expected) in [
        ("created_at", ["Alpha", "Gamma", "Beta"]),
        ("-created_at", ["Beta", "Gamma", "Alpha"]),
        ("circuit_failure_count", ["Alpha", "Gamma", "Beta"]),
        ("reference", ["Alpha", "Gamma", "Beta"]),
        ("-circuit_state,created_at", ["Alpha", "Gamma", "Beta"]),
        // Among equals the newest first where that is what was asked for.
        ("-circuit_state", ["Gamma", "Beta", "Alpha"]),
        ("circuit_state", ["Alpha", "Beta", "Gamma"]),
    ] {
        assert_eq!(names(&api, &[("sort", sort)]).await, expected, "{sort}");
    }
    let refused = api.get("webhooks", &[("sort", "-topic")]).await;
    assert_eq!((refused.status, refused.json()), (400, assumed("sort_400")));
}

#[tokio::test]
async fn lists_are_filtered() {
    let sandbox = api::start().await;
    three(&sandbox);
    let api = Api::demo(&sandbox);
    for (predicate, value, expected) in [
        ("topic_eq", "orders.place", vec!["Alpha"]),
        ("topic_not_eq", "orders.place", vec!["Beta", "Gamma"]),
        (
            "topic_in",
            "orders.place,skus.tagged",
            vec!["Alpha", "Gamma"],
        ),
        ("topic_start", "orders.", vec!["Alpha", "Beta"]),
        ("name_cont", "AMM", vec!["Gamma"]),
        ("circuit_failure_count_gt", "2", vec!["Beta"]),
        ("circuit_failure_count_gteq", "2", vec!["Beta", "Gamma"]),
        ("circuit_failure_count_lt", "2", vec!["Alpha"]),
        ("circuit_failure_count_lteq", "2", vec!["Alpha", "Gamma"]),
        ("reference_null", "true", vec!["Beta"]),
        ("reference_null", "false", vec!["Alpha", "Gamma"]),
        ("reference_not_eq", "r1", vec!["Gamma"]),
        (
            "reference_origin_null",
            "true",
            vec!["Alpha", "Beta", "Gamma"],
        ),
        ("created_at_gt", "2026-01-02T00:00:00.000Z", vec!["Beta"]),
    ] {
        let name = format!("filter[q][{predicate}]");
        assert_eq!(names(&api, &[(&name, value)]).await, expected, "{name}");
    }
    let both = [
        ("filter[q][topic_start]", "orders."),
        ("filter[q][circuit_failure_count_gt]", "1"),
    ];
    assert_eq!(names(&api, &both).await, ["Beta"]);
}

#[tokio::test]
async fn fields_leave_the_secret_out() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let fields = ("fields[webhooks]", "name,topic,circuit_state");
    let list = api.get("webhooks", &[fields]).await.json();
    for row in list["data"].as_array().unwrap() {
        let names: Vec<&String> = row["attributes"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["circuit_state", "name", "topic"]);
        assert_eq!(row["relationships"], json!({}));
    }
    let id = list["data"][0]["id"].as_str().unwrap();
    let path = format!("webhooks/{id}");
    let only = [("fields[webhooks]", "shared_secret,event_stores")];
    let one = api.get(&path, &only).await.json();
    let secret = one["data"]["attributes"]["shared_secret"].as_str().unwrap();
    assert_eq!(secret.len(), 32);
    assert_eq!(one["data"]["attributes"].as_object().unwrap().len(), 1);
    assert_eq!(one["data"]["relationships"].as_object().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_not_understood_is_refused() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let refused = api.get("webhooks", &[("foo", "1")]).await;
    assert_eq!(
        (refused.status, refused.json()),
        (400, assumed("param_not_allowed_400"))
    );
    for (name, value, code) in [
        ("page[before]", "1", "PARAM_NOT_ALLOWED"),
        ("fields[webhooks]", "name,nope", "INVALID_FIELD"),
        ("fields[orders]", "number", "INVALID_RESOURCE"),
        ("include", "last_event_callbacks", "INVALID_INCLUDE"),
        ("filter[topic]", "orders.place", "INVALID_FILTERS_SYNTAX"),
        (
            "filter[q][callback_url_eq]",
            "https://a",
            "FILTER_NOT_ALLOWED",
        ),
        ("filter[q][topic_resembles]", "a", "FILTER_NOT_ALLOWED"),
    ] {
        let refused = api.get("webhooks", &[(name, value)]).await;
        assert_eq!(refused.status, 400, "{name}");
        assert_eq!(refused.json()["errors"][0]["code"], code, "{name}");
    }
}
