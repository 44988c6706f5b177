//! The documented and recorded answers, read into the domain.

use pegboard::platform::commerce_layer::{read_one, read_removed, read_secret};
use pegboard::platform::{Answered, ApiError, Media, Removed, Unreadable};
use pegboard::subscription::{Attribute, Evidence, Health, Instant, Reading, Source, Subscription};

use super::fixture::{ENDPOINT, SECRET, attributes, json, text};
use crate::sample::{NOW, reply};

fn read(block: &str) -> Subscription {
    let read = read_one(&reply(200, text(block)), NOW).unwrap();
    assert_eq!(read.warning, None);
    assert!(!format!("{:?}", read.value).contains(SECRET));
    read.value
}

/// 2018-01-01T12:00:00.000Z
const DOCUMENTED: Instant = Instant(1_514_808_000_000);

fn of_the_documentation(id: &str) -> Subscription {
    Subscription {
        id: id.to_owned(),
        events: vec!["orders.place".to_owned()],
        endpoint: Some(ENDPOINT.to_owned()),
        reading: Reading {
            health: Health::Disabled,
            evidence: Evidence::CommerceLayer {
                disabled: Some(DOCUMENTED),
                enabled: false,
                circuit: Some("closed".to_owned()),
                failures: Some(5),
            },
            at: NOW,
        },
        created: Some(DOCUMENTED),
        updated: Some(DOCUMENTED),
        attributes: attributes(&[
            (Attribute::Name, "myorg-orders.place"),
            (
                Attribute::IncludeResources,
                "customer\nshipping_address\nbilling_address",
            ),
            (Attribute::Reference, "ANY-EXTERNAL-REFEFERNCE"),
            (Attribute::ReferenceOrigin, "ANY-EXTERNAL-REFEFERNCE-ORIGIN"),
            (Attribute::Metadata, r#"{"foo":"bar"}"#),
        ]),
        source: Source::Platform,
    }
}

/// Section 11, row 1: its values are placeholders, and are read as they are.
pub fn documented(block: &str) {
    assert_eq!(read(block), of_the_documentation("xYZkjABcde"));
}

/// Section 11, row 3: attributes of the circuit that are not there are unknown, never closed.
pub fn without_circuit(block: &str) {
    let mut wanted = of_the_documentation("XAyRWNUzyN");
    wanted.reading.evidence = Evidence::CommerceLayer {
        disabled: Some(DOCUMENTED),
        enabled: false,
        circuit: None,
        failures: None,
    };
    assert_eq!(read(block), wanted);
}

fn recorded(
    topic: &str,
    endpoint: &str,
    name: &str,
    include: &str,
    metadata: &str,
) -> Subscription {
    Subscription {
        id: "mPpvRCrEOd".to_owned(),
        events: vec![topic.to_owned()],
        endpoint: Some(endpoint.to_owned()),
        reading: Reading {
            health: Health::Healthy,
            evidence: Evidence::CommerceLayer {
                disabled: None,
                enabled: true,
                circuit: Some("closed".to_owned()),
                failures: Some(0),
            },
            at: NOW,
        },
        created: Some(Instant(1_729_786_048_016)),
        updated: Some(Instant(1_729_786_048_016)),
        attributes: attributes(&[
            (Attribute::Name, name),
            (Attribute::IncludeResources, include),
            (Attribute::Metadata, metadata),
        ]),
        source: Source::Platform,
    }
}

pub fn recorded_creation(block: &str) {
    let wanted = recorded(
        "orders.create",
        "http://example.url",
        "incentro webhook",
        "customer",
        r#"{"foo":"bar"}"#,
    );
    assert_eq!(read(block), wanted);
}

pub fn recorded_update(block: &str) {
    let wanted = recorded(
        "orders.place",
        "http://other-example.url",
        "incentro updated webhook",
        "line_items",
        r#"{"bar":"foo"}"#,
    );
    let wanted = Subscription {
        updated: Some(Instant(1_729_786_048_967)),
        ..wanted
    };
    assert_eq!(read(block), wanted);
}

/// A 201 with the media type that the console names itself.
pub fn headers(block: &str) {
    let head = text(block);
    assert!(head.starts_with("HTTP/1.1 201 "));
    let content_type = format!("content-type: {}", Media::JsonApi.name());
    assert!(head.lines().any(|line| line == content_type));
    let created = text("name=commerce-layer.create.response.recorded");
    assert!(read_one(&reply(201, created), NOW).is_ok());
}

/// Good JSON of another kind is no webhook, and no list of any.
pub fn is_no_webhook(block: &str) {
    let reply = reply(200, json(block));
    let unreadable = ApiError::Unreadable {
        status: 200,
        what: Unreadable::NoResult,
    };
    assert_eq!(read_one(&reply, NOW), Err(unreadable.clone()));
    assert_eq!(read_removed(&reply), Err(unreadable.clone()));
    assert_eq!(read_secret(&reply), Err(unreadable));
}

/// Section 4.5: 204 without a body. Somebody else's removal is known by the code; another 404 can be a wrong address.
#[test]
fn a_removal_ends_in_one_of_two_ways() {
    assert_eq!(read_removed(&reply(204, "")), Ok(Removed::Now(None)));
    let gone = text("name=commerce-layer.error.not-found");
    assert_eq!(read_removed(&reply(404, gone)), Ok(Removed::Before));
    for body in [
        "",
        "<html>Not found",
        "{}",
        r#"{"errors":[{"title":"Not Found","status":"404"}]}"#,
    ] {
        assert!(read_removed(&reply(404, body)).is_err(), "{body}");
    }
}

#[test]
fn a_removal_that_is_answered_otherwise_is_not_confirmed() {
    for status in [200, 202] {
        let webhook = text("name=commerce-layer.create.response.recorded");
        for body in ["", "null", "{}", r#"{"meta":{}}"#, &webhook] {
            let read = read_removed(&reply(status, body));
            assert!(
                read.is_err_and(|error| !error.is_certain()),
                "{status} {body}"
            );
        }
    }
}

/// Section 11, rows 2 and 4: relationships and meta may be there or not.
#[test]
fn what_is_added_or_left_out_beside_the_attributes_does_not_matter() {
    let mut document = json("name=commerce-layer.create.response.recorded");
    let wanted = read_one(&reply(200, &document), NOW);
    let data = document["data"].as_object_mut().unwrap();
    data.insert("more".to_owned(), [1].as_slice().into());
    data["attributes"]["new"] = true.into();
    for name in ["links", "relationships", "meta", "type"] {
        data.remove(name);
    }
    document["included"] = "something".into();
    let read = read_one(&reply(200, document), NOW);
    assert_eq!(read, wanted);
    assert!(matches!(read, Ok(Answered { warning: None, .. })));
}
