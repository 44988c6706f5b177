//! `config.json`: taken whole, or not at all and with the key that is wrong.

use pegboard::state::config::{Config, ConfigError, Wanted, is_address};
use pegboard::subscription::Platform;
use serde_json::{Value, json};

fn read(config: &Value) -> Result<Config, ConfigError> {
    Config::read(&config.to_string())
}

#[test]
fn absent_keys_keep_their_defaults() {
    for config in [
        json!({}),
        json!({ "platforms": {}, "allow": [], "timeoutMs": 15000, "demo": [] }),
    ] {
        assert_eq!(read(&config), Ok(Config::default()));
    }
    let defaults = [
        (
            Platform::HappyColis,
            "https://api-v3.happycolis.com/graphql",
        ),
        (
            Platform::Ikas,
            "https://api.myikas.com/api/{version}/admin/graphql",
        ),
        (
            Platform::CommerceLayer,
            "https://{slug}.commercelayer.io/api",
        ),
        (Platform::Sentera, "https://api.sentera.com/graphql"),
    ];
    for (platform, api) in defaults {
        assert_eq!(Config::default().api(platform), api);
    }
    assert_eq!(Config::default().timeout_ms, 15_000);
}

#[test]
fn every_key_is_taken() {
    let config = read(&json!({
        "platforms": {
            "happycolis": { "api": "/happycolis/graphql" },
            "ikas": { "api": "/ikas/{version}/graphql" },
            "commerce-layer": { "api": "http://127.0.0.1:8082/{slug}" },
            "sentera": {},
        },
        "allow": ["https://relay.example.com", "http://localhost:9000"],
        "timeoutMs": 1,
        "demo": [{ "platform": "happycolis", "name": "Demo", "token": "t", "mode": "oauth", "integrationId": "int_1" }],
    }));
    let config = config.unwrap();
    assert_eq!(config.api(Platform::HappyColis), "/happycolis/graphql");
    assert_eq!(config.api(Platform::Ikas), "/ikas/{version}/graphql");
    assert_eq!(
        config.api(Platform::CommerceLayer),
        "http://127.0.0.1:8082/{slug}"
    );
    assert_eq!(
        config.api(Platform::Sentera),
        "https://api.sentera.com/graphql"
    );
    assert_eq!(
        config.allow,
        ["https://relay.example.com", "http://localhost:9000"]
    );
    assert_eq!(config.timeout_ms, 1);
    let demo = &config.demo[0];
    assert_eq!(
        (demo.name.as_str(), demo.mode.as_deref()),
        ("Demo", Some("oauth"))
    );
    assert_eq!(
        (demo.integration_id.as_deref(), &demo.api),
        (Some("int_1"), &None)
    );
}

#[test]
fn a_text_that_is_no_json_tells_its_place() {
    for (text, line, column) in [
        ("", 1, 0),
        ("{", 1, 1),
        ("{\n  \"allow\": [,]", 2, 13),
        ("{} x", 1, 4),
    ] {
        assert_eq!(
            Config::read(text),
            Err(ConfigError::NotJson { line, column }),
            "{text}"
        );
    }
}

#[test]
fn a_key_that_does_not_exist_is_named_by_its_path() {
    for (config, path) in [
        (json!({ "timeout": 5 }), "timeout"),
        (json!({ "Platforms": {} }), "Platforms"),
        (
            json!({ "platforms": { "shopify": {} } }),
            "platforms.shopify",
        ),
        (
            json!({ "platforms": { "happycolis": { "url": "/a" } } }),
            "platforms.happycolis.url",
        ),
        (
            json!({ "demo": [{ "platform": "ikas", "name": "a", "token": "t", "secret": "x" }] }),
            "demo.secret",
        ),
    ] {
        assert_eq!(read(&config), Err(ConfigError::UnknownKey(path.to_owned())));
    }
}

#[test]
fn a_wrong_value_is_named_with_what_is_wanted() {
    let api = |value: Value| json!({ "platforms": { "ikas": { "api": value } } });
    let demo = |demo: Value| json!({ "demo": [demo] });
    let (at_api, address) = ("platforms.ikas.api", Wanted::Address);
    for (config, key, wanted) in [
        (json!([]), "config.json", Wanted::Object),
        (json!("text"), "config.json", Wanted::Object),
        (json!({ "platforms": [] }), "platforms", Wanted::Object),
        (
            json!({ "platforms": { "ikas": "/a" } }),
            "platforms.ikas",
            Wanted::Object,
        ),
        (api(json!(5)), at_api, address),
        (api(json!(null)), at_api, address),
        (api(json!("")), at_api, address),
        (api(json!("api.example.com")), at_api, address),
        (api(json!("http://api.example.com")), at_api, address),
        (api(json!("//api.example.com")), at_api, address),
        (
            json!({ "allow": "https://a.example" }),
            "allow",
            Wanted::Origins,
        ),
        (json!({ "allow": ["*"] }), "allow", Wanted::Origins),
        (
            json!({ "allow": ["https://a.example", 5] }),
            "allow",
            Wanted::Origins,
        ),
        (json!({ "timeoutMs": 0 }), "timeoutMs", Wanted::Milliseconds),
        (
            json!({ "timeoutMs": -5 }),
            "timeoutMs",
            Wanted::Milliseconds,
        ),
        (
            json!({ "timeoutMs": 1.5 }),
            "timeoutMs",
            Wanted::Milliseconds,
        ),
        (
            json!({ "timeoutMs": "15000" }),
            "timeoutMs",
            Wanted::Milliseconds,
        ),
        (
            json!({ "timeoutMs": 4_294_967_296_u64 }),
            "timeoutMs",
            Wanted::Milliseconds,
        ),
        (json!({ "demo": {} }), "demo", Wanted::Demo),
        (
            demo(json!({ "platform": "happycolis", "name": "a" })),
            "demo",
            Wanted::Demo,
        ),
        (
            demo(json!({ "platform": "shopify", "name": "a", "token": "t" })),
            "demo",
            Wanted::Demo,
        ),
    ] {
        let error = ConfigError::WrongValue {
            key: key.to_owned(),
            wanted,
        };
        assert_eq!(read(&config), Err(error), "{config}");
    }
}

#[test]
fn an_address_is_secure_or_of_this_site_or_of_this_computer() {
    for address in [
        "https://api.example.com/graphql",
        "https://{slug}.example.com/api",
        "https://api.example.com:8443",
        "/relay",
        "/relay/{version}",
        "/",
        "http://127.0.0.1",
        "http://127.0.0.1:8080/graphql",
        "http://localhost/",
        "http://[::1]:9000",
    ] {
        assert!(is_address(address), "{address}");
    }
    for address in [
        "",
        "relay",
        "https://",
        "HTTPS://api.example.com",
        "http://api.example.com",
        "http://127.0.0.1.evil.com",
        "http://localhost.evil.com",
        "http://127.0.0.2",
        "//evil.com",
        "/\\evil.com",
        "https://user@evil.com",
        "http://localhost:80@evil.com",
        "https://a b",
        "https://a\nb",
        "https://a\u{7}b",
        "ftp://a",
        "javascript:alert(1)",
        "data:text/html,a",
    ] {
        assert!(!is_address(address), "{address}");
    }
}
