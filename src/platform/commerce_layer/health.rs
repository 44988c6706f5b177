//! Health from what Commerce Layer says of the circuit (Commerce Layer contract, section 7.4).

use serde_json::Value;

use crate::subscription::json::print;
use crate::subscription::{Evidence, Health, Instant, Reading};

/// A total function from the attributes of a webhook to a badge.
///
/// What was not sent is unknown, never "closed" (section 11, row 3), and so a webhook is healthy only where it also says
/// that it is not disabled.
pub fn reading(attributes: &Value, at: Instant) -> Reading {
    let disabled_at = attributes.get("disabled_at");
    let circuit = match attributes.get("circuit_state") {
        None | Some(Value::Null) => None,
        Some(Value::String(state)) => Some(state.clone()),
        Some(other) => Some(print(other)),
    };
    let failures = attributes
        .get("circuit_failure_count")
        .and_then(Value::as_u64);
    let health = match (disabled_at, circuit.as_deref(), failures) {
        (Some(disabled_at), _, _) if !disabled_at.is_null() => Health::Disabled,
        (_, Some("open"), _) => Health::CircuitOpen,
        (_, Some("closed"), Some(1..)) => Health::Degraded,
        (Some(_), Some("closed"), Some(0)) => Health::Healthy,
        _ => Health::Unknown,
    };
    let disabled = disabled_at.and_then(Value::as_str).and_then(Instant::parse);
    Reading {
        health,
        evidence: Evidence::CommerceLayer {
            disabled,
            enabled: disabled_at.is_some_and(Value::is_null),
            circuit,
            failures,
        },
        at,
    }
}
