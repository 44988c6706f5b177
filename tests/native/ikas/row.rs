//! Rows of the list: lenient, one by one.

use pegboard::platform::ikas::read_list;
use pegboard::subscription::{Instant, Row};
use serde_json::{Value, json};

use crate::sample::{NOW, reply};

fn rows(webhooks: &Value) -> Vec<Row> {
    let body = json!({ "data": { "listWebhook": webhooks } });
    read_list(&reply(200, body), NOW).unwrap().value.rows
}

#[test]
fn the_id_and_the_scope_are_needed_and_nothing_else() {
    let full = json!({ "id": "a", "scope": "b/c", "endpoint": "not an address", "deleted": true, "createdAt": 5, "updatedAt": 6, "more": {} });
    let bare = json!({ "id": "a", "scope": "b/c" });
    let nulls = json!({ "id": "a", "scope": "b/c", "endpoint": null, "deleted": null, "createdAt": null, "updatedAt": null });
    let odd = json!({ "id": "a", "scope": "b/c", "deleted": "yes", "createdAt": "2021-11-08T10:11:51.924Z" });
    let read = rows(&json!([full, bare, nulls, odd]));
    let read: Vec<_> = read.iter().map(|row| row.subscription().unwrap()).collect();
    assert!(
        read.iter()
            .all(|row| (row.id.as_str(), row.event_names().as_str()) == ("a", "b/c"))
    );
    let endpoints: Vec<_> = read.iter().map(|row| row.endpoint.as_deref()).collect();
    assert_eq!(endpoints, [Some("not an address"), None, None, None]);
    let times: Vec<_> = read.iter().map(|row| (row.created, row.updated)).collect();
    let none = (None, None);
    assert_eq!(
        times,
        [(Some(Instant(5)), Some(Instant(6))), none, none, none]
    );
}

#[test]
fn a_row_of_another_shape_is_shown_as_it_came_and_hides_no_other() {
    let bad = [
        json!({}),
        json!({ "id": "a" }),
        json!({ "scope": "b/c" }),
        json!({ "id": 5, "scope": "b/c" }),
        json!({ "id": "a", "scope": null }),
        json!({ "id": "a", "scope": ["b/c"] }),
        json!({ "id": "a", "scope": "b/c", "endpoint": 5 }),
        json!(null),
        json!("a"),
        json!([]),
    ];
    for webhook in bad {
        let good = json!({ "id": "good", "scope": "b/c" });
        let read = rows(&json!([good, webhook, good]));
        let raw = webhook.to_string();
        assert_eq!(read[1], Row::Unreadable { position: 1, raw });
        assert!(read[0].subscription().is_some() && read[2].subscription().is_some());
    }
}

/// Section 10: one scope can have two endpoints, as far as anybody knows.
#[test]
fn two_rows_of_one_scope_are_two_rows() {
    let row =
        |id: &str| json!({ "id": id, "scope": "b/c", "endpoint": format!("https://{id}.example") });
    assert_eq!(rows(&json!([row("a"), row("b")])).len(), 2);
    assert!(rows(&json!([])).is_empty());
}
