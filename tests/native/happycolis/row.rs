//! Rows of the list: lenient, one by one.

use pegboard::platform::happycolis::read_list;
use pegboard::subscription::{Evidence, Health, Row, Source};
use serde_json::{Value, json};

use crate::sample::{NOW, reply};

fn rows(webhooks: &Value) -> Vec<Row> {
    let body = json!({ "data": { "integration": { "webhooks": webhooks } } });
    read_list(&reply(200, body), NOW).unwrap().value.rows
}

fn row(webhook: Value) -> Row {
    rows(&json!([webhook])).remove(0)
}

#[test]
fn only_the_id_is_needed() {
    let cases = [
        (json!({ "id": "a" }), None, None),
        (
            json!({ "id": "a", "type": null, "endPoint": null, "health": null }),
            None,
            None,
        ),
        (json!({ "id": "a", "type": "b/c" }), Some("b/c"), None),
        (
            json!({ "id": "a", "endPoint": "not an address" }),
            None,
            Some("not an address"),
        ),
        (
            json!({ "id": "a", "type": "b/c", "more": [1], "headers": {} }),
            Some("b/c"),
            None,
        ),
    ];
    for (webhook, event, endpoint) in cases {
        let row = row(webhook.clone());
        let read = row
            .subscription()
            .unwrap_or_else(|| panic!("{webhook} can be read"));
        assert_eq!(read.id, "a");
        assert_eq!(read.event_names(), event.unwrap_or_default(), "{webhook}");
        assert_eq!(read.endpoint.as_deref(), endpoint, "{webhook}");
        assert_eq!((read.created, read.source), (None, Source::Platform));
        assert_eq!(read.reading.health, Health::Unknown);
    }
}

#[test]
fn a_row_of_another_shape_is_shown_as_it_came() {
    for webhook in [
        json!({}),
        json!({ "id": null }),
        json!({ "id": 5 }),
        json!({ "type": "order/created" }),
        json!({ "id": "a", "type": 5 }),
        json!({ "id": "a", "health": { "state": "HEALTHY" } }),
        json!({ "id": "a", "endPoint": ["https://b.example"] }),
        json!("wh_a"),
    ] {
        let raw = webhook.to_string();
        assert_eq!(row(webhook), Row::Unreadable { position: 0, raw });
    }
}

#[test]
fn every_row_stays_in_its_place() {
    let webhooks: Vec<Value> = (0..50)
        .map(|at| {
            if at % 3 == 0 {
                json!({ "at": at })
            } else {
                json!({ "id": at.to_string() })
            }
        })
        .collect();
    for (at, row) in rows(&json!(webhooks)).iter().enumerate() {
        match row {
            Row::Unreadable { position, raw } => {
                assert_eq!(
                    (at % 3, *position, raw.as_str()),
                    (0, at, format!("{{\"at\":{at}}}").as_str())
                );
            }
            Row::Subscription(read) => assert_eq!(read.id, at.to_string()),
        }
    }
}

/// Section 6: one failing endpoint may hold the queue of the whole integration, and the other rows say so.
#[test]
fn the_others_are_told_when_one_is_failing() {
    let of = |health: &[Option<&str>]| -> Vec<bool> {
        let webhooks: Vec<Value> = health
            .iter()
            .map(|health| json!({ "id": "a", "health": health }))
            .collect();
        let held = |row: &Row| match &row.subscription().unwrap().reading.evidence {
            Evidence::HappyColisList {
                another_failing, ..
            } => *another_failing,
            other => panic!("{other:?}"),
        };
        rows(&json!(webhooks)).iter().map(held).collect()
    };
    assert_eq!(of(&[Some("HEALTHY"), Some("HEALTHY")]), [false, false]);
    assert_eq!(of(&[Some("HEALTHY"), Some("FAILING")]), [true, false]);
    assert_eq!(of(&[Some("FAILING"), Some("FAILING")]), [false, false]);
    assert_eq!(
        of(&[Some("FAILING"), Some("DEGRADED"), None]),
        [false, true, true]
    );
    assert_eq!(of(&[Some("failing"), Some("HEALTHY")]), [false, false]);
}
