//! Edits and switches: only what differs is sent.

use pegboard::platform::commerce_layer as layer;
use pegboard::platform::{Action, Media, Method, Purpose, Request};
use pegboard::subscription::{Attribute, Subscription};
use serde_json::{Value, json};

use super::fixture::{self, API, ENDPOINT, edited, sent, webhook};

fn body(request: &Request) -> Value {
    assert_eq!(
        (request.method, request.media),
        (Method::Patch, Media::JsonApi)
    );
    assert_eq!(request.purpose, Purpose::Write);
    serde_json::from_str(&request.body).unwrap()
}

/// The id stands in the address and in the body, or a real server refuses (section 8.3).
fn is_sent_to(request: &Request, id: &str) {
    assert_eq!(request.url, format!("{API}/webhooks/{id}"));
    assert_eq!(body(request)["data"]["id"], id);
}

const ALL: [(Attribute, &str); 5] = [
    (Attribute::Name, "A"),
    (Attribute::IncludeResources, "customer\nline_items"),
    (Attribute::Reference, "R"),
    (Attribute::ReferenceOrigin, "O"),
    (Attribute::Metadata, r#"{"a":1,"b":{}}"#),
];

/// A webhook that has everything.
fn full() -> Subscription {
    webhook(&json!({ "id": "xYZkjABcde", "attributes": {
        "name": "A", "topic": "orders.place", "callback_url": ENDPOINT, "include_resources": ["customer", "line_items"],
        "reference": "R", "reference_origin": "O", "metadata": { "a": 1, "b": {} },
    }}))
}

pub fn documented(block: &str) {
    let wanted = fixture::json(block);
    let old = webhook(&json!({
        "id": "xYZkjABcde", "attributes": { "topic": "orders.place", "callback_url": ENDPOINT },
    }));
    let include = [(
        Attribute::IncludeResources,
        "customer\nshipping_address\nbilling_address",
    )];
    let valid = edited(&old, "orders.place", ENDPOINT, &include);
    let request = layer::update(API, &old, &valid);
    is_sent_to(&request, "xYZkjABcde");
    assert_eq!(body(&request), wanted);
}

/// The recorded client sent `reference: null` as well, which was so before and is not sent here.
pub fn recorded(block: &str) {
    let mut wanted = fixture::json(block);
    let attributes = wanted["data"]["attributes"].as_object_mut().unwrap();
    attributes.retain(|_, value| !value.is_null());
    // Validation refuses `http:`, which Commerce Layer accepts: only the address that is there can be kept.
    attributes["callback_url"] = "https://other-example.url/".into();
    let before = fixture::json("name=commerce-layer.create.response.recorded");
    let old = webhook(&before["data"]);
    let texts = [
        (Attribute::Name, "incentro updated webhook"),
        (Attribute::IncludeResources, "line_items"),
        (Attribute::Metadata, r#"{"bar":"foo"}"#),
    ];
    let valid = edited(&old, "orders.place", "https://other-example.url/", &texts);
    assert_eq!(body(&layer::update(API, &old, &valid)), wanted);
}

fn is_action(block: &str, action: Action) {
    let request = layer::act(API, "mPpvRCrEOd", action);
    is_sent_to(&request, "mPpvRCrEOd");
    assert_eq!(body(&request), fixture::json(block));
}

pub fn disable(block: &str) {
    is_action(block, Action::Disable);
}

pub fn enable(block: &str) {
    is_action(block, Action::Enable);
}

pub fn reset_circuit(block: &str) {
    is_action(block, Action::ResetCircuit);
}

/// Section 6.2: it would fire every webhook that listens, so the console has no such action.
pub fn never_fires_again(block: &str) {
    let trigger = fixture::json(block);
    assert_eq!(trigger["data"]["attributes"], json!({ "_trigger": true }));
    for action in [Action::Enable, Action::Disable, Action::ResetCircuit] {
        let sent = sent(&layer::act(API, "a", action));
        assert_eq!(sent.as_object().unwrap().len(), 1);
        assert!(sent.get("_trigger").is_none());
    }
}

#[test]
fn what_was_not_changed_is_not_sent() {
    let old = full();
    let valid = edited(&old, "orders.place", ENDPOINT, &ALL);
    assert_eq!(sent(&layer::update(API, &old, &valid)), json!({}));

    // The same JSON, written otherwise.
    let mut texts = ALL;
    texts[4].1 = "{ \"b\" : {},\n \"a\": 1 }";
    let valid = edited(&old, "orders.place", ENDPOINT, &texts);
    assert_eq!(sent(&layer::update(API, &old, &valid)), json!({}));
}

#[test]
fn each_change_is_sent_alone() {
    let old = full();
    let changes = [
        (0, "B", json!({ "name": "B" })),
        (1, "customer", json!({ "include_resources": ["customer"] })),
        (2, "S", json!({ "reference": "S" })),
        (3, "P", json!({ "reference_origin": "P" })),
        (4, r#"{"a":2}"#, json!({ "metadata": { "a": 2 } })),
        // Section 0, point 3: an empty choice is an empty list.
        (0, "", json!({ "name": null })),
        (1, "", json!({ "include_resources": [] })),
        (1, "\n", json!({ "include_resources": [] })),
        (2, "", json!({ "reference": null })),
        (3, "", json!({ "reference_origin": null })),
        (4, "", json!({ "metadata": {} })),
        (4, "{}", json!({ "metadata": {} })),
    ];
    for (at, text, wanted) in changes {
        let mut texts = ALL;
        texts[at].1 = text;
        let valid = edited(&old, "orders.place", ENDPOINT, &texts);
        assert_eq!(sent(&layer::update(API, &old, &valid)), wanted);
    }
    let valid = edited(&old, "orders.pay", ENDPOINT, &ALL);
    assert_eq!(
        sent(&layer::update(API, &old, &valid)),
        json!({ "topic": "orders.pay" })
    );
    let valid = edited(&old, "orders.place", "https://b.example/", &ALL);
    let wanted = json!({ "callback_url": "https://b.example/" });
    assert_eq!(sent(&layer::update(API, &old, &valid)), wanted);
}

/// The vendor's own console sends `[""]`: such a list reads as empty, and is not sent back.
#[test]
fn an_empty_text_among_the_included_resources_never_travels() {
    let old = webhook(&json!({ "id": "a", "attributes": {
        "topic": "orders.place", "callback_url": ENDPOINT, "include_resources": [""],
    }}));
    let valid = edited(&old, "orders.place", ENDPOINT, &[(Attribute::Name, "B")]);
    assert_eq!(
        sent(&layer::update(API, &old, &valid)),
        json!({ "name": "B" })
    );
}

/// An address that breaks a rule stays as it is while something else is edited.
#[test]
fn an_address_with_http_can_be_kept() {
    let old = webhook(&json!({ "id": "a", "attributes": {
        "topic": "orders.place", "callback_url": "http://10.0.0.1/hook",
    }}));
    let valid = edited(&old, "orders.pay", "http://10.0.0.1/hook", &[]);
    assert_eq!(
        sent(&layer::update(API, &old, &valid)),
        json!({ "topic": "orders.pay" })
    );
}

/// What the list left out differs from everything, and is sent.
#[test]
fn what_was_not_reported_is_sent() {
    let old = webhook(&json!({ "id": "a" }));
    let valid = edited(
        &old,
        "orders.pay",
        ENDPOINT,
        &[(Attribute::CreateDisabled, Attribute::YES)],
    );
    let wanted = json!({ "topic": "orders.pay", "callback_url": ENDPOINT });
    assert_eq!(sent(&layer::update(API, &old, &valid)), wanted);
}
