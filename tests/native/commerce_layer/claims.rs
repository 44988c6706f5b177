//! Tokens: what they say of themselves, and what is done with them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pegboard::subscription::{Claims, Credential, Instant};
use serde_json::{Value, json};

use super::fixture::{self, API, text};

fn claims(payload: &Value) -> Claims {
    let payload = URL_SAFE_NO_PAD.encode(payload.to_string());
    Claims::read(&format!("e30.{payload}.c2ln")).unwrap()
}

fn demo(expires: u64) -> Claims {
    Claims {
        organization: None,
        expires: Some(Instant(expires)),
        slug: Some("yourdomain".to_owned()),
        kind: Some("integration".to_owned()),
        test: Some(true),
    }
}

/// Section 2.5: the console never asks for a client secret, and its token goes to the API alone, not to this host.
pub fn is_never_sent(block: &str) {
    let request = text(block);
    let host = request.lines().find_map(|line| line.strip_prefix("Host: "));
    let path = request.split(' ').nth(1).unwrap();
    let url = format!("https://{}{path}", host.unwrap());
    assert_eq!(url, "https://auth.commercelayer.io/oauth/token");
    assert_eq!(Credential::new("token", API).authorization(&url), None);
}

/// Section 2.1. The recorded token is cut short, so it is no readable JWT, and is taken all the same.
pub fn token_answer(block: &str) {
    let answer = fixture::json(block);
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(Claims::read(token), None);
    let authorization = Credential::new(token, API).authorization(&format!("{API}/webhooks"));
    let wanted = format!("{} {token}", answer["token_type"].as_str().unwrap());
    assert_eq!(authorization, Some(wanted));
}

pub fn are_read(block: &str) {
    assert_eq!(claims(&fixture::json(block)), demo(4_102_444_800_000));
}

pub fn of_the_demo_tokens(block: &str) {
    let text = text(block);
    let read: Vec<Claims> = text.lines().map(|it| Claims::read(it).unwrap()).collect();
    assert_eq!(read, [demo(4_102_444_800_000), demo(1_729_788_384_000)]);
}

/// Section 7.1: the region of the token names the list of source addresses that holds.
pub fn region(block: &str) {
    let lists = fixture::json(block);
    let claims = fixture::json("name=commerce-layer.jwt.claims");
    let region = claims["organization"]["region"].as_str().unwrap();
    assert!(lists.as_object().unwrap().contains_key(region));
    let all = lists.as_object().unwrap().values();
    let addresses = all.flat_map(|list| list.as_array().unwrap());
    let read = addresses.map(|it| it.as_str().unwrap().parse::<std::net::Ipv4Addr>());
    assert_eq!(read.filter(Result::is_ok).count(), 6);
}

/// Section 2.2: a provisioning token has no organization; every claim may be missing or of another kind.
#[test]
fn what_a_token_does_not_say_is_absent() {
    for payload in [
        json!({}),
        json!({ "user": { "id": "a" }, "scope": "market:all" }),
        json!({ "organization": null, "application": null, "test": null }),
        json!({ "organization": "slug", "application": [], "test": "true" }),
        json!({ "organization": { "slug": 5 }, "application": { "kind": {} }, "test": 1 }),
        json!({ "organization": { "id": "a" }, "application": { "id": "b" } }),
    ] {
        assert_eq!(claims(&payload), Claims::default(), "{payload}");
    }
}

#[test]
fn every_claim_is_read_by_itself() {
    let read = claims(&json!({ "organization": { "slug": "shop" } }));
    assert_eq!((read.slug.as_deref(), read.kind), (Some("shop"), None));
    for kind in ["sales_channel", "webapp", "webhooks", "user"] {
        let read = claims(&json!({ "application": { "kind": kind } }));
        assert_eq!((read.kind.as_deref(), read.slug), (Some(kind), None));
    }
    for test in [true, false] {
        let read = claims(&json!({ "test": test, "exp": 5 }));
        assert_eq!(
            (read.test, read.expires),
            (Some(test), Some(Instant(5_000)))
        );
    }
}
