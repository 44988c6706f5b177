//! Sentera replies, read leniently and row by row (Sentera contract, sections 3 and 8).

use serde_json::Value;

use super::errors::{answer, judge};
use super::health::reading;
use crate::platform::graphql::{Answer, row};
use crate::platform::{
    Answered, ApiError, Cause, Choice, Learned, Refusal, Removed, Reply, Unreadable,
};
use crate::subscription::kept::optional_text;
use crate::subscription::{Attributes, Instant, Listing, Source, Subscription};

/// The organization of the connection is one that the token may see.
pub fn read_proof(organization: &str, reply: &Reply) -> Result<(), ApiError> {
    let found = read_organizations(reply)?;
    if found.value.iter().any(|found| found.value == organization) {
        return Ok(());
    }
    Err(missing(format!(
        "Sentera’s answer does not name the organization {organization} among those that this token can see."
    )))
}

pub fn read_organizations(reply: &Reply) -> Result<Answered<Vec<Choice>>, ApiError> {
    let mut answer = answer(reply)?;
    let organizations = answer.require("organizations", judge)?;
    let choice = |raw: &Value| {
        let value = optional_text(raw, "sentera_id")?;
        let label = optional_text(raw, "name").unwrap_or_else(|| value.clone());
        Some(Choice { label, value })
    };
    let results = results(&organizations).ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    Ok(Answered {
        value: results.into_iter().filter_map(choice).collect(),
        warning: answer.warning(judge),
    })
}

pub fn read_created(reply: &Reply, now: Instant) -> Result<Answered<Subscription>, ApiError> {
    read_written("create_webhook_subscription", reply, now)
}

pub fn read_updated(reply: &Reply, now: Instant) -> Result<Answered<Subscription>, ApiError> {
    read_written("update_webhook_subscription", reply, now)
}

fn read_written(
    field: &str,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Subscription>, ApiError> {
    let mut answer = answer(reply)?;
    let written = answer.require(field, judge)?;
    let value =
        subscription(&written, now).ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    Ok(Answered {
        value,
        warning: answer.warning(judge),
    })
}

/// The answer names those that were deleted; one that it leaves out was not, as far as anybody knows (section 3.3).
pub fn read_removed(id: &str, reply: &Reply) -> Result<Removed, ApiError> {
    let mut answer = answer(reply)?;
    let deleted = answer.require("delete_webhook_subscriptions", judge)?;
    let ids: Option<Vec<String>> = results(&deleted).and_then(|deleted| {
        let ids = deleted.into_iter();
        // One without an id may be the very one.
        ids.map(|deleted| optional_text(deleted, "sentera_id"))
            .collect()
    });
    let ids = ids.ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    if ids.iter().any(|deleted| deleted == id) {
        return Ok(Removed::Now(answer.warning(judge)));
    }
    Err(missing(format!(
        "Sentera’s answer does not name the subscription {id} among those that it deleted: it may be gone already, or \
         belong to another organization."
    )))
}

/// One page of the list that was found. More are read until there are `total_count` items, or a page is empty (section 8);
/// a page may be shorter than was asked for, so its own length tells how many were read at least.
pub fn read_list(
    learned: &Learned,
    page: u32,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Listing>, ApiError> {
    let mut answer = answer(reply)?;
    let (list, title) = found_list(&mut answer)?;
    let no_result = || reply.unreadable(Unreadable::NoResult);
    let results = results(&list).ok_or_else(no_result)?;
    let total = list.get("total_count").and_then(Value::as_u64);
    let items = list
        .get("results")
        .unwrap_or(&list)
        .as_array()
        .map_or(0, Vec::len) as u64;
    let paged = learned.list.as_ref().is_some_and(|path| path.paged);
    let more = items > 0 && total.is_none_or(|total| items * u64::from(page) < total);
    let read = |(at, raw)| row(at, raw, subscription(raw, now));
    Ok(Answered {
        value: Listing {
            rows: results.into_iter().enumerate().map(read).collect(),
            read_at: now,
            title,
            next: (paged && more).then_some(page + 1),
            total,
        },
        warning: answer.warning(judge),
    })
}

/// The list under the name that the console's queries give it, on the query or on the organization, whose name comes along.
pub(super) fn found_list(answer: &mut Answer) -> Result<(Value, Option<String>), ApiError> {
    let data = answer.data.as_ref();
    if data.is_none_or(|data| data.get("organizations").is_none()) {
        return Ok((answer.require("list", judge)?, None));
    }
    let organizations = answer.require("organizations", judge)?;
    let mut found = results(&organizations).into_iter().flatten();
    let Some(organization) = found.next() else {
        return Err(missing(
            "Sentera’s answer does not name the organization among those that this token can see."
                .to_owned(),
        ));
    };
    match organization.get("list") {
        Some(list) if !list.is_null() => Ok((list.clone(), optional_text(organization, "name"))),
        _ => Err(answer.no_result(judge)),
    }
}

/// The items of a result, or of a plain list. Those that are null say nothing, and are left out (section 8).
pub(super) fn results(result: &Value) -> Option<Vec<&Value>> {
    let items = result.get("results").unwrap_or(result).as_array()?;
    Some(items.iter().filter(|item| !item.is_null()).collect())
}

pub(super) fn missing(message: String) -> ApiError {
    let refusal = Refusal {
        cause: Cause::NotFound,
        status: 200,
        code: None,
        message,
        fields: Vec::new(),
    };
    refusal.into()
}

/// A `WebhookSubscription` as it comes. Without an id nothing can be done with it; the rest may be missing or null, but
/// what is no text is not guessed at.
fn subscription(raw: &Value, now: Instant) -> Option<Subscription> {
    let endpoint = match raw.get("callback_url") {
        None | Some(Value::Null) => None,
        Some(endpoint) => Some(endpoint.as_str()?.to_owned()),
    };
    let events = match raw.get("event_types") {
        None | Some(Value::Null) => Vec::new(),
        Some(events) => {
            let events = events.as_array()?.iter().filter(|event| !event.is_null());
            let events: Option<Vec<&str>> = events.map(Value::as_str).collect();
            events?.into_iter().map(str::to_owned).collect()
        }
    };
    Some(Subscription {
        id: optional_text(raw, "sentera_id")?,
        events,
        endpoint,
        reading: reading(raw.get("events"), now),
        // Sentera reports no time (section 2).
        created: None,
        updated: None,
        // The authentication is never given back (section 10).
        attributes: Attributes::default(),
        source: Source::Platform,
    })
}
