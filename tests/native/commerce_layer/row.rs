//! Webhooks of the list: lenient, one by one.

use pegboard::platform::commerce_layer::read_list;
use pegboard::subscription::{Attribute, Attributes, Health, Row, Subscription};
use serde_json::{Value, json};

use super::fixture::{SECRET, attributes, webhook};
use crate::sample::{NOW, reply};

fn rows(resources: &[Value]) -> Vec<Row> {
    let document = json!({ "data": resources });
    read_list(1, &reply(200, document), NOW).unwrap().value.rows
}

/// A webhook with these attributes.
fn with(attributes: &Value) -> Subscription {
    webhook(&json!({ "id": "a", "type": "webhooks", "attributes": attributes }))
}

const NAMES: [&str; 9] = [
    "name",
    "topic",
    "callback_url",
    "include_resources",
    "created_at",
    "updated_at",
    "reference",
    "reference_origin",
    "metadata",
];

#[test]
fn only_the_id_is_needed() {
    let mut nulls = json!({});
    for name in NAMES {
        nulls[name] = Value::Null;
    }
    for resource in [
        json!({ "id": "a" }),
        json!({ "id": "a", "type": null }),
        json!({ "id": "a", "type": "webhooks", "attributes": null }),
        json!({ "id": "a", "type": "webhooks", "attributes": {} }),
        json!({ "id": "a", "type": "webhooks", "attributes": nulls }),
        json!({ "id": "a", "attributes": { "new": [1], "relationships": 5 }, "meta": 5 }),
    ] {
        let read = webhook(&resource);
        assert_eq!((read.id.as_str(), read.event_names()), ("a", String::new()));
        assert_eq!(
            (read.endpoint, read.created, read.updated),
            (None, None, None)
        );
        assert_eq!(read.attributes, Attributes::default());
        assert_eq!(read.reading.health, Health::Unknown, "{resource}");
    }
}

#[test]
fn each_attribute_is_read_by_itself() {
    let read = with(&json!({ "topic": "orders.place" }));
    assert_eq!(
        (read.events, read.endpoint),
        (vec!["orders.place".to_owned()], None)
    );
    let read = with(&json!({ "callback_url": "not an address" }));
    assert_eq!(read.endpoint.as_deref(), Some("not an address"));
    let read = with(&json!({ "created_at": "2018-01-01T12:00:00Z" }));
    assert_eq!(
        (read.created.map(|at| at.0), read.updated),
        (Some(1_514_808_000_000), None)
    );
    for (name, attribute) in [
        ("name", Attribute::Name),
        ("reference", Attribute::Reference),
        ("reference_origin", Attribute::ReferenceOrigin),
    ] {
        let read = with(&json!({ name: "Ünï \"b\"" }));
        assert_eq!(read.attributes, attributes(&[(attribute, "Ünï \"b\"")]));
    }
}

/// Section 0, point 3: the vendor's own console sends a list with one empty text.
#[test]
fn paths_stand_one_a_line() {
    for (value, wanted) in [
        (json!(null), ""),
        (json!([]), ""),
        (json!([""]), ""),
        (json!(["customer"]), "customer"),
        (json!(["", "customer"]), "customer"),
        (
            json!(["customer", "line_items.line_item_options"]),
            "customer\nline_items.line_item_options",
        ),
    ] {
        let read = with(&json!({ "include_resources": value }));
        assert_eq!(read.attributes.get(&Attribute::IncludeResources), wanted);
    }
}

#[test]
fn metadata_is_the_text_of_its_object() {
    for (value, wanted) in [
        (json!(null), ""),
        (json!({}), ""),
        (
            json!({ "a": { "b": [1, null] } }),
            r#"{"a":{"b":[1,null]}}"#,
        ),
    ] {
        let read = with(&json!({ "metadata": value }));
        assert_eq!(read.attributes.get(&Attribute::Metadata), wanted);
    }
}

/// A time that is none is not reported; it makes no row unreadable.
#[test]
fn a_time_of_another_form_is_not_reported() {
    for time in ["", "yesterday", "2018-01-01", "1514808000000"] {
        let read = with(&json!({ "created_at": time, "updated_at": time, "topic": "a.b" }));
        assert_eq!((read.created, read.updated), (None, None), "{time}");
    }
}

#[test]
fn a_row_of_another_shape_is_shown_as_it_came_and_hides_no_other() {
    let mut odd = vec![
        json!(null),
        json!(5),
        json!("a"),
        json!([]),
        json!({}),
        json!({ "id": null }),
        json!({ "id": 5 }),
        json!({ "id": "" }),
        json!({ "id": ".." }),
        json!({ "id": "a", "type": "event_callbacks" }),
        json!({ "id": "a", "type": 5 }),
        json!({ "id": "a", "attributes": "text" }),
        json!({ "id": "a", "attributes": [] }),
        json!({ "id": "a", "attributes": { "include_resources": "customer" } }),
        json!({ "id": "a", "attributes": { "include_resources": [5] } }),
        json!({ "id": "a", "attributes": { "metadata": "{}" } }),
        json!({ "id": "a", "attributes": { "metadata": [1] } }),
    ];
    for name in NAMES {
        odd.push(json!({ "id": "a", "attributes": { name: 5 } }));
    }
    let mut resources = Vec::new();
    for (at, resource) in odd.iter().enumerate() {
        resources.push(resource.clone());
        resources.push(json!({ "id": at.to_string() }));
    }
    let rows = rows(&resources);
    assert_eq!(rows.len(), 2 * odd.len());
    for (at, resource) in odd.iter().enumerate() {
        let unreadable = Row::Unreadable {
            position: 2 * at,
            raw: resource.to_string(),
        };
        assert_eq!(rows[2 * at], unreadable);
        assert_eq!(rows[2 * at + 1].subscription().unwrap().id, at.to_string());
    }
}

/// Section 5.4: that the secret stays away from a list is the syntax's promise, which nobody observed.
#[test]
fn a_secret_that_comes_all_the_same_is_shown_nowhere() {
    let read = with(&json!({ "shared_secret": SECRET, "topic": "a.b" }));
    assert!(!format!("{read:?}").contains(SECRET));
    let rows = rows(&[
        json!({ "id": 5, "attributes": { "shared_secret": SECRET, "name": "A" } }),
        json!({ "more": [{ "shared_secret": { "value": SECRET } }], "shared_secret": SECRET }),
    ]);
    let Row::Unreadable { raw, .. } = &rows[0] else {
        panic!("{rows:?}")
    };
    let shown = json!({ "id": 5, "attributes": { "shared_secret": "hidden", "name": "A" } });
    assert_eq!(*raw, shown.to_string());
    assert!(!format!("{rows:?}").contains(SECRET));
}
