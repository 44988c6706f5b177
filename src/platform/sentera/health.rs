//! Health from the events of a subscription (Sentera contract, section 6).

use std::cmp::Reverse;

use serde_json::Value;

use crate::subscription::kept::optional_text;
use crate::subscription::{Evidence, Health, Instant, LastEvent, Outcome, Reading};

/// How many events of each subscription are read for its health.
pub(super) const READ: usize = 20;

/// What a status means, by its name: the values are not documented. A word that turns success into its opposite
/// (`UNDELIVERED`, `NOT_SENT`, `DELIVERY_PENDING`) makes it none, for green has to be earned.
pub fn outcome(status: &str) -> Outcome {
    let upper = status.to_ascii_uppercase();
    let begins = |names: &[&str]| {
        let mut words = upper.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| names.iter().any(|name| word.starts_with(name)))
    };
    if upper.contains("FAIL") || upper.contains("ERROR") {
        Outcome::Failed
    } else if begins(&["SUCC", "DELIVER", "COMPLETE", "SENT"]) && !begins(&["NOT", "PEND"]) {
        Outcome::Delivered
    } else {
        Outcome::Other(Some(status.to_owned()))
    }
}

/// A total function from the `events` of a subscription, as they came or were not asked for, to a badge.
pub fn reading(events: Option<&Value>, at: Instant) -> Reading {
    let results = events.and_then(|events| events.get("results"));
    let Some(results) = results.and_then(Value::as_array) else {
        return Reading::sentera_unread(at);
    };
    let total = events.and_then(|events| events.get("total_count"));
    let total = total.and_then(Value::as_u64);
    let results = results.iter().filter(|event| !event.is_null());
    let mut events: Vec<LastEvent> = results.map(event).collect();
    if !shows_the_last(&events, total) {
        let read = events.len();
        return Reading {
            health: Health::Unknown,
            evidence: Evidence::SenteraUnordered { read, total },
            at,
        };
    }
    events.sort_by_key(|event| Reverse(event.at));
    let mut outcomes = events.iter().map(|event| outcome(&event.status));
    let last = outcomes.next();
    let failed_before = outcomes.any(|outcome| outcome == Outcome::Failed);
    let health = match last {
        Some(Outcome::Failed) => Health::Failing,
        Some(Outcome::Delivered) if failed_before => Health::Degraded,
        Some(Outcome::Delivered) => Health::Healthy,
        Some(Outcome::Other(_)) | None => Health::Unknown,
    };
    Reading {
        health,
        evidence: Evidence::SenteraEvents {
            last: events.into_iter().next(),
            failed_before,
        },
        at,
    }
}

/// The order of events is not documented. Where there may be more than were read, only those that begin with the newest
/// hold the last one.
fn shows_the_last(events: &[LastEvent], total: Option<u64>) -> bool {
    let is_all = total.map_or(events.len() < READ, |total| total <= events.len() as u64);
    let times: Vec<Option<Instant>> = events.iter().map(|event| event.at).collect();
    let newest_first = times.is_sorted_by(|one, next| one >= next) && times.first() > times.last();
    let timed = times.len() < 2 || times.iter().all(Option::is_some);
    timed && (is_all || newest_first)
}

fn event(raw: &Value) -> LastEvent {
    let text = |name: &str| optional_text(raw, name);
    LastEvent {
        event: text("type").unwrap_or_default(),
        status: text("status").unwrap_or_default(),
        attempts: raw.get("attempts").and_then(Value::as_u64),
        at: text("created_at").as_deref().and_then(Instant::parse),
    }
}
