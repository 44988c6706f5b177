//! Answers that are no GraphQL answer, and those that hold data and errors at once.

use pegboard::platform::happycolis::{read_created, read_list, read_proof, read_removed};
use pegboard::platform::{ApiError, Cause, Refusal, Unreadable};
use pegboard::subscription::{HappyColisMode, Row};
use serde_json::json;

use crate::sample::{NOW, reply};

/// Bodies that hold no result, and what is wrong with them.
pub const UNREADABLE: &[(&str, Unreadable)] = &[
    ("", Unreadable::Empty),
    (" \n\t", Unreadable::Empty),
    ("\u{feff}", Unreadable::Empty),
    ("<!doctype html><p>Down", Unreadable::Html),
    ("  <html>", Unreadable::Html),
    ("{", Unreadable::NotJson),
    ("OK", Unreadable::NotJson),
    (r#"{"data": {"integration": {"id"#, Unreadable::NotJson),
    ("{} {}", Unreadable::NotJson),
    ("null", Unreadable::NoResult),
    ("[]", Unreadable::NoResult),
    ("5", Unreadable::NoResult),
    ("{}", Unreadable::NoResult),
    (r#"{"message": "hello"}"#, Unreadable::NoResult),
    (r#"{"data": null}"#, Unreadable::NoResult),
    (r#"{"data": {}}"#, Unreadable::NoResult),
    (r#"{"data": {"other": {}}}"#, Unreadable::NoResult),
    (r#"{"data": []}"#, Unreadable::NoResult),
    (r#"{"data": "text"}"#, Unreadable::NoResult),
    (r#"{"data": null, "errors": []}"#, Unreadable::NoResult),
    (r#"{"errors": "text"}"#, Unreadable::NoResult),
];

#[test]
fn an_answer_without_a_result_is_never_a_success() {
    for (body, what) in UNREADABLE {
        let reply = reply(200, body);
        let expected = ApiError::Unreadable {
            status: 200,
            what: *what,
        };
        assert_eq!(read_list(&reply, NOW), Err(expected.clone()), "{body}");
        assert_eq!(read_proof(&reply), Err(expected.clone()), "{body}");
        for mode in [HappyColisMode::Integration, HappyColisMode::Oauth] {
            assert_eq!(
                read_created(mode, &reply, NOW),
                Err(expected.clone()),
                "{body}"
            );
            assert_eq!(read_removed(mode, &reply), Err(expected.clone()), "{body}");
        }
        assert!(!expected.is_certain());
    }
}

#[test]
fn a_list_without_webhooks_is_no_empty_list() {
    for integration in [
        json!({}),
        json!({ "webhooks": null }),
        json!({ "webhooks": {} }),
        json!({ "webhooks": "none" }),
        json!([]),
        json!("text"),
    ] {
        let body = json!({ "data": { "integration": integration } });
        let expected = ApiError::Unreadable {
            status: 200,
            what: Unreadable::NoResult,
        };
        assert_eq!(read_list(&reply(200, &body), NOW), Err(expected), "{body}");
    }
    let empty = json!({ "data": { "integration": { "webhooks": [] } } });
    let read = read_list(&reply(200, empty), NOW).unwrap().value;
    assert_eq!((read.rows.len(), read.title, read.read_at), (0, None, NOW));
}

#[test]
fn a_byte_order_mark_and_white_space_do_not_matter() {
    let body = "\u{feff} \n{\"data\": {\"__typename\": \"Query\"}}\n";
    assert_eq!(read_proof(&reply(200, body)), Ok(()));
}

fn complaint() -> (serde_json::Value, Refusal) {
    let error = json!({ "message": "X is slow", "extensions": { "code": "SLOW" }, "path": ["a"] });
    let refusal = Refusal {
        cause: Cause::Other,
        status: 200,
        code: Some("SLOW".to_owned()),
        message: "X is slow".to_owned(),
        fields: Vec::new(),
    };
    (error, refusal)
}

#[test]
fn partial_data_counts_and_its_error_is_told() {
    let (error, refusal) = complaint();
    let body = json!({
        "data": { "integration": { "name": "Shop", "webhooks": [{ "id": "a" }] } },
        "errors": [error],
    });
    let read = read_list(&reply(200, body), NOW).unwrap();
    assert_eq!(read.warning.as_deref(), Some(&refusal));
    assert_eq!(read.value.subscriptions().count(), 1);

    let body = json!({ "data": { "oauthWebhookCreate": { "id": "a" } }, "errors": [error] });
    let read = read_created(HappyColisMode::Oauth, &reply(200, body), NOW).unwrap();
    assert_eq!(
        (read.value.id.as_str(), read.warning.as_deref()),
        ("a", Some(&refusal))
    );
}

#[test]
fn errors_without_data_are_a_refusal_even_where_the_list_is_half_there() {
    let (error, refusal) = complaint();
    let body = json!({ "data": { "integration": { "webhooks": null } }, "errors": [error] });
    assert_eq!(read_list(&reply(200, body), NOW), Err(refusal.into()));
}

#[test]
fn a_creation_without_an_id_is_not_confirmed() {
    for created in [
        json!({}),
        json!({ "id": null }),
        json!({ "id": 5 }),
        json!([]),
        json!("a"),
    ] {
        let body = json!({ "data": { "oauthWebhookCreate": created } });
        let expected = ApiError::Unreadable {
            status: 200,
            what: Unreadable::NoResult,
        };
        let read = read_created(HappyColisMode::Oauth, &reply(200, &body), NOW);
        assert_eq!(read, Err(expected), "{body}");
    }
}

#[test]
fn a_row_that_is_no_object_hides_no_other() {
    let webhooks = json!([null, { "id": "a" }, 5, { "id": "b" }, []]);
    let body = json!({ "data": { "integration": { "webhooks": webhooks } } });
    let rows = read_list(&reply(200, body), NOW).unwrap().value.rows;
    let shown: Vec<String> = rows
        .iter()
        .map(|row| match row {
            Row::Subscription(subscription) => subscription.id.clone(),
            Row::Unreadable { position, raw } => format!("{position}: {raw}"),
        })
        .collect();
    assert_eq!(shown, ["0: null", "a", "2: 5", "b", "4: []"]);
}
