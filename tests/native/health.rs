//! Health: a total function from what was read to a badge, and green for nothing that nobody measured.

use pegboard::platform::happycolis::at_creation;
use pegboard::subscription::kept::{Kept, WrongShape};
use pegboard::subscription::{Evidence, Health, Instant, LedgerHealth, Reading, Subscription};
use pegboard::text::health::{badge, explain};
use proptest::prelude::*;
use serde_json::json;

use crate::sample::{NOW, subscription};

fn listed(value: Option<&str>) -> Reading {
    Reading::happycolis_list(value.map(str::to_owned), NOW)
}

#[test]
fn a_value_of_the_list_becomes_a_badge() {
    for (value, health) in [
        (Some("HEALTHY"), Health::Healthy),
        (Some("FAILING"), Health::Failing),
        (Some("DEGRADED"), Health::Unknown),
        (Some("BLOCKED"), Health::Unknown),
        (Some("healthy"), Health::Unknown),
        (Some("HEALTHY "), Health::Unknown),
        (Some(""), Health::Unknown),
        (None, Health::Unknown),
    ] {
        let evidence = Evidence::HappyColisList {
            value: value.map(str::to_owned),
            another_failing: false,
        };
        assert_eq!(
            listed(value),
            Reading {
                health,
                evidence,
                at: NOW
            }
        );
    }
}

#[test]
fn what_the_ledger_remembers_is_never_a_present_health() {
    for value in [Some("HEALTHY"), Some("FAILING"), Some("X"), None] {
        let (value, at) = (value.map(str::to_owned), Instant(5));
        let known = LedgerHealth::AtCreation {
            value: value.clone(),
            at,
        };
        let reading = Reading::happycolis_ledger(&known, NOW);
        let evidence = Evidence::HappyColisCreation { value, at };
        assert_eq!(
            reading,
            Reading {
                health: Health::Unknown,
                evidence,
                at: NOW
            }
        );
    }
    let reading = Reading::happycolis_ledger(&LedgerHealth::NeverReported, NOW);
    assert_eq!(
        (reading.health, reading.evidence),
        (Health::Unknown, Evidence::Tracked)
    );
}

#[test]
fn trouble_is_what_somebody_has_to_act_on_and_comes_first() {
    let all = [
        Health::CircuitOpen,
        Health::Failing,
        Health::Degraded,
        Health::Disabled,
        Health::Unknown,
        Health::Healthy,
    ];
    let trouble: Vec<bool> = all.iter().map(|health| health.is_trouble()).collect();
    assert_eq!(trouble, [true, true, true, false, false, false]);
    assert!(all.is_sorted());
    let texts = all.map(badge);
    assert_eq!(
        texts,
        [
            "Circuit open",
            "Failing",
            "Degraded",
            "Disabled",
            "Unknown",
            "Healthy"
        ]
    );
}

/// Links and the stylesheet hold these words.
#[test]
fn every_state_has_a_word_of_its_own() {
    let words = [
        (Health::CircuitOpen, "circuit-open"),
        (Health::Failing, "failing"),
        (Health::Degraded, "degraded"),
        (Health::Disabled, "disabled"),
        (Health::Unknown, "unknown"),
        (Health::Healthy, "healthy"),
    ];
    for (health, word) in words {
        assert_eq!(health.key(), word);
        assert_eq!(Health::from_key(word), Some(health));
    }
    for word in ["", "Healthy", "xyzzy"] {
        assert_eq!(Health::from_key(word), None);
    }
}

#[test]
fn what_a_creation_said_is_kept_and_recalled() {
    let created = |health: Option<&str>| Subscription {
        reading: listed(health),
        ..subscription("a", "order/created", "https://a.example/")
    };
    for value in [Some("HEALTHY"), None] {
        let known = at_creation(&created(value));
        let value = value.map(str::to_owned);
        assert_eq!(known, LedgerHealth::AtCreation { value, at: NOW });
        assert_eq!(LedgerHealth::recall(&known.keep()), Ok(known));
    }
    let unread = Subscription {
        reading: Reading::sentera_unread(NOW),
        ..created(None)
    };
    assert_eq!(at_creation(&unread), LedgerHealth::NeverReported);
    assert_eq!(
        LedgerHealth::NeverReported.keep(),
        json!({ "known": "never-reported" })
    );
    let recalled = LedgerHealth::recall(&LedgerHealth::NeverReported.keep());
    assert_eq!(recalled, Ok(LedgerHealth::NeverReported));
    for wrong in [
        json!({}),
        json!({ "known": "sometimes" }),
        json!({ "known": "at-creation", "value": "HEALTHY" }),
    ] {
        assert_eq!(LedgerHealth::recall(&wrong), Err(WrongShape), "{wrong}");
    }
}

/// Section 6: the raw value of an unlisted health is shown, and what a failure does to others is said on them.
#[test]
fn an_explanation_names_what_was_read() {
    assert!(
        explain(&listed(Some("DEGRADED")))
            .source
            .contains("DEGRADED")
    );
    assert!(
        explain(&listed(Some("DEGRADED")))
            .means
            .contains("does not list")
    );
    assert!(explain(&listed(None)).means.contains("no health"));
    assert!(explain(&listed(Some("FAILING"))).remedy.contains("support"));
    assert!(
        explain(&listed(Some("FAILING")))
            .means
            .contains("whole integration")
    );

    let mut held = listed(Some("HEALTHY"));
    assert!(!explain(&held).means.contains("another endpoint"));
    held.evidence = Evidence::HappyColisList {
        value: Some("HEALTHY".to_owned()),
        another_failing: true,
    };
    assert!(explain(&held).means.contains("another endpoint"));

    let created = LedgerHealth::AtCreation {
        value: Some("HEALTHY".to_owned()),
        at: NOW,
    };
    let created = explain(&Reading::happycolis_ledger(&created, NOW));
    assert!(created.means.contains("cannot be read again") && created.source.contains("HEALTHY"));
}

proptest! {
    #[test]
    fn only_the_documented_word_is_healthy(value in proptest::option::of(".*")) {
        let reading = Reading::happycolis_list(value.clone(), NOW);
        prop_assert_eq!(reading.health == Health::Healthy, value.as_deref() == Some("HEALTHY"));
        prop_assert_eq!(reading.health == Health::Failing, value.as_deref() == Some("FAILING"));
        let explanation = explain(&reading);
        for text in [explanation.means, explanation.source, explanation.remedy] {
            prop_assert!(!text.is_empty());
        }
    }
}
