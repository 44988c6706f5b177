//! Facts 5 to 7 and 9, and assumptions 1 to 5: create.

use reqwest::Method;
use sandbox::commerce_layer::{DuplicateName, Environment, TopicRule};
use serde_json::{Value, json};

use super::api::{Api, assumed, object};
use crate::{api, blocks};

const URL: &str = "https://a.example.com/hooks";

/// The same document without what is new each time.
fn without_generated(mut document: Value) -> Value {
    let id = document["data"]["id"].as_str().unwrap().to_owned();
    let data = document["data"].as_object_mut().unwrap();
    for name in ["shared_secret", "created_at", "updated_at"] {
        data["attributes"].as_object_mut().unwrap().remove(name);
    }
    for name in ["trace_id", "organization_id"] {
        data["meta"].as_object_mut().unwrap().remove(name);
    }
    data["relationships"]
        .as_object_mut()
        .unwrap()
        .remove("event_stores");
    serde_json::from_str(&document.to_string().replace(&id, "id")).unwrap()
}

#[tokio::test]
async fn the_recorded_exchanges_are_answered_alike() {
    let sandbox = api::start().await;
    sandbox
        .control
        .commerce_layer
        .switch(|switches| switches.versions = true);
    let api = Api::demo(&sandbox);
    let request = blocks::text("name=commerce-layer.create.request.recorded");
    let created = api.send(Method::POST, "webhooks", request).await;
    assert_eq!(created.status, 201);
    let recorded = blocks::json("name=commerce-layer.create.response.recorded");
    assert_eq!(
        without_generated(created.json()),
        without_generated(recorded)
    );

    let id = created.json()["data"]["id"].as_str().unwrap().to_owned();
    let long_ago = "2024-10-24T16:07:28.016Z";
    let times = object(json!({ "created_at": long_ago, "updated_at": long_ago }));
    sandbox.control.commerce_layer.set(&id, times, &[]).unwrap();
    let request = blocks::text("name=commerce-layer.update.request.recorded");
    let request = request.replace("mPpvRCrEOd", &id);
    let path = format!("webhooks/{id}");
    let updated = api.send(Method::PATCH, &path, request).await;
    assert_eq!(updated.status, 200);
    let recorded = blocks::json("name=commerce-layer.update.response.recorded");
    assert_eq!(
        without_generated(updated.json()),
        without_generated(recorded)
    );
    let of = |document: &Value, name: &str| document["data"]["attributes"][name].clone();
    let (before, after) = (created.json(), updated.json());
    assert_eq!(of(&before, "shared_secret"), of(&after, "shared_secret"));
    assert_eq!(of(&after, "created_at"), long_ago);
    assert_ne!(of(&after, "updated_at"), long_ago);
}

#[tokio::test]
async fn an_answer_has_the_recorded_headers() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let request = blocks::text("name=commerce-layer.create.request");
    let body = request.split_once("\n\n").unwrap().1;
    let created = api.send(Method::POST, "webhooks", body).await;
    let documented = blocks::text("name=commerce-layer.create.response.headers");
    let headers = documented.lines().skip(1);
    for (name, value) in headers.map(|line| line.split_once(": ").unwrap()) {
        let sent = created.header(name).unwrap_or_else(|| panic!("no {name}"));
        match name {
            "etag" => assert_eq!((sent.len(), &sent[..3]), (value.len(), &value[..3])),
            "x-request-id" => assert_eq!(sent.len(), value.len()),
            "X-Ratelimit-Remaining" => assert_eq!(sent, "99"),
            _ => assert_eq!(sent, value, "{name}"),
        }
    }
}

#[tokio::test]
async fn what_is_not_sent_has_its_default() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let new = json!({ "topic": "orders.place", "callback_url": URL });
    let created = api.create(new).await.json();
    let id = created["data"]["id"].as_str().unwrap();
    assert_eq!(id.len(), 10);
    let attributes = &created["data"]["attributes"];
    for (name, value) in [
        ("name", json!("webhook")),
        ("include_resources", json!([])),
        ("disabled_at", Value::Null),
        ("circuit_state", json!("closed")),
        ("circuit_failure_count", json!(0)),
        ("reference", Value::Null),
        ("metadata", json!({})),
    ] {
        assert_eq!(attributes[name], value, "{name}");
    }
    let secret = attributes["shared_secret"].as_str().unwrap();
    assert!(secret.len() == 32 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(attributes["created_at"], attributes["updated_at"]);
    assert_eq!(api.attributes(id).await, *attributes);
}

#[tokio::test]
async fn invalid_attributes_are_named_by_their_pointers() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    for (new, case) in [
        (json!({ "callback_url": URL }), "blank_topic_422"),
        (
            json!({ "topic": " ", "callback_url": URL }),
            "blank_topic_422",
        ),
        (json!({}), "blank_topic_and_url_422"),
        (
            json!({ "topic": null, "callback_url": "" }),
            "blank_topic_and_url_422",
        ),
        (
            json!({ "topic": "orders.nope", "callback_url": URL }),
            "topic_inclusion_422",
        ),
        (
            json!({ "topic": "orders.place", "callback_url": "not a url" }),
            "url_invalid_422",
        ),
    ] {
        let refused = api.create(new).await;
        assert_eq!((refused.status, refused.json()), (422, assumed(case)));
    }
    let ftp = json!({ "topic": "orders.place", "callback_url": "ftp://a.example.com" });
    assert_eq!(api.create(ftp).await.status, 422);
    let keys = |body: &Value| {
        let error = body["errors"][0].as_object().unwrap();
        error.keys().cloned().collect::<Vec<_>>()
    };
    let documented = blocks::json("name=commerce-layer.error.validation");
    assert_eq!(keys(&assumed("blank_topic_422")), keys(&documented));
}

#[tokio::test]
async fn other_topics_of_the_form_are_accepted_when_switched() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    control.switch(|switches| switches.topics = TopicRule::AnyForm);
    let api = Api::demo(&sandbox);
    for (topic, status) in [("orders.nope", 201), ("orders", 422), ("orders.", 422)] {
        let new = json!({ "topic": topic, "callback_url": URL });
        assert_eq!(api.create(new).await.status, status, "{topic}");
    }
}

#[tokio::test]
async fn names_are_unique_only_when_switched() {
    let sandbox = api::start().await;
    let control = &sandbox.control.commerce_layer;
    let api = Api::demo(&sandbox);
    let name = "myorg-orders.place";
    let new = json!({ "name": name, "topic": "orders.place", "callback_url": URL });
    let first = api.create(new.clone()).await;
    assert_eq!(
        (first.status, api.create(new.clone()).await.status),
        (201, 201)
    );
    control.switch(|switches| switches.duplicate_name = DuplicateName::Invalid);
    let refused = api.create(new.clone()).await;
    assert_eq!(
        (refused.status, refused.json()),
        (422, assumed("name_taken_422"))
    );
    control.switch(|switches| switches.duplicate_name = DuplicateName::Conflict);
    let refused = api.create(new).await;
    assert_eq!(
        (refused.status, refused.json()),
        (409, assumed("not_unique_409"))
    );

    // A row may keep its own name.
    let new = json!({ "name": "Only", "topic": "orders.place", "callback_url": URL });
    let only = api.create(new).await.json();
    let id = only["data"]["id"].as_str().unwrap();
    assert_eq!(api.update(id, json!({ "name": "Only" })).await.status, 200);
}

#[tokio::test]
async fn an_empty_include_is_stored_as_it_is() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let new = json!({ "topic": "orders.place", "callback_url": URL, "include_resources": [""] });
    let created = api.create(new).await.json();
    assert_eq!(
        created["data"]["attributes"]["include_resources"],
        json!([""])
    );
}

#[tokio::test]
async fn a_webhook_can_be_created_disabled() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    for (disable, enable, disabled) in [
        (json!(true), json!(false), true),
        (json!(false), json!(false), false),
        (json!(true), json!(true), false),
        (Value::Null, Value::Null, false),
    ] {
        let new = json!({
            "topic": "orders.place", "callback_url": URL, "_disable": disable, "_enable": enable
        });
        let created = api.create(new).await.json();
        let since = &created["data"]["attributes"]["disabled_at"];
        assert_eq!(since.is_string(), disabled, "{disable} {enable}");
    }
}

#[tokio::test]
async fn what_cannot_be_set_is_refused_and_nothing_is_stored() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    for (name, value) in [
        ("foo", json!(1)),
        ("disabled_at", Value::Null),
        ("shared_secret", json!("a")),
        ("_reset_circuit", json!(true)),
    ] {
        let mut new = object(json!({ "topic": "orders.place", "callback_url": URL }));
        new.insert(name.to_owned(), value);
        let refused = api.create(Value::Object(new)).await;
        let mut expected = assumed("param_not_allowed_400");
        expected["errors"][0]["detail"] = json!(format!("{name} is not allowed."));
        assert_eq!((refused.status, refused.json()), (400, expected));
    }
    for (name, value) in [
        ("metadata", json!([])),
        ("include_resources", json!("customer")),
        ("name", json!(5)),
        ("_disable", json!("yes")),
    ] {
        let mut new = object(json!({ "topic": "orders.place", "callback_url": URL }));
        new.insert(name.to_owned(), value);
        let refused = api.create(Value::Object(new)).await;
        assert_eq!(
            refused.json()["errors"][0]["code"],
            "INVALID_FIELD_VALUE",
            "{name}"
        );
    }
    let stored = sandbox.control.commerce_layer.webhooks(Environment::Test);
    assert_eq!(stored.len(), 34);
}

#[tokio::test]
async fn a_body_has_to_be_a_resource() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let relationships = json!({ "data": {
        "type": "webhooks", "attributes": {}, "relationships": { "event_stores": {} }
    } });
    for (body, code) in [
        ("{", "BAD_REQUEST"),
        ("{}", "PARAM_MISSING"),
        ("{\"data\":[]}", "INVALID_DATA_FORMAT"),
        ("{\"data\":{}}", "PARAM_MISSING"),
        ("{\"data\":{\"type\":\"orders\"}}", "TYPE_MISMATCH"),
        (
            "{\"data\":{\"type\":\"webhooks\",\"id\":\"a\"}}",
            "PARAM_NOT_ALLOWED",
        ),
        (
            "{\"data\":{\"type\":\"webhooks\",\"attributes\":[]}}",
            "INVALID_DATA_FORMAT",
        ),
        (&relationships.to_string(), "PARAM_NOT_ALLOWED"),
    ] {
        let refused = api.send(Method::POST, "webhooks", body).await;
        assert_eq!(refused.status, 400, "{body}");
        assert_eq!(refused.json()["errors"][0]["code"], code, "{body}");
    }
}
