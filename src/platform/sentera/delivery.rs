//! The events of one subscription, read as deliveries (Sentera contract, sections 3.5 and 6).

use std::cmp::Reverse;

use serde_json::Value;

use super::errors::{answer, judge};
use super::health::outcome;
use super::query::DELIVERIES;
use super::wire::{found_list, missing, results};
use crate::platform::{Answered, ApiError, Reply};
use crate::subscription::json::print;
use crate::subscription::kept::optional_text;
use crate::subscription::{Deliveries, Delivery, Instant, Outcome};

/// One page of events. The order of Sentera's pages is not documented; within one, the newest comes first.
pub fn read_deliveries(
    id: &str,
    page: u32,
    reply: &Reply,
) -> Result<Answered<Deliveries>, ApiError> {
    let mut answer = answer(reply)?;
    let data = answer.data.as_ref();
    let single = data.is_some_and(|data| data.get("subscription").is_some());
    let subscription = if single {
        answer.require("subscription", judge)?
    } else {
        let (list, _) = found_list(&mut answer)?;
        let is_it = |found: &&Value| optional_text(found, "sentera_id").as_deref() == Some(id);
        let found = results(&list).into_iter().flatten().find(is_it);
        found.cloned().ok_or_else(|| {
            missing(format!(
                "The first page of Sentera’s list does not hold the subscription {id}."
            ))
        })?
    };
    let events = subscription.get("events").unwrap_or(&Value::Null);
    let found = results(events).ok_or_else(|| answer.no_result(judge))?;
    let total = events.get("total_count").and_then(Value::as_u64);
    let count = events
        .get("results")
        .and_then(Value::as_array)
        .map_or(0, Vec::len) as u64;
    let read = u64::from(page.saturating_sub(1)) * u64::from(DELIVERIES) + count;
    let more = count > 0 && total.is_none_or(|total| read < total);
    let mut items: Vec<Delivery> = found.into_iter().map(delivery).collect();
    items.sort_by_key(|delivery| Reverse(delivery.at));
    Ok(Answered {
        value: Deliveries {
            items,
            next: more.then_some(page + 1),
            total,
        },
        warning: answer.warning(judge),
    })
}

/// A `WebhookEvent` as it comes. What an endpoint answered is not told.
fn delivery(raw: &Value) -> Delivery {
    let text = |name: &str| optional_text(raw, name);
    let payload = raw.get("payload").filter(|payload| !payload.is_null());
    Delivery {
        id: text("sentera_id").unwrap_or_default(),
        event: text("type").unwrap_or_default(),
        at: text("created_at").as_deref().and_then(Instant::parse),
        outcome: text("status").map_or(Outcome::Other(None), |status| outcome(&status)),
        code: None,
        message: None,
        attempts: raw.get("attempts").and_then(Value::as_u64),
        payload: payload.map(print),
    }
}
