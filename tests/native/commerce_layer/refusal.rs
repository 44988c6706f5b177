//! How one refusal is told from another where the contract gives no block: sections 8.3, 8.6 and 8.7.

use pegboard::platform::commerce_layer::{read_list, read_one};
use pegboard::platform::{ApiError, Cause};
use pegboard::subscription::Attribute;
use pegboard::text::error::{detail, remedy, sentence};
use pegboard::validation::Field;
use serde_json::{Value, json};

use super::error::refused;
use crate::sample::{NOW, reply};

const fn limit() -> Cause {
    Cause::RateLimit { retry_after: None }
}

#[test]
fn a_status_tells_the_cause_whatever_the_body_is() {
    let bodies = [
        "",
        "<html>",
        "{",
        "null",
        "[]",
        "5",
        r#"{"errors": []}"#,
        r#"{"errors": "text"}"#,
    ];
    for (status, expected) in [
        (302, Cause::Other),
        (400, Cause::Schema),
        (401, Cause::Token),
        (403, Cause::Forbidden),
        (404, Cause::NotFound),
        (405, Cause::Schema),
        (406, Cause::Schema),
        (409, Cause::NotUnique),
        (415, Cause::Schema),
        (418, Cause::Other),
        (422, Cause::Unprocessable),
        (423, Cause::Locked),
        (429, limit()),
        (500, Cause::Server),
        (503, Cause::Server),
        (599, Cause::Server),
    ] {
        for body in bodies {
            let read = refused(&reply(status, body));
            assert_eq!(
                (read.cause, read.status),
                (expected.clone(), status),
                "{body}"
            );
            assert_eq!((read.code, read.message), (None, String::new()), "{body}");
            assert_eq!(read.fields, []);
        }
    }
}

#[test]
fn a_code_decides_before_the_status() {
    for (status, code, expected) in [
        (401, "INVALID_TOKEN", Cause::Token),
        (403, "INVALID_TOKEN", Cause::Token),
        (401, "UNAUTHORIZED", Cause::Role),
        (403, "UNAUTHORIZED", Cause::Role),
        (401, "OTHER", Cause::Token),
        (400, "RECORD_NOT_FOUND", Cause::NotFound),
        (400, "LOCKED", Cause::Locked),
        (423, "LOCKED", Cause::Locked),
        (403, "THROTTLED", limit()),
        (422, "SAVE_FAILED", Cause::Unprocessable),
        (400, "INTERNAL_SERVER_ERROR", Cause::Server),
        // Whatever it says of itself: it is not certain that nothing was done.
        (500, "UNAUTHORIZED", Cause::Server),
        (502, "RECORD_NOT_FOUND", Cause::Server),
    ] {
        let body = json!({ "errors": [{ "code": code }] });
        assert_eq!(
            refused(&reply(status, &body)).cause,
            expected,
            "{status} {code}"
        );
    }
}

/// Something between may answer 200 for everything.
#[test]
fn an_error_with_status_200_is_a_refusal() {
    for body in [
        json!({ "errors": [{ "code": "UNAUTHORIZED", "title": "Access denied" }] }),
        json!({ "data": null, "errors": { "code": "UNAUTHORIZED", "title": "Access denied" } }),
    ] {
        let read = refused(&reply(200, &body));
        assert_eq!(
            (read.cause, read.message.as_str()),
            (Cause::Role, "Access denied")
        );
    }
    // Data counts, whatever stands beside it.
    let body = json!({ "data": [], "errors": [{ "code": "UNAUTHORIZED" }] });
    assert!(read_list(1, &reply(200, body), NOW).is_ok());
}

fn at(pointer: &str) -> Value {
    json!({ "title": "is taken", "detail": "It is wrong", "code": "VALIDATION_ERROR", "source": { "pointer": pointer } })
}

#[test]
fn a_pointer_names_a_field_of_the_form() {
    let attribute = |attribute| Some(Field::Attribute(attribute));
    for (pointer, field) in [
        ("/data/attributes/topic", Some(Field::Events)),
        ("/data/attributes/callback_url", Some(Field::Endpoint)),
        ("/data/attributes/name", attribute(Attribute::Name)),
        (
            "/data/attributes/include_resources",
            attribute(Attribute::IncludeResources),
        ),
        (
            "/data/attributes/include_resources/0",
            attribute(Attribute::IncludeResources),
        ),
        (
            "/data/attributes/reference",
            attribute(Attribute::Reference),
        ),
        (
            "/data/attributes/reference_origin",
            attribute(Attribute::ReferenceOrigin),
        ),
        ("/data/attributes/metadata", attribute(Attribute::Metadata)),
        (
            "/data/attributes/metadata/a/b",
            attribute(Attribute::Metadata),
        ),
        ("/data/attributes/_disable", None),
        ("/data/attributes/_reset_circuit", None),
        ("/data/attributes/", None),
        ("/data/attributes", None),
        ("/data/relationships/last_event_callbacks", None),
        ("/data/relationships/name", None),
        ("/data/id", None),
        ("/data", None),
        ("/", None),
        ("", None),
        ("name", None),
    ] {
        for status in [400, 409, 422] {
            let read = refused(&reply(status, json!({ "errors": [at(pointer)] })));
            let words = "is taken: It is wrong".to_owned();
            match &field {
                Some(field) => {
                    assert_eq!(read.cause, Cause::Fields, "{pointer}");
                    assert_eq!(read.fields, [(field.clone(), words)]);
                    assert_eq!(read.message, "");
                }
                None => {
                    assert_ne!(read.cause, Cause::Fields, "{pointer}");
                    assert_eq!((read.fields, read.message), (vec![], words));
                }
            }
        }
    }
}

#[test]
fn every_error_is_told_at_its_field_or_in_the_message() {
    let alone = |title: &str| json!({ "title": title });
    let errors = [
        alone("First"),
        at("/data/attributes/name"),
        json!(null),
        json!({ "source": { "pointer": 5 } }),
        at("/data/attributes/name"),
        at("/data"),
        json!({ "detail": "Only a detail" }),
        json!({ "title": 5, "detail": {} }),
    ];
    let read = refused(&reply(422, json!({ "errors": errors })));
    assert_eq!(
        read.message,
        "First · is taken: It is wrong · Only a detail"
    );
    assert_eq!((read.fields.len(), read.cause), (2, Cause::Fields));
    assert_eq!(read.code.as_deref(), Some("VALIDATION_ERROR"));
}

/// Section 12: a 401 becomes "your role does not allow this", and each of the others has its own message and way out.
#[test]
fn each_refusal_has_its_own_sentence_and_way_out() {
    let refusals = [
        (401, "INVALID_TOKEN"),
        (401, "UNAUTHORIZED"),
        (404, "RECORD_NOT_FOUND"),
        (406, "NOT_ACCEPTABLE"),
        (409, "RECORD_NOT_UNIQUE"),
        (422, "SAVE_FAILED"),
        (423, "LOCKED"),
        (429, "THROTTLED"),
        (500, "INTERNAL_SERVER_ERROR"),
    ];
    let read = refusals.map(|(status, code)| {
        let body = json!({ "errors": [{ "code": code, "title": "Said" }] });
        read_one(&reply(status, body), NOW).unwrap_err()
    });
    let sentences: std::collections::BTreeSet<String> = read.iter().map(sentence).collect();
    assert_eq!(sentences.len(), read.len());
    let remedies: std::collections::BTreeSet<&str> = read.iter().map(remedy).collect();
    assert_eq!(remedies.len(), read.len());
    assert!(sentence(&read[1]).starts_with("Your role does not allow this"));
    assert!(sentence(&read[6]).contains("locked"));
    for (error, (status, code)) in read.iter().zip(refusals) {
        assert_eq!(
            detail(error),
            Some(format!("Said · {code} · HTTP {status}"))
        );
    }
}

/// Whether it is certain that a write was not carried out.
#[test]
fn only_an_answer_that_refuses_is_certain() {
    for (status, certain) in [
        (401, true),
        (404, true),
        (409, true),
        (422, true),
        (423, true),
        (429, true),
        (500, false),
    ] {
        let error = ApiError::from(refused(&reply(status, "{}")));
        assert_eq!(error.is_certain(), certain, "{status}");
    }
}
