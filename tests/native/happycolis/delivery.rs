//! What HappyColis delivers to the merchant. The console receives none of it; it takes event names, the name of the signature
//! header and the form of a token from these facts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pegboard::platform::happycolis::rules;
use pegboard::subscription::{Claims, Credential};
use pegboard::validation::{HeaderRule, Problem, validate};
use serde_json::Value;

use super::event::is_documented;
use super::fixture::{json, text};
use crate::sample::{API, ENDPOINT, draft};

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// Section 1.4. The documented token is cut short, so it is no readable JWT, and is taken all the same.
pub fn token_answer(block: &str) {
    let answer = json(block);
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(Claims::read(token), None);
    let authorization = Credential::new(token, API).authorization(API);
    assert_eq!(authorization, Some(format!("Bearer {token}")));
    assert_eq!(answer["token_type"], "bearer");
}

/// Section 5.1: the event of a delivery is one that the picker offers.
pub fn envelope(block: &str) {
    let delivery = json(block);
    assert_eq!(keys(&delivery), ["body", "header"]);
    let header = &delivery["header"];
    assert_eq!(
        keys(header),
        ["date", "messageId", "organizationId", "type", "webhookId"]
    );
    assert!(is_documented(header["type"].as_str().unwrap()));
}

/// Section 10, row 8: the other page shares nothing but `type`.
pub fn other_header(block: &str) {
    let other = json(block);
    let first = json("name=happycolis.delivery.envelope")["header"].clone();
    let shared: Vec<&str> = keys(&other)
        .into_iter()
        .filter(|key| first.get(key).is_some())
        .collect();
    assert_eq!(shared, ["type"]);
    assert_eq!(other.as_object().unwrap().len(), 5);
}

/// Section 5.2: the vectors sign the two documented deliveries, and the header that carries the signature cannot be
/// chosen for anything else.
pub fn signed(block: &str) {
    let vectors = text(block);
    let after = |start: &str| {
        let line = vectors
            .lines()
            .find(|line| line.starts_with(start))
            .unwrap();
        line.split_once(": ").unwrap().1.to_owned()
    };
    for event in ["vendor-created", "vendor-updated"] {
        let body: Value = serde_json::from_str(&after(&format!("body ({event}"))).unwrap();
        assert_eq!(body, json(&format!("name=happycolis.delivery.{event}")));
    }
    let signatures = vectors
        .lines()
        .filter_map(|line| line.strip_prefix("signature: "));
    let lengths: Vec<usize> = signatures
        .map(|it| STANDARD.decode(it).unwrap().len())
        .collect();
    assert_eq!(lengths, [32, 32]);

    let HeaderRule::Offered { reserved } = rules().headers else {
        panic!("headers are offered")
    };
    assert_eq!(reserved, ["x-happycolis-webhook-signature"]);
    let draft = draft(
        "order/created",
        ENDPOINT,
        &[("X-HappyColis-Webhook-Signature", "a")],
    );
    let problems = validate(&draft, &rules()).unwrap_err();
    let codes: Vec<&str> = problems.iter().map(Problem::code).collect();
    assert_eq!(codes, ["header-name-reserved"]);
}
