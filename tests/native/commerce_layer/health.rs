//! Health: every combination of what Commerce Layer can say of a webhook (Commerce Layer contract, section 7.4).

use pegboard::platform::commerce_layer::reading;
use pegboard::subscription::{Evidence, Health, Instant, Reading};
use pegboard::text::health::explain;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::NOW;

const DISABLED_AT: &str = "2018-01-01T12:00:00.000Z";
const DISABLED: Instant = Instant(1_514_808_000_000);

/// Everything that `disabled_at` can be: what is sent, the time that is read, and whether it says that it is disabled.
fn disablings() -> [(Option<Value>, Option<Instant>, Option<bool>); 6] {
    [
        (None, None, None),
        (Some(json!(null)), None, Some(false)),
        (Some(json!(DISABLED_AT)), Some(DISABLED), Some(true)),
        (Some(json!("yesterday")), None, Some(true)),
        (Some(json!(1_514_808_000_000_u64)), None, Some(true)),
        (Some(json!(false)), None, Some(true)),
    ]
}

/// Everything that `circuit_state` can be, and what is kept of it.
fn circuits() -> [(Option<Value>, Option<&'static str>); 9] {
    [
        (None, None),
        (Some(json!(null)), None),
        (Some(json!("closed")), Some("closed")),
        (Some(json!("open")), Some("open")),
        (Some(json!("half_open")), Some("half_open")),
        (Some(json!("Closed")), Some("Closed")),
        (Some(json!("")), Some("")),
        (Some(json!(true)), Some("true")),
        (Some(json!(["closed"])), Some(r#"["closed"]"#)),
    ]
}

/// Everything that `circuit_failure_count` can be, and what is kept of it.
fn counts() -> [(Option<Value>, Option<u64>); 9] {
    [
        (None, None),
        (Some(json!(null)), None),
        (Some(json!(0)), Some(0)),
        (Some(json!(1)), Some(1)),
        (Some(json!(30)), Some(30)),
        (Some(json!(31)), Some(31)),
        (Some(json!(-1)), None),
        (Some(json!(1.5)), None),
        (Some(json!("7")), None),
    ]
}

fn raw(disabled_at: &Option<Value>, circuit: &Option<Value>, count: &Option<Value>) -> Value {
    let mut raw = json!({ "topic": "orders.place" });
    for (name, value) in [
        ("disabled_at", disabled_at),
        ("circuit_state", circuit),
        ("circuit_failure_count", count),
    ] {
        if let Some(value) = value {
            raw[name] = value.clone();
        }
    }
    raw
}

#[test]
fn every_combination_has_its_badge() {
    let mut seen = 0;
    for (disabled_at, since, is_disabled) in disablings() {
        for (state, circuit) in circuits() {
            for (count, failures) in counts() {
                let health = match (is_disabled, circuit, failures) {
                    (Some(true), _, _) => Health::Disabled,
                    (_, Some("open"), _) => Health::CircuitOpen,
                    (_, Some("closed"), Some(1..)) => Health::Degraded,
                    (Some(false), Some("closed"), Some(0)) => Health::Healthy,
                    _ => Health::Unknown,
                };
                let raw = raw(&disabled_at, &state, &count);
                let evidence = Evidence::CommerceLayer {
                    disabled: since,
                    enabled: is_disabled == Some(false),
                    circuit: circuit.map(str::to_owned),
                    failures,
                };
                let wanted = Reading {
                    health,
                    evidence,
                    at: NOW,
                };
                let read = reading(&raw, NOW);
                assert_eq!(read, wanted, "{raw}");
                is_explained(&read);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 6 * 9 * 9);
}

/// Every explanation says something of its own health, and quotes what was read.
fn is_explained(read: &Reading) {
    let Evidence::CommerceLayer {
        disabled,
        circuit,
        failures,
        ..
    } = &read.evidence
    else {
        panic!("{read:?}")
    };
    let explanation = explain(read);
    let begins = match read.health {
        Health::Disabled => "Disabled",
        Health::CircuitOpen => "Commerce Layer has stopped calling",
        Health::Healthy => {
            "No failure in a row. That says nothing about a webhook that never fired"
        }
        Health::Degraded if *failures == Some(1) => "1 failure in a row of 30 (retries included)",
        Health::Degraded => "",
        _ => match (circuit.as_deref(), failures) {
            (None, _) => "Commerce Layer did not say whether the circuit",
            (Some("closed"), None) => "The circuit is closed, but",
            (Some("closed"), _) => "No failure in a row, but Commerce Layer did not say whether",
            _ => "Commerce Layer reported a circuit state that its documentation does not list",
        },
    };
    assert!(
        explanation.means.starts_with(begins),
        "{}",
        explanation.means
    );
    for told in [circuit.clone(), failures.map(|count| count.to_string())] {
        let told = told.unwrap_or_else(|| "not sent".to_owned());
        assert!(explanation.source.contains(&told), "{}", explanation.source);
    }
    let since = disabled.map(|at| at.0.to_string()).unwrap_or_default();
    assert!(explanation.means.contains(&since) && explanation.source.contains(&since));
    let nothing_to_do = explanation.remedy == "Nothing.";
    assert_eq!(nothing_to_do, read.health == Health::Healthy);
}

fn texts(disabled_at: Value, circuit: &str, count: u64) -> [String; 3] {
    let raw = raw(
        &Some(disabled_at),
        &Some(circuit.into()),
        &Some(count.into()),
    );
    let explanation = explain(&reading(&raw, NOW));
    [explanation.means, explanation.source, explanation.remedy]
}

/// Sections 7.3 and 12: the limits in Commerce Layer's own terms.
#[test]
fn the_limits_are_told() {
    let [means, source, remedy] = texts(json!(null), "closed", 7);
    assert!(
        means.starts_with("7 failures in a row of 30 (retries included)."),
        "{means}"
    );
    assert!(means.contains("tried again up to 10 times"));
    assert!(remedy.contains("from 200 to 299 within 5 seconds"));
    assert_eq!(
        source,
        "Commerce Layer’s webhook: circuit_state closed, circuit_failure_count 7."
    );

    let [means, _, remedy] = texts(json!(null), "open", 30);
    assert!(
        means.contains("30 failures in a row (retries included)"),
        "{means}"
    );
    assert!(
        means.ends_with("It counts 30 failures in a row."),
        "{means}"
    );
    assert!(remedy.contains("Reset circuit"));
    let [means, ..] = texts(json!(null), "open", 0);
    assert!(!means.contains("It counts"), "{means}");
}

/// Section 12: a disabled webhook whose circuit is open needs both remedies.
#[test]
fn disabled_with_an_open_circuit_tells_both() {
    let [means, source, remedy] = texts(json!(DISABLED_AT), "open", 30);
    assert!(means.contains("open as well") && source.contains("circuit_state open"));
    assert!(remedy.contains("Enable") && remedy.contains("Reset circuit"));
    let [means, _, remedy] = texts(json!(DISABLED_AT), "closed", 0);
    assert!(!means.contains("circuit") && !remedy.contains("Reset circuit"));
}

#[test]
fn without_attributes_nothing_is_known() {
    for raw in [json!(null), json!({}), json!([]), json!("closed")] {
        assert_eq!(reading(&raw, NOW).health, Health::Unknown);
    }
}

proptest! {
    #[test]
    fn only_what_was_measured_is_healthy(
        state in proptest::option::of(prop_oneof!["closed", "open", ".*"]),
        count in proptest::option::of(any::<i64>()),
    ) {
        let raw = json!({ "disabled_at": null, "circuit_state": state, "circuit_failure_count": count });
        let health = reading(&raw, NOW).health;
        let is_closed = state.as_deref() == Some("closed");
        prop_assert_eq!(health == Health::Healthy, is_closed && count == Some(0));
        prop_assert_eq!(health == Health::CircuitOpen, state.as_deref() == Some("open"));
    }
}
