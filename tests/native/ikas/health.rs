//! ikas reports no health (section 6): green is never drawn, and `deleted` is all there is.

use pegboard::platform::ikas::reading;
use pegboard::subscription::{Evidence, Health, Reading};
use pegboard::text::health::explain;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::NOW;

/// Every kind of value that the one field can have.
#[test]
fn every_value_of_deleted_has_a_badge() {
    let unknown = (Health::Unknown, None);
    let cases = [
        (json!({ "deleted": true }), (Health::Disabled, Some(true))),
        (json!({ "deleted": false }), (Health::Unknown, Some(false))),
        (json!({ "deleted": null }), unknown),
        (json!({}), unknown),
        (json!({ "deleted": "true" }), unknown),
        (json!({ "deleted": 1 }), unknown),
        (json!({ "deleted": [true] }), unknown),
        (json!({ "deleted": { "at": 5 } }), unknown),
        (Value::Null, unknown),
    ];
    for (webhook, (health, deleted)) in cases {
        let evidence = Evidence::Ikas { deleted };
        let at = NOW;
        assert_eq!(
            reading(&webhook, NOW),
            Reading {
                health,
                evidence,
                at
            },
            "{webhook}"
        );
    }
}

#[test]
fn the_popover_says_what_ikas_does_on_failure() {
    let told = |webhook: Value| explain(&reading(&webhook, NOW));
    for webhook in [json!({ "deleted": false }), json!({})] {
        let told = told(webhook);
        assert!(told.means.contains("does not report health") && told.means.contains("3 times"));
        assert!(told.remedy.contains("HTTP 200"));
    }
    let deleted = told(json!({ "deleted": true }));
    assert!(deleted.means.starts_with("Marked deleted by ikas"));
    assert!(deleted.source.contains("list: true"));
    assert!(
        told(json!({}))
            .source
            .contains("left the field deleted out")
    );
}

proptest! {
    #[test]
    fn no_other_field_makes_it_healthy(name in "[a-zA-Z]{1,12}", value in ".*") {
        let webhook = json!({ name: value, "health": "HEALTHY", "deleted": false });
        prop_assert_eq!(reading(&webhook, NOW).health, Health::Unknown);
    }
}
