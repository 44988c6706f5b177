//! ikas reports no health: whether a webhook is marked as deleted is all there is (ikas contract, section 6).

use serde_json::Value;

use crate::subscription::{Evidence, Health, Instant, Reading};

/// A total function from a webhook to a badge. A mark that is neither true nor false says nothing.
pub fn reading(webhook: &Value, at: Instant) -> Reading {
    let deleted = webhook.get("deleted").and_then(Value::as_bool);
    let health = match deleted {
        Some(true) => Health::Disabled,
        Some(false) | None => Health::Unknown,
    };
    Reading {
        health,
        evidence: Evidence::Ikas { deleted },
        at,
    }
}
