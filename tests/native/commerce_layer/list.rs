//! Pages of the list: which comes next, how many there are, and what is no list.

use pegboard::platform::commerce_layer::{read_deliveries, read_list, read_one};
use pegboard::platform::{ApiError, Unreadable};
use pegboard::subscription::{Health, Listing, Row};
use serde_json::{Value, json};

use super::fixture;
use crate::sample::{NOW, reply};

fn list(page: u32, document: &Value) -> Listing {
    let read = read_list(page, &reply(200, document), NOW).unwrap();
    assert_eq!(read.warning, None);
    read.value
}

/// Section 4.4: ten a page, fourteen pages. The second element is an abbreviation, and so a row that cannot be read.
pub fn documented(block: &str) {
    let document = fixture::json(block);
    let read = list(1, &document);
    assert_eq!(
        (read.next, read.total, read.title),
        (Some(2), Some(140), None)
    );
    assert_eq!(read.read_at, NOW);
    let [
        Row::Subscription(first),
        Row::Unreadable { position: 1, raw },
    ] = &read.rows[..]
    else {
        panic!("{:?}", read.rows)
    };
    assert_eq!(
        (first.id.as_str(), first.event_names()),
        ("xYZkjABcde", "orders.place".to_owned())
    );
    assert_eq!(first.reading.health, Health::Degraded);
    assert_eq!(raw, r#"{"other":"... 9 webhooks (first page)"}"#);
    for (page, next) in [(13, Some(14)), (14, None), (15, None)] {
        assert_eq!(list(page, &document).next, next);
    }
}

/// A document of one row, with this meta and these links.
fn page(meta: Value, links: Value) -> Value {
    json!({ "data": [{ "id": "a" }], "meta": meta, "links": links })
}

/// An address in an answer is never followed: the token is bound to the API address.
#[test]
fn a_link_tells_that_there_is_more_where_no_count_does() {
    let link = json!({ "next": "https://evil.example/api/webhooks?page[number]=99" });
    let none = json!({ "first": "https://a.example" });
    let cases = [
        (
            json!({ "page_count": 3, "record_count": 60 }),
            json!({}),
            Some(3),
            Some(60),
        ),
        (
            json!({ "page_count": 2, "record_count": 26 }),
            link.clone(),
            None,
            Some(26),
        ),
        (json!({}), link.clone(), Some(3), None),
        (json!(null), link.clone(), Some(3), None),
        (
            json!({ "page_count": "9", "record_count": "9" }),
            link.clone(),
            Some(3),
            None,
        ),
        (
            json!({ "page_count": -1, "record_count": 1.5 }),
            none.clone(),
            None,
            None,
        ),
        (json!({}), none, None, None),
        // Nothing tells, so the next page does.
        (json!(null), json!(null), Some(3), None),
        (json!({}), json!({ "next": null }), None, None),
    ];
    for (meta, links, next, total) in cases {
        let document = page(meta, links);
        let read = list(2, &document);
        assert_eq!((read.next, read.total), (next, total), "{document}");
        let deliveries = read_deliveries(2, &reply(200, &document)).unwrap();
        assert_eq!(
            (deliveries.next, deliveries.total),
            (next, total),
            "{document}"
        );
    }
}

/// A platform that names pages for ever must not keep the console reading for ever.
#[test]
fn after_an_empty_page_comes_none() {
    let document = json!({ "data": [], "meta": { "page_count": 1_000_000, "record_count": 5 } });
    let read = list(1, &document);
    assert_eq!((read.rows.len(), read.next, read.total), (0, None, Some(5)));
    assert!(!read.is_complete(), "five were said to be there");
    assert!(list(1, &json!({ "data": [] })).is_complete());
}

#[test]
fn a_document_without_a_list_is_no_empty_list() {
    for document in [
        json!({ "data": {} }),
        json!({ "data": "none" }),
        json!({ "data": null }),
        json!({ "meta": { "record_count": 0 } }),
        json!([]),
        json!("text"),
        json!(null),
    ] {
        let expected = Err(ApiError::Unreadable {
            status: 200,
            what: Unreadable::NoResult,
        });
        assert_eq!(
            read_list(1, &reply(200, &document), NOW),
            expected,
            "{document}"
        );
        let deliveries = read_deliveries(1, &reply(200, &document));
        assert_eq!(deliveries.err(), expected.err(), "{document}");
    }
    assert!(read_one(&reply(200, json!({ "data": [{ "id": "a" }] })), NOW).is_err());
}

#[test]
fn what_is_no_json_is_said_to_be_so() {
    for (body, what) in [
        ("", Unreadable::Empty),
        ("\u{feff} \n", Unreadable::Empty),
        ("<!doctype html><p>Down", Unreadable::Html),
        ("{", Unreadable::NotJson),
        ("OK", Unreadable::NotJson),
    ] {
        let expected = ApiError::Unreadable { status: 200, what };
        let reply = reply(200, body);
        assert_eq!(read_list(1, &reply, NOW), Err(expected.clone()), "{body}");
        assert_eq!(read_one(&reply, NOW), Err(expected.clone()), "{body}");
        assert!(!expected.is_certain());
    }
}

#[test]
fn a_byte_order_mark_and_white_space_do_not_matter() {
    let read = read_list(1, &reply(200, "\u{feff} \n{\"data\": []}\n"), NOW);
    assert_eq!(read.unwrap().value.rows, []);
}
