//! The ways into the platforms: kept, found again, and told apart.

use std::collections::BTreeSet;

use pegboard::platform::{Change, Learned, ListSource, Overlap, capabilities, list, prove, rules};
use pegboard::subscription::kept::{Kept, WrongShape};
use pegboard::subscription::{Access, HappyColisMode, IkasVersion, Platform};
use pegboard::validation::{EventRule, HeaderRule};
use proptest::prelude::*;
use serde_json::json;

use crate::sample::{INTEGRATION, access, connection, every_access};

fn integration_of(access: &Access) -> Option<String> {
    match access {
        Access::HappyColis { integration, .. } => integration.clone(),
        _ => None,
    }
}

#[test]
fn a_way_is_found_again_by_its_platform_and_its_name() {
    let found: Vec<(Platform, String)> = every_access()
        .iter()
        .map(|access| (access.platform(), access.way().to_owned()))
        .collect();
    let organization = found[6].1.clone();
    assert!(organization.contains("_OR_"));
    let expected = [
        (Platform::HappyColis, "integration"),
        (Platform::HappyColis, "integration"),
        (Platform::HappyColis, "oauth"),
        (Platform::Ikas, "v2"),
        (Platform::Ikas, "v1"),
        (Platform::CommerceLayer, "my-shop"),
        (Platform::Sentera, organization.as_str()),
    ];
    assert_eq!(
        found,
        expected.map(|(platform, way)| (platform, way.to_owned()))
    );
    for access in every_access() {
        let again = Access::of(access.platform(), access.way(), integration_of(&access));
        assert_eq!(again.as_ref(), Some(&access));
        assert_eq!(Access::recall(&access.keep()), Ok(access));
    }
}

#[test]
fn a_way_that_its_platform_does_not_have_is_none() {
    for (platform, way) in [
        (Platform::HappyColis, "v2"),
        (Platform::HappyColis, "Integration"),
        (Platform::HappyColis, ""),
        (Platform::Ikas, "v3"),
        (Platform::Ikas, "V2"),
        (Platform::Ikas, "integration"),
        (Platform::Ikas, ""),
    ] {
        assert_eq!(Access::of(platform, way, None), None, "{platform:?} {way}");
        let kept = json!({ "platform": platform.key(), "mode": way });
        assert_eq!(Access::recall(&kept), Err(WrongShape), "{kept}");
    }
    // Only HappyColis has integrations.
    let id = || Some(INTEGRATION.to_owned());
    let v1 = Access::Ikas {
        version: IkasVersion::V1,
    };
    assert_eq!(Access::of(Platform::Ikas, "v1", id()), Some(v1));
    for damaged in [
        json!({ "platform": "shopify", "mode": "v2" }),
        json!({ "platform": "ikas" }),
        json!({ "mode": "v2" }),
        json!({ "platform": "commerce-layer", "mode": 5 }),
    ] {
        assert_eq!(Access::recall(&damaged), Err(WrongShape), "{damaged}");
    }
}

#[test]
fn the_other_of_two_ways_leads_back() {
    for access in every_access() {
        let two = matches!(access.platform(), Platform::HappyColis | Platform::Ikas);
        assert_eq!(access.other().is_some(), two, "{access:?}");
        let Some(other) = access.other() else {
            continue;
        };
        assert_ne!(other.way(), access.way());
        assert_eq!(other.platform(), access.platform());
        assert_eq!(integration_of(&other), integration_of(&access));
        assert_eq!(other.other(), Some(access));
    }
    let v1 = Access::Ikas {
        version: IkasVersion::V1,
    };
    let v2 = Access::Ikas {
        version: IkasVersion::default(),
    };
    assert_eq!(v2.other(), Some(v1));
}

#[test]
fn platform_way_and_name_make_a_connection_the_same_one() {
    let keys = |name: &str| -> BTreeSet<String> {
        let of = |access| connection(name, access).key().as_str().to_owned();
        every_access().into_iter().map(of).collect()
    };
    // With and without its id it is the same integration app.
    assert_eq!(keys("Shop").len(), every_access().len() - 1);
    for known in [
        "happycolis/integration/Shop",
        "happycolis/oauth/Shop",
        "ikas/v1/Shop",
        "ikas/v2/Shop",
        "commerce-layer/my-shop/Shop",
    ] {
        assert!(keys("Shop").contains(known), "{known}");
    }
    assert!(keys("Shop").is_disjoint(&keys("Branch")));
}

/// Contracts: HappyColis, section 3.6; ikas, section 10; Commerce Layer, section 3; Sentera, sections 2 and 3.2.
#[test]
fn a_platform_offers_what_its_contract_names() {
    let nothing = Learned::default();
    for access in every_access() {
        let offered = capabilities(&access, &nothing);
        let rules = rules(&access, &nothing, None);
        let expected = match access.platform() {
            Platform::HappyColis => (Change::Replace, Overlap::Refused, EventRule::One),
            Platform::Ikas => (Change::SaveAgain, Overlap::Undocumented, EventRule::Several),
            Platform::CommerceLayer => (Change::Update, Overlap::Doubled, EventRule::One),
            Platform::Sentera => (Change::Update, Overlap::Doubled, EventRule::Several),
        };
        assert_eq!((offered.change, offered.overlap, rules.events), expected);
        let has_headers = matches!(rules.headers, HeaderRule::Offered { .. });
        assert_eq!(offered.headers, has_headers);
        assert_eq!(offered.headers, access.platform() == Platform::HappyColis);
        let circuits = access.platform() == Platform::CommerceLayer;
        assert_eq!(
            (offered.switches, offered.deliveries, offered.shared_secret),
            (circuits, circuits, circuits)
        );
        let connection = connection("Shop", access);
        let has_list = list(&connection, &nothing, 1).is_some();
        assert_eq!(has_list, offered.list == ListSource::Platform);
        let path = if circuits { "/webhooks" } else { "" };
        let address = format!("{}{path}", connection.api);
        let asked = prove(&connection).url;
        assert_eq!(asked.split('?').next(), Some(address.as_str()));
    }
}

/// Only the subscription that is edited may keep what breaks a rule.
#[test]
fn what_is_edited_is_known_to_the_rules() {
    for access in every_access() {
        let nothing = Learned::default();
        assert_eq!(rules(&access, &nothing, None).existing, None);
        let old = crate::sample::subscription("a", "order/created", "http://old.example.com/");
        let existing = rules(&access, &nothing, Some(&old)).existing;
        assert_eq!(existing, Some(old));
    }
}

proptest! {
    #[test]
    fn any_slug_and_any_organization_are_kept_as_they_are(way in any::<String>()) {
        for platform in [Platform::CommerceLayer, Platform::Sentera] {
            let access = Access::of(platform, &way, None).unwrap();
            prop_assert_eq!(access.way(), &way);
            prop_assert_eq!(Access::recall(&access.keep()), Ok(access));
        }
    }

    #[test]
    fn any_integration_is_kept_as_it_is(id in any::<String>()) {
        for mode in [HappyColisMode::Integration, HappyColisMode::Oauth] {
            let access = access(mode, Some(&id));
            prop_assert_eq!(Access::recall(&access.keep()), Ok(access));
        }
    }
}
