//! Errors that the contract names without a body, and those that nobody documented.

use pegboard::platform::ikas::{read_list, read_removed, read_saved};
use pegboard::platform::{ApiError, Cause, Unreadable};
use pegboard::subscription::{Attribute, IkasVersion};
use pegboard::validation::Field;
use serde_json::{Value, json};

use super::error::refused;
use crate::sample::{NOW, reply};

fn error(code: Option<&str>, message: &str) -> Value {
    let extensions = code.map_or(json!({}), |code| json!({ "code": code }));
    json!({ "data": null, "errors": [{ "message": message, "extensions": extensions }] })
}

/// Section 7: the code first, then the message.
#[test]
fn a_code_or_else_a_message_has_a_meaning() {
    let cases = [
        (Some("LOGIN_REQUIRED"), "any words", Cause::Token),
        (Some("UNAUTHENTICATED"), "any words", Cause::Token),
        (None, "LOGIN_REQUIRED", Cause::Token),
        // Without `deniedBy` it may mean an app that was removed as well, so nothing is guessed.
        (Some("UNAUTHORIZED"), "any words", Cause::Other),
        (Some("INVALID_SCOPE"), "any words", Cause::Event),
        (
            None,
            "error_messages.public.webhook.invalid_scope",
            Cause::Event,
        ),
        (
            Some("ARGUMENT_VALIDATION_ERROR"),
            "endpoint must be https",
            Cause::Endpoint,
        ),
        (
            Some("ARGUMENT_VALIDATION_ERROR"),
            "Not a URL",
            Cause::Endpoint,
        ),
        (
            Some("ARGUMENT_VALIDATION_ERROR"),
            "scopes should not be empty",
            Cause::Other,
        ),
        (Some("APP_NOT_FOUND"), "any words", Cause::App),
        (
            Some("GRAPHQL_VALIDATION_FAILED"),
            "Cannot query field",
            Cause::Schema,
        ),
        (Some("INTERNAL_SERVER_ERROR"), "any words", Cause::Server),
        (
            Some("ORDER_LINE_IS_ALREADY_PACKAGED"),
            "any words",
            Cause::Other,
        ),
        (Some("NEVER_HEARD_OF"), "any words", Cause::Other),
        (None, "any words", Cause::Other),
    ];
    for (code, message, cause) in cases {
        let refusal = refused(&reply(200, error(code, message)));
        assert_eq!(
            (refusal.cause, refusal.status),
            (cause, 200),
            "{code:?} {message}"
        );
        assert_eq!(
            (refusal.code.as_deref(), refusal.message.as_str()),
            (code, message)
        );
    }
}

#[test]
fn a_status_speaks_where_no_code_does() {
    for (status, cause) in [
        (400, Cause::Schema),
        (401, Cause::Token),
        (403, Cause::Forbidden),
        (404, Cause::NotFound),
        (405, Cause::Schema),
        (406, Cause::Schema),
        (409, Cause::Clash),
        (415, Cause::Schema),
        (422, Cause::Unprocessable),
        (423, Cause::Locked),
        (429, Cause::RateLimit { retry_after: None }),
        (500, Cause::Server),
        (502, Cause::Server),
        (503, Cause::Server),
        (302, Cause::Other),
    ] {
        for body in [
            String::new(),
            "<html>".to_owned(),
            "{}".to_owned(),
            error(None, "Words").to_string(),
        ] {
            let refusal = refused(&reply(status, &body));
            assert_eq!(
                (refusal.cause, refusal.status),
                (cause.clone(), status),
                "{status} {body}"
            );
        }
    }
}

/// Whatever the body of a failure says, whether it did what was asked is not known.
#[test]
fn a_failure_of_the_server_stays_open() {
    let body = error(Some("LOGIN_REQUIRED"), "LOGIN_REQUIRED");
    for status in [500, 504] {
        let lost = read_saved(IkasVersion::V2, &reply(status, &body), NOW).unwrap_err();
        assert!(lost.cause() == Some(&Cause::Server) && !lost.is_certain());
    }
    let lost = read_removed(&reply(200, error(Some("INTERNAL_SERVER_ERROR"), "")));
    assert!(!lost.unwrap_err().is_certain());
}

#[test]
fn every_field_that_a_validation_names_is_found() {
    let fault = |property: &str, constraints: Value| json!({ "property": property, "constraints": constraints });
    let mut body = error(
        Some("ARGUMENT_VALIDATION_ERROR"),
        "Argument Validation Error",
    );
    body["errors"][0]["extensions"]["validationErrors"] = json!([
        fault(
            "endpoint",
            json!({ "isUrl": "must be a URL", "isPublic": "must be public" })
        ),
        fault("scopes", json!({})),
        fault("salesChannelIds", json!({ "exists": "no such channel" })),
        fault("another", json!({ "rule": "words" })),
        null,
    ]);
    let refusal = refused(&reply(200, body));
    let told = |field: Field, words: &str| (field, words.to_owned());
    let channels = Field::Attribute(Attribute::SalesChannels);
    let wanted = [
        told(Field::Endpoint, "must be public · must be a URL"),
        told(Field::Events, "Argument Validation Error"),
        told(channels, "no such channel"),
    ];
    assert_eq!(refusal.cause, Cause::Fields);
    assert_eq!(refusal.fields, wanted);
}

/// Bodies that hold no result, and what is wrong with them.
#[test]
fn an_answer_without_a_result_is_never_a_success() {
    let cases = [
        ("", Unreadable::Empty),
        ("\u{feff} \n", Unreadable::Empty),
        ("<!doctype html><p>Down", Unreadable::Html),
        ("{", Unreadable::NotJson),
        ("OK", Unreadable::NotJson),
        ("null", Unreadable::NoResult),
        ("[]", Unreadable::NoResult),
        ("{}", Unreadable::NoResult),
        (r#"{"message": "hello"}"#, Unreadable::NoResult),
        (r#"{"data": null}"#, Unreadable::NoResult),
        (r#"{"data": {"other": []}}"#, Unreadable::NoResult),
        (
            r#"{"data": {"listWebhook": {}, "saveWebhooks": {}, "deleteWebhook": {}}}"#,
            Unreadable::NoResult,
        ),
        (r#"{"data": null, "errors": []}"#, Unreadable::NoResult),
        (r#"{"errors": "text"}"#, Unreadable::NoResult),
    ];
    for (body, what) in cases {
        let (reply, wanted) = (reply(200, body), ApiError::Unreadable { status: 200, what });
        assert_eq!(read_list(&reply, NOW), Err(wanted.clone()), "{body}");
        assert_eq!(
            read_saved(IkasVersion::V2, &reply, NOW),
            Err(wanted.clone()),
            "{body}"
        );
        assert_eq!(read_removed(&reply), Err(wanted.clone()), "{body}");
        assert!(!wanted.is_certain());
    }
}

#[test]
fn partial_data_counts_and_its_error_is_told() {
    let row = json!({ "id": "a", "scope": "b/c" });
    let body = json!({
        "data": { "listWebhook": [row], "saveWebhooks": [row] },
        "errors": [{ "message": "Slow", "extensions": { "code": "SLOW" } }],
    });
    let list = read_list(&reply(200, &body), NOW).unwrap();
    let saved = read_saved(IkasVersion::V2, &reply(200, &body), NOW).unwrap();
    assert_eq!(list.warning, saved.warning);
    assert_eq!(list.warning.unwrap().code.as_deref(), Some("SLOW"));
    assert_eq!((list.value.rows.len(), saved.value.len()), (1, 1));
}
