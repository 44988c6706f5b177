//! Errors that nobody documented.

use pegboard::platform::sentera::{read_created, read_removed};
use pegboard::platform::{ApiError, Cause, Unreadable};
use pegboard::subscription::Attribute;
use pegboard::validation::Field;
use serde_json::{Value, json};

use super::error::refused;
use crate::sample::{NOW, reply};

fn error(message: &str, code: Option<&str>, path: Value) -> Value {
    json!({ "data": null, "errors": [{ "message": message, "path": path, "extensions": { "code": code } }] })
}

/// Section 7, rule 3: a message or a path that names an argument belongs to its field.
#[test]
fn an_error_stands_at_the_field_that_it_speaks_of() {
    let none = || json!(null);
    let cases = [
        ("callback_url is not reachable", none(), Cause::Endpoint),
        (
            "Nope",
            json!(["mutation", "create_webhook_subscription", "callback_url"]),
            Cause::Endpoint,
        ),
        (
            "Variable $url of type Url! was provided invalid value",
            none(),
            Cause::Endpoint,
        ),
        ("event_types is too long", none(), Cause::Event),
        (
            "Nope",
            json!(["create_webhook_subscription", "event_types", 0]),
            Cause::Event,
        ),
        (
            "Variable $events of type [WebhookEventType!]! was provided invalid value for 0",
            none(),
            Cause::Event,
        ),
        (
            "Expected \"NOPE\" to be one of WebhookEventType",
            none(),
            Cause::Event,
        ),
        ("organization_sentera_id is wrong", none(), Cause::Other),
        ("any words", none(), Cause::Other),
    ];
    for (message, path, cause) in cases {
        let refusal = refused(&reply(200, error(message, None, path)));
        assert_eq!((refusal.cause, refusal.message.as_str()), (cause, message));
        assert!(refusal.fields.is_empty());
    }
}

#[test]
fn an_authentication_that_is_refused_stands_at_its_field() {
    let path = json!([
        "mutation",
        "create_webhook_subscription",
        "authentication",
        "token_url"
    ]);
    let refusal = refused(&reply(200, error("Nope", None, path)));
    let field = Field::Attribute(Attribute::Authentication("token_url".to_owned()));
    assert_eq!(
        (refusal.cause, refusal.fields),
        (Cause::Fields, vec![(field, "Nope".to_owned())])
    );
    let refusal = refused(&reply(200, error("Nope", None, json!(["authentication"]))));
    assert_eq!((refusal.cause, refusal.fields), (Cause::Other, Vec::new()));
}

#[test]
fn a_code_or_words_have_a_meaning() {
    let cases = [
        (Some("UNAUTHENTICATED"), "any words", Cause::Token),
        (Some("INTERNAL_SERVER_ERROR"), "any words", Cause::Server),
        (
            Some("GRAPHQL_VALIDATION_FAILED"),
            "any words",
            Cause::Schema,
        ),
        (Some("undefinedField"), "any words", Cause::Schema),
        (Some("undefinedType"), "any words", Cause::Schema),
        (Some("argumentNotAccepted"), "any words", Cause::Schema),
        (Some("NEVER_HEARD_OF"), "any words", Cause::Other),
        (None, "Webhook subscription not found", Cause::NotFound),
        (None, "An unexpected error occurred", Cause::Server),
        (None, "Timeout on Mutation", Cause::Server),
        (None, "", Cause::Other),
    ];
    for (code, message, cause) in cases {
        let refusal = refused(&reply(200, error(message, code, json!(null))));
        assert_eq!(
            (refusal.cause, refusal.code.as_deref()),
            (cause, code),
            "{code:?} {message}"
        );
    }
}

#[test]
fn the_status_comes_first() {
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
        (503, Cause::Server),
    ] {
        let words = error("callback_url", None, json!(null)).to_string();
        for (body, message) in [
            ("", ""),
            ("<html>", ""),
            (r#"{"message":"Words"}"#, "Words"),
            (&words, "callback_url"),
        ] {
            let refusal = refused(&reply(status, body));
            assert_eq!(
                (refusal.cause, refusal.status),
                (cause.clone(), status),
                "{status} {body}"
            );
            assert_eq!(refusal.message, message);
        }
    }
    let lost = read_removed("a", &reply(502, "<html>")).unwrap_err();
    assert!(!lost.is_certain());
}

#[test]
fn an_answer_without_a_result_is_never_a_success() {
    let cases = [
        ("", Unreadable::Empty),
        ("<html>", Unreadable::Html),
        ("{", Unreadable::NotJson),
        ("null", Unreadable::NoResult),
        ("[]", Unreadable::NoResult),
        ("{}", Unreadable::NoResult),
        (r#"{"message": 5}"#, Unreadable::NoResult),
        (r#"{"data": null}"#, Unreadable::NoResult),
        (r#"{"data": {"other": {}}}"#, Unreadable::NoResult),
        (r#"{"data": null, "errors": []}"#, Unreadable::NoResult),
        (r#"{"errors": "text"}"#, Unreadable::NoResult),
    ];
    for (body, what) in cases {
        let wanted = ApiError::Unreadable { status: 200, what };
        assert_eq!(
            read_created(&reply(200, body), NOW),
            Err(wanted.clone()),
            "{body}"
        );
        assert_eq!(read_removed("a", &reply(200, body)), Err(wanted), "{body}");
    }
}

#[test]
fn partial_data_counts_and_its_error_is_told() {
    let body = json!({
        "data": { "create_webhook_subscription": { "sentera_id": "a" } },
        "errors": [{ "message": "Slow" }],
    });
    let read = read_created(&reply(200, body), NOW).unwrap();
    assert_eq!(read.value.id, "a");
    assert_eq!(read.warning.unwrap().message, "Slow");
}
