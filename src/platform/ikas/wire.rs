//! ikas replies, read leniently and row by row (ikas contract, sections 2 and 3).

use serde_json::Value;

use super::errors::{answer, judge};
use super::health::reading;
use crate::platform::graphql::row;
use crate::platform::{Answered, ApiError, Choice, Removed, Reply, Unreadable};
use crate::subscription::kept::optional_text;
use crate::subscription::{Attributes, IkasVersion, Instant, Listing, Row, Source, Subscription};

pub fn read_list(reply: &Reply, now: Instant) -> Result<Answered<Listing>, ApiError> {
    let mut answer = answer(reply)?;
    let rows = rows(reply, &answer.require("listWebhook", judge)?, now)?;
    Ok(Answered {
        value: Listing {
            rows,
            read_at: now,
            ..Listing::default()
        },
        warning: answer.warning(judge),
    })
}

/// A save answers with one webhook a scope. One that cannot be read is as good as lost: the list then tells.
pub fn read_saved(
    version: IkasVersion,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Vec<Subscription>>, ApiError> {
    let field = match version {
        IkasVersion::V1 => "saveWebhook",
        IkasVersion::V2 => "saveWebhooks",
    };
    let mut answer = answer(reply)?;
    let rows = rows(reply, &answer.require(field, judge)?, now)?;
    let saved = rows.iter().map(|row| row.subscription().cloned());
    let saved: Option<Vec<Subscription>> = saved.collect();
    let value = saved
        .filter(|saved| !saved.is_empty())
        .ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    Ok(Answered {
        value,
        warning: answer.warning(judge),
    })
}

/// `false` proves nothing: the scope may not have been registered. The list is read, and tells (section 10).
pub fn read_removed(reply: &Reply) -> Result<Removed, ApiError> {
    let mut answer = answer(reply)?;
    match answer.require("deleteWebhook", judge)? {
        Value::Bool(true) => Ok(Removed::Now(answer.warning(judge))),
        _ => Err(reply.unreadable(Unreadable::NoResult)),
    }
}

pub fn read_channels(reply: &Reply) -> Result<Answered<Vec<Choice>>, ApiError> {
    let mut answer = answer(reply)?;
    let channels = answer.require("listSalesChannel", judge)?;
    let channels = channels
        .as_array()
        .ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    let is_there = |channel: &&Value| channel.get("deleted").and_then(Value::as_bool) != Some(true);
    let choice = |channel: &Value| {
        let value = optional_text(channel, "id")?;
        let label = optional_text(channel, "name").unwrap_or_else(|| value.clone());
        Some(Choice { label, value })
    };
    Ok(Answered {
        value: channels
            .iter()
            .filter(is_there)
            .filter_map(choice)
            .collect(),
        warning: answer.warning(judge),
    })
}

fn rows(reply: &Reply, webhooks: &Value, now: Instant) -> Result<Vec<Row>, ApiError> {
    let webhooks = webhooks
        .as_array()
        .ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    let read = |(at, raw)| row(at, raw, subscription(raw, now));
    Ok(webhooks.iter().enumerate().map(read).collect())
}

/// A `Webhook` as it comes. It is deleted by its scope, so nothing can be done without one, and its id tells it from
/// others. The rest may be missing or null, but an endpoint that is no text is not guessed at.
fn subscription(raw: &Value, now: Instant) -> Option<Subscription> {
    let endpoint = match raw.get("endpoint") {
        None | Some(Value::Null) => None,
        Some(endpoint) => Some(endpoint.as_str()?.to_owned()),
    };
    // Milliseconds since 1970 (section 2).
    let time = |name: &str| {
        raw.get(name)
            .and_then(Value::as_f64)
            .map(|at| Instant(at as u64))
    };
    Some(Subscription {
        id: optional_text(raw, "id")?,
        events: vec![optional_text(raw, "scope")?],
        endpoint,
        reading: reading(raw, now),
        created: time("createdAt"),
        updated: time("updatedAt"),
        // The sales channels are not reported (section 10).
        attributes: Attributes::default(),
        source: Source::Platform,
    })
}
