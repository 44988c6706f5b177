//! The token: where it goes, and that it shows nowhere else.

use base64::Engine as _;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use pegboard::state::write::Session;
use pegboard::subscription::{Claims, Credential, Instant};
use serde_json::{Value, json};

use crate::sample::listed;

const API: &str = "https://api.example.com";

#[test]
fn a_token_never_shows_in_a_log() {
    let credential = Credential::new("s3cret", API);
    let session = Session {
        credential: credential.clone(),
        ..listed()
    };
    for shown in [
        format!("{credential:?}"),
        format!("{credential:#?}"),
        format!("{session:?}"),
    ] {
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(shown.contains("redacted"), "{shown}");
    }
}

#[test]
fn a_token_goes_to_its_own_address_and_below() {
    let cases = [
        (API, "https://api.example.com"),
        (API, "https://api.example.com/"),
        (API, "https://api.example.com/graphql"),
        (API, "https://api.example.com?page=2"),
        (
            "https://api.example.com/graphql",
            "https://api.example.com/graphql",
        ),
        (
            "https://api.example.com/graphql",
            "https://api.example.com/graphql/more?a=b",
        ),
        ("/relay", "/relay"),
        ("/relay", "/relay/more"),
        (
            "http://127.0.0.1:8080/graphql",
            "http://127.0.0.1:8080/graphql",
        ),
    ];
    for (api, url) in cases {
        let authorization = Credential::new(" abc\n", api).authorization(url);
        assert_eq!(authorization.as_deref(), Some("Bearer abc"), "{api} {url}");
    }
}

#[test]
fn a_token_goes_nowhere_else() {
    let cases = [
        (API, "https://api.example.com.evil.com"),
        (API, "https://api.example.com.evil.com/graphql"),
        (API, "https://api.example.community"),
        (API, "https://api.example.com@evil.com/"),
        (API, "https://api.example.com:8443/"),
        (API, "https://api.example.com\\@evil.com"),
        (API, "https://api.example.com#evil"),
        (API, "http://api.example.com/"),
        (API, "https://evil.com/https://api.example.com"),
        (API, "/graphql"),
        (API, ""),
        (
            "https://api.example.com/graphql",
            "https://api.example.com/",
        ),
        (
            "https://api.example.com/graphql",
            "https://api.example.com/graphql2",
        ),
        ("/relay", "/relay2"),
        ("/relay", "//relay"),
        ("/relay", "https://evil.com/relay"),
        // A relay at the root of the site: a second slash makes another host of what follows.
        ("/", "//evil.com"),
        ("/", "//evil.com/graphql"),
        ("", "//evil.com"),
    ];
    for (api, url) in cases {
        assert_eq!(
            Credential::new("abc", api).authorization(url),
            None,
            "{api} {url}"
        );
    }
}

fn jwt(payload: &Value) -> String {
    format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(payload.to_string()))
}

fn claims(organization: Option<&str>, expires: Option<u64>) -> Option<Claims> {
    Some(Claims {
        organization: organization.map(str::to_owned),
        expires: expires.map(Instant),
        ..Claims::default()
    })
}

#[test]
fn a_readable_token_tells_its_organization_and_its_end() {
    let cases = [
        (
            json!({ "aud": "org", "exp": 1_700_000_000 }),
            claims(Some("org"), Some(1_700_000_000_000)),
        ),
        (
            json!({ "aud": "org", "exp": 1.5 }),
            claims(Some("org"), Some(1_500)),
        ),
        (
            json!({ "aud": "Ünï", "sub": "client://a", "iss": 5 }),
            claims(Some("Ünï"), None),
        ),
        (json!({ "aud": ["org"] }), claims(None, None)),
        (json!({ "aud": null, "exp": null }), claims(None, None)),
        (json!({ "exp": 0 }), claims(None, None)),
        (json!({ "exp": -5 }), claims(None, None)),
        (json!({}), claims(None, None)),
        (json!([]), None),
        (json!("text"), None),
    ];
    for (payload, expected) in cases {
        let token = jwt(&payload);
        assert_eq!(Claims::read(&token), expected, "{payload}");
        assert_eq!(
            Credential::new(&format!("  {token}\n"), API).claims(),
            expected,
            "{payload}"
        );
    }
}

#[test]
fn padding_is_no_matter_and_other_tokens_are_simply_unreadable() {
    let padded = format!("e30.{}.", URL_SAFE.encode(r#"{"aud": "o"}"#));
    assert_eq!(Claims::read(&padded), claims(Some("o"), None));
    for token in [
        "",
        "abc",
        "a.b",
        "a.b.c",
        "..",
        "a.é.c",
        "e30.e30",
        "demo-token",
    ] {
        assert_eq!(Claims::read(token), None, "{token}");
    }
}
