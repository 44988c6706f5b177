//! The documented operations, judged by a GraphQL validator against the documented schemas.

use super::fixture::{VERSIONS, operation_of, sdl, sdl_of, text, valid};
use crate::graphql::words;
use crate::ikas::fixture::{API, ENDPOINT};
use pegboard::platform::{Purpose, ikas};
use serde_json::json;

pub fn is_a_schema(block: &str) {
    let (_, version) = block.split_once('=').unwrap();
    let own = sdl(version).own_types();
    // v1 names the scopes of an app in an enum (section 2.1).
    assert_eq!(own, if version == "ikas-v1" { 14 } else { 13 });
}

pub fn is_valid(block: &str) {
    let (version, _) = operation_of(block);
    sdl(version).is_valid(&text(block));
}

/// Section 1.1: a name of the other version fails, so each has its own.
#[test]
fn everything_sent_is_valid_in_its_version() {
    for version in VERSIONS {
        let sdl = sdl_of(version);
        let scopes = ["store/order/created".to_owned()];
        let save = ikas::save(
            API,
            version,
            &valid(&["store/order/created"], ENDPOINT, "a\nb"),
        );
        let requests = [
            (ikas::list(API), Purpose::Read),
            (ikas::channels(API), Purpose::Read),
            (ikas::remove(API, version, &scopes), Purpose::Write),
            (save, Purpose::Write),
        ];
        for (request, purpose) in requests {
            sdl.sent(&request);
            assert_eq!((request.purpose, request.url.as_str()), (purpose, API));
        }
    }
}

#[test]
fn a_save_is_invalid_in_the_other_version() {
    let [v2, v1] = VERSIONS
        .map(|version| ikas::save(API, version, &valid(&["store/order/created"], ENDPOINT, "")));
    for (request, other) in [(v2, "ikas-v1"), (v1, "ikas-v2")] {
        let (query, variables) = crate::graphql::parts(&request);
        let found = sdl(other).takes(&query, &variables).unwrap_err();
        assert!(found.contains("saveWebhook"), "{found}");
    }
}

#[test]
fn the_documented_operations_are_sent_to_the_letter() {
    let query = |request| words(&crate::graphql::parts(&request).0);
    let documented = |name: &str| words(&text(name));
    assert_eq!(query(ikas::list(API)), documented("op=ikas-v2.listWebhook"));
    assert_eq!(
        query(ikas::channels(API)),
        documented("op=ikas-v2.listSalesChannel")
    );
    assert_eq!(crate::graphql::parts(&ikas::list(API)).1, json!({}));
}
