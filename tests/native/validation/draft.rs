//! A whole draft: all problems at once, in the order of the form.

use pegboard::subscription::{Draft, HeaderRow, HeadersDraft, Secret};
use pegboard::validation::{Field, validate};

use super::{RULES, codes};

#[test]
fn a_good_draft_becomes_exactly_what_is_sent() {
    let draft = Draft {
        events: vec!["order/created".to_owned()],
        endpoint: "https://Hooks.example.com".to_owned(),
        headers: HeadersDraft::Json(Secret::new(r#"{"X-Key": "a b", "X-Other": "c"}"#)),
        ..Draft::default()
    };
    let valid = validate(&draft, &RULES).unwrap();
    assert_eq!(valid.events, ["order/created"]);
    assert_eq!(valid.endpoint.href(), "https://hooks.example.com/");
    assert!(valid.endpoint.changed());
    let headers: Vec<_> = valid.headers.iter().collect();
    assert_eq!(headers, [("X-Key", "a b"), ("X-Other", "c")]);
}

#[test]
fn an_empty_draft_names_event_and_endpoint() {
    let problems = validate(&Draft::default(), &RULES).unwrap_err();
    assert_eq!(codes(&problems), ["event-missing", "endpoint-missing"]);
}

#[test]
fn all_problems_come_at_once_and_in_the_order_of_the_form() {
    let row = |name: &str, value: &str| HeaderRow {
        name: name.to_owned(),
        value: Secret::new(value),
    };
    let draft = Draft {
        events: vec!["a b".to_owned()],
        endpoint: "http://localhost/#x".to_owned(),
        headers: HeadersDraft::Rows(vec![row("Host", "a\nb"), row("", ""), row("", "c")]),
        ..Draft::default()
    };
    let problems = validate(&draft, &RULES).unwrap_err();
    assert_eq!(
        codes(&problems),
        [
            "event-white-space",
            "endpoint-not-https",
            "host-private-name",
            "endpoint-fragment",
            "header-name-reserved",
            "header-value-line-break",
            "header-name-missing",
        ]
    );
    assert_eq!(problems[5].field, Field::HeaderValue(0));
    assert_eq!(problems[6].field, Field::HeaderName(2));
}
