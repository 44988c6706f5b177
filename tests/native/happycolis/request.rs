//! What the console sends is what the contract documents, to the letter.

use pegboard::platform::{Purpose, Request, happycolis};
use pegboard::state::config::Config;
use pegboard::subscription::{Credential, HappyColisMode, Platform};
use serde_json::{Value, json};

use super::fixture::{self, operation_of, text};
use super::operation::takes;
use crate::sample::{API, ENDPOINT, valid};

/// Builds the request for these variables, and names the operation that it has to carry.
fn build(operation: &str, variables: &Value) -> (Request, &'static str) {
    let id = || variables["id"].as_str().unwrap();
    let draft = || {
        let input = &variables["input"];
        let headers = input["headers"].as_object().into_iter().flatten();
        let headers: Vec<(&str, &str)> = headers
            .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
            .collect();
        let field = |name: &str| input[name].as_str().unwrap();
        valid(field("type"), field("endPoint"), &headers)
    };
    match operation {
        "integration" => (happycolis::list(API, id()), "integration"),
        "integrationWebhookCreate" => {
            let request = happycolis::create(API, HappyColisMode::Integration, &draft());
            (request, "integrationWebhookCreate")
        }
        "oauthWebhookCreate" => {
            let request = happycolis::create(API, HappyColisMode::Oauth, &draft());
            (request, "oauthWebhookCreate")
        }
        // Section 10, row 20: two pages select differently, and the console takes the larger selection.
        "integrationWebhookRemove" | "integrationWebhookRemove.sub" => {
            let request = happycolis::remove(API, HappyColisMode::Integration, id());
            (request, "integrationWebhookRemove.sub")
        }
        "oauthWebhookRemove" => {
            let request = happycolis::remove(API, HappyColisMode::Oauth, id());
            (request, "oauthWebhookRemove")
        }
        other => panic!("no request belongs to {other}"),
    }
}

/// The text of a query without the white space between its tokens' places.
fn words(query: &str) -> String {
    let lines = query.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(str::split_whitespace)
        .collect::<Vec<_>>()
        .join(" ")
}

fn body(request: &Request) -> Value {
    serde_json::from_str(&request.body).unwrap()
}

pub fn is_what_is_sent(block: &str) {
    let variables = fixture::json(block);
    takes(operation_of(block), &variables).unwrap();
    let (request, operation) = build(operation_of(block), &variables);
    let documented = text(&format!("op=happycolis.{operation}"));
    let body = body(&request);
    assert_eq!(words(body["query"].as_str().unwrap()), words(&documented));
    assert_eq!(body["variables"], variables);
    assert_eq!(
        body.as_object().unwrap().len(),
        2,
        "query and variables, nothing else"
    );
    assert_eq!(request.url, API);
    let purpose = if operation == "integration" {
        Purpose::Read
    } else {
        Purpose::Write
    };
    assert_eq!(request.purpose, purpose);
}

pub fn is_the_whole_request(block: &str) {
    let documented = text(block);
    let (head, sent) = documented.split_once("\n\n").unwrap();
    let sent: Value = serde_json::from_str(sent).unwrap();
    let (request, _) = build("integrationWebhookCreate", &sent["variables"]);
    let body = body(&request);
    assert_eq!(
        words(body["query"].as_str().unwrap()),
        words(sent["query"].as_str().unwrap())
    );
    assert_eq!(body["variables"], sent["variables"]);

    let value = |name: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .unwrap()
    };
    let path = head.split(' ').nth(1).unwrap();
    let address = format!("https://{}{path}", value("Host"));
    assert_eq!(Config::default().api(Platform::HappyColis), address);
    let credential = Credential::new("$ACCESS_TOKEN", &address);
    assert_eq!(
        credential.authorization(&request.url).as_deref(),
        Some(value("Authorization"))
    );
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().any(has_null),
        Value::Object(members) => members.values().any(has_null),
        _ => false,
    }
}

#[test]
fn nothing_unset_is_sent_as_null() {
    for mode in [HappyColisMode::Integration, HappyColisMode::Oauth] {
        for headers in [&[][..], &[("X-Key", "a")][..]] {
            let body = body(&happycolis::create(
                API,
                mode,
                &valid("order/created", ENDPOINT, headers),
            ));
            assert!(!has_null(&body), "{body}");
        }
    }
}

#[test]
fn headers_are_left_out_when_there_are_none() {
    // An empty row is not a header.
    for headers in [&[][..], &[("", "")][..]] {
        let valid = valid("order/created", ENDPOINT, headers);
        let body = body(&happycolis::create(
            API,
            HappyColisMode::Integration,
            &valid,
        ));
        let wanted = json!({ "input": { "endPoint": ENDPOINT, "type": "order/created" } });
        assert_eq!(body["variables"], wanted);
    }
}

#[test]
fn every_header_is_sent_as_it_was_typed() {
    let headers = [("x-Key", "a \"b\" \\ c"), ("X-Other", "{}"), ("A", "1")];
    let valid = valid("free/text-event", ENDPOINT, &headers);
    let body = body(&happycolis::create(API, HappyColisMode::Oauth, &valid));
    let wanted = json!({ "x-Key": "a \"b\" \\ c", "X-Other": "{}", "A": "1" });
    assert_eq!(body["variables"]["input"]["headers"], wanted);
    assert_eq!(body["variables"]["input"]["type"], "free/text-event");
}

#[test]
fn an_id_is_sent_as_it_is_whatever_it_looks_like() {
    for id in ["wh_abc123", "550e8400", "a\"b\\c", "ÄÖ ü"] {
        for mode in [HappyColisMode::Integration, HappyColisMode::Oauth] {
            let body = body(&happycolis::remove(API, mode, id));
            assert_eq!(body["variables"], json!({ "id": id }));
        }
    }
}

#[test]
fn a_request_shows_no_body_in_a_log() {
    let valid = valid("order/created", ENDPOINT, &[("X-Key", "s3cret-value")]);
    let request = happycolis::create(API, HappyColisMode::Oauth, &valid);
    assert!(request.body.contains("s3cret-value"));
    assert!(!format!("{request:?}").contains("s3cret"));
}
