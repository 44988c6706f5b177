//! The address of one way in: the slug and the version are filled in, and nothing else is.

use pegboard::state::config::{Config, is_address, is_slug};
use pegboard::subscription::{Access, IkasVersion, Platform};
use proptest::prelude::*;
use serde_json::json;

use crate::sample::{every_access, way_into};

fn config(platform: Platform, api: &str) -> Config {
    let config = json!({ "platforms": { platform.key(): { "api": api } } });
    Config::read(&config.to_string()).unwrap()
}

fn slug(slug: &str) -> Access {
    way_into(Platform::CommerceLayer, slug)
}

#[test]
fn every_way_has_its_default_address() {
    let default = Config::default();
    let addresses: Vec<String> = every_access()
        .iter()
        .map(|it| default.api_for(it))
        .collect();
    let happycolis = "https://api-v3.happycolis.com/graphql";
    let expected = [
        happycolis,
        happycolis,
        happycolis,
        "https://api.myikas.com/api/v2/admin/graphql",
        "https://api.myikas.com/api/v1/admin/graphql",
        "https://my-shop.commercelayer.io/api",
        "https://api.sentera.com/graphql",
    ];
    assert_eq!(addresses, expected);
}

#[test]
fn a_relay_gets_the_version_and_the_slug_in_its_path() {
    let ikas = |api: &str, version| config(Platform::Ikas, api).api_for(&Access::Ikas { version });
    assert_eq!(
        ikas("/ikas/{version}/graphql", IkasVersion::V1),
        "/ikas/v1/graphql"
    );
    assert_eq!(
        ikas("/ikas/{version}/{version}", IkasVersion::V2),
        "/ikas/v2/v2"
    );
    assert_eq!(ikas("/ikas", IkasVersion::V1), "/ikas");
    let layer = |api: &str| config(Platform::CommerceLayer, api).api_for(&slug("Shop-1"));
    assert_eq!(layer("/cl/{slug}/api"), "/cl/Shop-1/api");
    assert_eq!(
        layer("https://relay.example.com/{slug}"),
        "https://relay.example.com/Shop-1"
    );
    assert_eq!(layer("/cl"), "/cl");
}

#[test]
fn a_word_of_another_platform_is_left_as_it_is() {
    for (platform, access) in [
        (Platform::HappyColis, &every_access()[0]),
        (Platform::Sentera, &every_access()[6]),
    ] {
        let api = "/relay/{slug}/{version}";
        assert_eq!(config(platform, api).api_for(access), api);
    }
    let ikas = Access::Ikas {
        version: IkasVersion::V2,
    };
    assert_eq!(
        config(Platform::Ikas, "/{slug}/{version}").api_for(&ikas),
        "/{slug}/v2"
    );
    let layer = config(Platform::CommerceLayer, "/{slug}/{version}");
    assert_eq!(layer.api_for(&slug("a")), "/a/{version}");
}

/// A slug becomes part of a host name: with anything else in it, the token could go to another host.
#[test]
fn a_slug_with_other_characters_is_not_filled_in() {
    for good in ["a", "my-shop", "My-Shop-2", "-", "0"] {
        assert!(is_slug(good), "{good}");
        let address = format!("https://{good}.commercelayer.io/api");
        assert_eq!(Config::default().api_for(&slug(good)), address);
    }
    for bad in [
        "",
        "evil.example/",
        "evil.example#",
        "evil.example?",
        "evil.example\\",
        "a.b",
        "a b",
        "user@evil",
        "a:8080",
        "a%2f",
        "{slug}",
        "é",
        "a\n",
        "a_b",
    ] {
        assert!(!is_slug(bad), "{bad}");
        let address = Config::default().api_for(&slug(bad));
        assert_eq!(address, Config::default().api(Platform::CommerceLayer));
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_as_a_slug_the_host_stays_commerce_layers(typed in any::<String>()) {
        let address = Config::default().api_for(&slug(&typed));
        let host = address.strip_prefix("https://").unwrap().split('/').next().unwrap();
        prop_assert!(host.ends_with(".commercelayer.io"), "{}", host);
        prop_assert_eq!(address.ends_with("/api"), true);
        prop_assert!(is_address(&address), "{}", address);
    }
}
