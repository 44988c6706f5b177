//! Event callbacks, read leniently (Commerce Layer contract, section 6.1).

use pegboard::platform::commerce_layer::read_deliveries;
use pegboard::subscription::{Deliveries, Delivery, Instant, Outcome};
use serde_json::{Value, json};

use super::fixture;
use crate::sample::reply;

fn read(items: &Value) -> Vec<Delivery> {
    let document = json!({ "data": items });
    read_deliveries(1, &reply(200, document)).unwrap().items
}

fn with(attributes: &Value) -> Delivery {
    read(&json!([{ "id": "a", "type": "event_callbacks", "attributes": attributes }])).remove(0)
}

pub fn documented(block: &str) {
    let resource = fixture::json(block)["data"].clone();
    let meta = json!({ "record_count": 51, "page_count": 3 });
    let document = json!({ "data": [resource], "meta": meta });
    let wanted = Delivery {
        id: "xYZkjABcde".to_owned(),
        // The topic is not reported.
        event: String::new(),
        at: Some(Instant(1_514_808_000_000)),
        outcome: Outcome::Delivered,
        code: Some("200".to_owned()),
        message: Some("OK".to_owned()),
        attempts: None,
        payload: Some(r#"{"data":{"attributes":{"id":"PYWehaoXJj","type":"orders"}}}"#.to_owned()),
    };
    let wanted = Deliveries {
        items: vec![wanted],
        next: Some(2),
        total: Some(51),
    };
    assert_eq!(read_deliveries(1, &reply(200, document)), Ok(wanted));
}

/// Section 0, point 5, and section 11, row 11: a text, and any 2xx is a success.
#[test]
fn a_code_tells_the_outcome() {
    let other = |code: &str| Outcome::Other(Some(code.to_owned()));
    for (code, outcome, shown) in [
        (json!("200"), Outcome::Delivered, Some("200")),
        (json!("204"), Outcome::Delivered, Some("204")),
        (json!("299"), Outcome::Delivered, Some("299")),
        (json!(201), Outcome::Delivered, Some("201")),
        (json!("199"), Outcome::Failed, Some("199")),
        (json!("301"), Outcome::Failed, Some("301")),
        (json!("404"), Outcome::Failed, Some("404")),
        (json!("500"), Outcome::Failed, Some("500")),
        (json!(500), Outcome::Failed, Some("500")),
        (json!(null), Outcome::Failed, None),
        (json!("2000"), other("2000"), Some("2000")),
        (json!("2"), other("2"), Some("2")),
        (json!("OK"), other("OK"), Some("OK")),
        (json!(""), other(""), Some("")),
        (json!("２００"), other("２００"), Some("２００")),
        (json!({}), other("{}"), Some("{}")),
    ] {
        let read = with(&json!({ "response_code": code, "response_message": "Said" }));
        assert_eq!(
            (read.outcome, read.code.as_deref()),
            (outcome, shown),
            "{code}"
        );
        assert_eq!(read.message.as_deref(), Some("Said"));
    }
    let read = with(&json!({ "response_message": "Timeout" }));
    assert_eq!((read.outcome, read.code), (Outcome::Other(None), None));
}

/// Section 11, row 14.
#[test]
fn a_payload_is_an_object_or_the_text_of_one() {
    for (payload, shown) in [
        (json!({ "a": [1, "ü"] }), Some(r#"{"a":[1,"ü"]}"#)),
        (json!("{\"a\": 1}"), Some("{\"a\": 1}")),
        (json!([1]), Some("[1]")),
        (json!("no JSON"), Some("\"no JSON\"")),
        (json!(""), Some("\"\"")),
        (json!(null), None),
    ] {
        let read = with(&json!({ "payload": payload }));
        assert_eq!(read.payload.as_deref(), shown, "{payload}");
        let parsed = shown.map(serde_json::from_str::<Value>);
        assert!(parsed.is_none_or(|parsed| parsed.is_ok()));
    }
    assert_eq!(with(&json!({})).payload, None);
}

/// What cannot be read hides nothing: it has no outcome, and an id of its own.
#[test]
fn every_item_is_shown() {
    let items = json!([
        null,
        { "id": "a", "attributes": { "response_code": "200" } },
        5,
        { "id": 5, "attributes": [] },
        { "id": "b", "attributes": { "created_at": 5, "response_message": {} } },
        { "attributes": { "response_code": "500", "created_at": "yesterday" } },
    ]);
    let read = read(&items);
    let ids: Vec<&str> = read.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["1.0", "a", "1.2", "1.3", "b", "1.5"]);
    let unknown = Outcome::Other(None);
    let outcomes: Vec<Outcome> = read.iter().map(|it| it.outcome.clone()).collect();
    let wanted = [
        unknown.clone(),
        Outcome::Delivered,
        unknown.clone(),
        unknown.clone(),
        unknown,
        Outcome::Failed,
    ];
    assert_eq!(outcomes, wanted);
    assert!(read.iter().all(|it| it.at.is_none() && it.event.is_empty()));
}
