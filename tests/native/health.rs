//! Health: a total function from what was read to a badge, and green for nothing that nobody measured.

use pegboard::subscription::{Evidence, Health, Instant, LedgerHealth, Reading};
use pegboard::text::health::{badge, explain};
use proptest::prelude::*;

use crate::sample::NOW;

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
