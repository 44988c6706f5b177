//! `config.json`: what is accepted, what is refused, and with which words.
#![allow(clippy::unwrap_used, reason = "these are tests")]

use xtask::config::{Config, ConfigError};

fn origins(json: &str) -> Vec<String> {
    Config::parse(json).unwrap().origins().to_vec()
}

fn api(address: &str) -> String {
    format!(r#"{{"platforms":{{"happycolis":{{"api":"{address}"}}}}}}"#)
}

#[test]
fn every_named_origin_is_allowed_once() {
    let json = r#"{ "platforms": {
        "happycolis": { "api": "/relay/happycolis/graphql" },
        "ikas": { "api": "https://api.myikas.com/api/{version}/admin/graphql" },
        "commerce-layer": { "api": "https://{slug}.commercelayer.io/api" },
        "sentera": { "api": "https://api.sentera.com:8443/graphql" } },
        "allow": ["http://127.0.0.1:8081", "https://api.myikas.com"], "timeoutMs": 15000, "demo": [] }"#;
    let mut found = origins(json);
    found.sort();
    let expected = [
        "http://127.0.0.1:8081",
        "https://*.commercelayer.io",
        "https://api.myikas.com",
        "https://api.sentera.com:8443",
    ];
    assert_eq!(found, expected);
}

#[test]
fn nothing_named_is_nothing_allowed() {
    assert!(origins("{}").is_empty());
    assert!(origins(&api("/relay/{version}/graphql")).is_empty());
}

#[test]
fn usable_addresses() {
    for (address, origin) in [
        ("https://API.Example/x?y", "https://api.example"),
        ("https://api.example:443/", "https://api.example"),
        ("http://localhost:8081/graphql", "http://localhost:8081"),
        ("http://127.9.9.9/graphql", "http://127.9.9.9"),
        ("https://{slug}.example/api", "https://*.example"),
    ] {
        assert_eq!(origins(&api(address)), [origin], "{address}");
    }
}

#[test]
fn unusable_addresses() {
    for address in [
        "http://api.example/graphql",
        "http://localhost.example/graphql",
        "ftp://api.example/",
        "//api.example/graphql",
        "graphql",
        "",
        "https://user:secret@api.example/",
        "https://a;script-src/",
        "https://a,b/",
        "https://a'b/",
        "https://*.example/",
        "https://api-{slug}.example/",
        "https://api.{slug}.example/",
        "https://{slug}/",
        "https://{version}.example/",
        "https://[2001:db8::1]/",
        "http://[::1]:8081/",
    ] {
        let error = Config::parse(&api(address)).unwrap_err();
        assert!(
            matches!(&error, ConfigError::Key { key, .. } if key == "platforms.happycolis.api"),
            "{address}: {error:?}"
        );
    }
}

#[test]
fn the_wrong_key_is_named() {
    for (json, key) in [
        (r#"{"plattforms":{}}"#, "plattforms"),
        (r#"{"platforms":[]}"#, "platforms"),
        (
            r#"{"platforms":{"shopify":{"api":"/x"}}}"#,
            "platforms.shopify",
        ),
        (r#"{"platforms":{"ikas":"/x"}}"#, "platforms.ikas"),
        (r#"{"platforms":{"ikas":{}}}"#, "platforms.ikas.api"),
        (
            r#"{"platforms":{"ikas":{"api":"/x","url":"/y"}}}"#,
            "platforms.ikas.url",
        ),
        (r#"{"allow":"https://a.example"}"#, "allow"),
        (
            r#"{"allow":["https://a.example","https://b.example/path"]}"#,
            "allow[1]",
        ),
        (r#"{"allow":["/relay"]}"#, "allow[0]"),
        (r#"{"allow":[1]}"#, "allow[0]"),
        (r#"{"timeoutMs":"15"}"#, "timeoutMs"),
        (r#"{"timeoutMs":0}"#, "timeoutMs"),
        (r#"{"demo":{}}"#, "demo"),
        (
            r#"{"demo":[{"platform":"ikas","name":"A"}]}"#,
            "demo[0].token",
        ),
        (
            r#"{"demo":[{"platform":"x","name":"A","token":"t"}]}"#,
            "demo[0].platform",
        ),
        (
            r#"{"demo":[{"platform":"ikas","name":"A","token":"t","secret":"s"}]}"#,
            "demo[0].secret",
        ),
        (
            r#"{"demo":[{"platform":"ikas","name":"A","token":"t","version":"v3"}]}"#,
            "demo[0].version",
        ),
        (
            r#"{"demo":[{"platform":"ikas","name":"A","token":"t","api":"https://a.example/x"}]}"#,
            "demo[0].api",
        ),
    ] {
        let error = Config::parse(json).unwrap_err();
        assert!(
            matches!(&error, ConfigError::Key { key: named, .. } if named == key),
            "{json}: {error:?}"
        );
        assert!(error.to_string().starts_with(key));
    }
}

#[test]
fn the_largest_and_the_smallest_time_limit() {
    for milliseconds in [1, 600_000] {
        assert!(Config::parse(&format!(r#"{{"timeoutMs":{milliseconds}}}"#)).is_ok());
    }
    assert!(Config::parse(r#"{"timeoutMs":600001}"#).is_err());
}

#[test]
fn a_demo_connection_may_use_what_the_rest_allows() {
    let json = r#"{"allow":["https://a.example"],
        "demo":[{"platform":"ikas","name":"A","token":"t","version":"v1","api":"https://a.example/graphql"},
                {"platform":"happycolis","name":"B","token":"t","mode":"oauth","api":"/relay"}]}"#;
    assert_eq!(origins(json), ["https://a.example"]);
}

#[test]
fn a_syntax_error_has_a_place() {
    let error = Config::parse("{\n  \"allow\": [,]\n}").unwrap_err();
    assert_eq!(error.to_string(), "line 2, column 13: expected value.");
}
