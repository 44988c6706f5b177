//! Operations, judged by a GraphQL validator against the documented schema.

use pegboard::platform::{Learned, Purpose, sentera};
use serde_json::json;

use super::fixture::{
    API, ENDPOINT, ORGANIZATION, SUBSCRIPTION, listing, operation_of, sdl, text, valid,
};
use super::reply::subscription;

pub fn is_a_schema(_: &str) {
    assert_eq!(sdl().own_types(), 19);
}

pub fn extends_the_schema(block: &str) {
    assert!(text(block).contains("extend type Organization"));
    assert_eq!(listing().own_types(), 20);
}

pub fn is_valid(block: &str) {
    sdl().is_valid(&operation_of(block));
}

#[test]
fn everything_sent_is_valid() {
    let valid = valid(&["TASK_MODIFIED"], ENDPOINT);
    let old = subscription("a", &["FEATURE_SET_CREATED"], "https://old.example");
    let requests = [
        (sentera::prove(API, ORGANIZATION), Purpose::Read),
        (sentera::organizations(API), Purpose::Read),
        (
            sentera::learn(API, &Learned::default()).unwrap(),
            Purpose::Read,
        ),
        (sentera::create(API, ORGANIZATION, &valid), Purpose::Write),
        (sentera::update(API, &old, &valid), Purpose::Write),
        (
            sentera::remove(API, ORGANIZATION, &[SUBSCRIPTION]),
            Purpose::Write,
        ),
    ];
    for (request, purpose) in requests {
        sdl().sent(&request);
        assert_eq!((request.purpose, request.url.as_str()), (purpose, API));
    }
}

/// Section 4: an unknown literal is refused by validation, and so is what is no list.
#[test]
fn a_wrong_event_would_be_found() {
    let create = text("op=sentera.create.variables");
    for events in [json!(["NOPE"]), json!([null]), json!(null)] {
        let variables = json!({ "organization": "a", "url": ENDPOINT, "events": events });
        assert!(sdl().takes(&create, &variables).is_err(), "{variables}");
    }
}
