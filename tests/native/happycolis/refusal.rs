//! How a refusal is told from another where the contract gives no block: section 7.5.

use pegboard::platform::happycolis::read_created;
use pegboard::platform::{ApiError, Cause, Refusal};
use pegboard::subscription::HappyColisMode;
use serde_json::json;

use crate::sample::{NOW, reply};

fn refused(status: u16, body: impl ToString) -> Refusal {
    match read_created(HappyColisMode::Integration, &reply(status, body), NOW) {
        Err(ApiError::Refused(refusal)) => *refusal,
        other => panic!("{other:?}"),
    }
}

fn cause(code: Option<&str>, message: &str) -> Cause {
    let extensions = code.map(|code| json!({ "code": code }));
    let body =
        json!({ "data": null, "errors": [{ "message": message, "extensions": extensions }] });
    refused(200, body).cause
}

fn scope(name: Option<&str>) -> Cause {
    Cause::Scope {
        scope: name.map(str::to_owned),
    }
}

#[test]
fn a_code_or_a_message_tells_the_cause() {
    let cases = [
        (Some("UNAUTHORIZED"), "no", Cause::Token),
        (Some("UNAUTHENTICATED"), "no", Cause::Token),
        (None, "UNAUTHORIZED: no", Cause::Token),
        (
            Some("FORBIDDEN"),
            "Insufficient scope: create_shipments required",
            scope(Some("create_shipments")),
        ),
        (
            Some("INSUFFICIENT_SCOPE"),
            "Insufficient scope: a required",
            scope(Some("a")),
        ),
        (
            None,
            "Insufficient scope: view_integrations required",
            scope(Some("view_integrations")),
        ),
        (
            None,
            "INSUFFICIENT_SCOPE: Insufficient scope: a required",
            scope(Some("a")),
        ),
        (Some("INSUFFICIENT_SCOPE"), "You may not", scope(None)),
        (
            Some("INSUFFICIENT_SCOPE"),
            "Insufficient scope:",
            scope(None),
        ),
        (Some("FORBIDDEN"), "Forbidden resource", Cause::OtherMode),
        (None, "FORBIDDEN: Forbidden resource", Cause::OtherMode),
        (Some("NOT_FOUND"), "Integration not found", Cause::NotFound),
        (Some("CONFLICT"), "", Cause::Conflict),
        (Some("DUPLICATE_KEY"), "", Cause::Conflict),
        (Some("DB_CONFLICT"), "", Cause::Conflict),
        (Some("X"), "Conflict in the database", Cause::Conflict),
        (Some("X"), "Duplicate key value", Cause::Conflict),
        (None, "It ALREADY EXISTS", Cause::Conflict),
        (None, "violates Unique Constraint \"a\"", Cause::Conflict),
        (Some("INTERNAL_SERVER_ERROR"), "conflict", Cause::Server),
        (None, "INTERNAL_SERVER_ERROR: boom", Cause::Server),
        (
            Some("GRAPHQL_VALIDATION_FAILED"),
            "Cannot query field",
            Cause::Schema,
        ),
        (Some("GRAPHQL_PARSE_FAILED"), "Syntax Error", Cause::Schema),
        (Some("BAD_USER_INPUT"), "Something else", Cause::Other),
        (Some("X"), "A unique name is needed", Cause::Other),
        (None, "", Cause::Other),
    ];
    for (code, message, expected) in cases {
        assert_eq!(cause(code, message), expected, "{code:?} {message:?}");
    }
}

#[test]
fn a_code_before_the_message_is_taken_off_and_anything_else_is_not() {
    let cases = [
        ("FORBIDDEN: You can't", Some("FORBIDDEN"), "You can't"),
        ("E_42: no", Some("E_42"), "no"),
        ("Error: no", None, "Error: no"),
        ("FORBIDDEN:no", None, "FORBIDDEN:no"),
        (": no", None, ": no"),
        ("no", None, "no"),
        ("É: no", None, "É: no"),
    ];
    for (message, code, text) in cases {
        let refusal = refused(200, json!({ "errors": [{ "message": message }] }));
        assert_eq!(refusal.code.as_deref(), code, "{message}");
        assert_eq!(refusal.message, text, "{message}");
    }
    let both =
        json!({ "errors": [{ "message": "FORBIDDEN: no", "extensions": { "code": "OTHER" } }] });
    let refusal = refused(200, both);
    assert_eq!(
        (refusal.code.as_deref(), refusal.message.as_str()),
        (Some("OTHER"), "no")
    );
}

#[test]
fn a_status_tells_the_cause_whatever_the_body_is() {
    let bodies = [
        "",
        "<html>",
        "{",
        "null",
        "[]",
        r#"{"message": 5}"#,
        r#"{"errors": []}"#,
    ];
    for (status, expected) in [
        (400, Cause::Schema),
        (401, Cause::Token),
        (403, Cause::Forbidden),
        (404, Cause::NotFound),
        (405, Cause::Schema),
        (406, Cause::Schema),
        (409, Cause::Clash),
        (415, Cause::Schema),
        (418, Cause::Other),
        (422, Cause::Unprocessable),
        (423, Cause::Locked),
        (429, Cause::RateLimit { retry_after: None }),
        (500, Cause::Server),
        (502, Cause::Server),
        (503, Cause::Server),
        (599, Cause::Server),
    ] {
        for body in bodies {
            let refusal = refused(status, body);
            assert_eq!(
                (refusal.cause, refusal.status),
                (expected.clone(), status),
                "{body}"
            );
            assert_eq!(
                (refusal.code, refusal.message),
                (None, String::new()),
                "{body}"
            );
        }
        let refusal = refused(status, r#"{"message": "In its own words"}"#);
        assert_eq!(refusal.message, "In its own words");
    }
}

#[test]
fn the_first_of_several_errors_counts() {
    let first = json!({ "message": "Unauthorized", "extensions": { "code": "UNAUTHORIZED" } });
    let second = json!({ "message": "duplicate", "extensions": { "code": "CONFLICT" } });
    let refusal = refused(200, json!({ "data": null, "errors": [first, second] }));
    assert_eq!(refusal.cause, Cause::Token);
}

/// Whether it is certain that a write was not carried out: only an answer that refuses is.
#[test]
fn only_a_refusal_by_the_platform_is_certain() {
    let refusal = |cause| {
        ApiError::from(Refusal {
            cause,
            status: 200,
            code: None,
            message: String::new(),
            fields: Vec::new(),
        })
    };
    for cause in [
        Cause::Token,
        scope(None),
        Cause::OtherMode,
        Cause::Role,
        Cause::NotFound,
        Cause::Conflict,
        Cause::NotUnique,
        Cause::Endpoint,
        Cause::Event,
        Cause::Headers,
        Cause::Fields,
        Cause::Locked,
        Cause::Forbidden,
        Cause::Clash,
        Cause::Unprocessable,
        Cause::App,
        Cause::RateLimit { retry_after: None },
        Cause::Schema,
        Cause::Other,
    ] {
        assert!(refusal(cause.clone()).is_certain(), "{cause:?}");
        assert_eq!(refusal(cause.clone()).cause(), Some(&cause));
    }
    assert!(!refusal(Cause::Server).is_certain());
}
