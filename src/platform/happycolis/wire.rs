//! HappyColis replies, read leniently and row by row (HappyColis contract, sections 2 and 3).

use serde_json::Value;

use super::errors::judge;
use super::health::tell_held;
use crate::platform::graphql::{answer, row};
use crate::platform::{Answered, ApiError, Cause, Removed, Reply, Unreadable};
use crate::subscription::{
    Attributes, HappyColisMode, Instant, Listing, Reading, Row, Source, Subscription,
};

/// The token was not refused. HappyColis answers 401 before GraphQL runs (section 7.1).
pub fn read_proof(reply: &Reply) -> Result<(), ApiError> {
    let mut answer = answer(reply)?;
    answer.require("__typename", judge).map(drop)
}

pub fn read_list(reply: &Reply, now: Instant) -> Result<Answered<Listing>, ApiError> {
    let mut answer = answer(reply)?;
    let integration = answer.require("integration", judge)?;
    let Some(webhooks) = integration.get("webhooks").and_then(Value::as_array) else {
        return Err(answer.no_result(judge));
    };
    let mut rows: Vec<Row> = webhooks
        .iter()
        .enumerate()
        .map(|(at, raw)| row(at, raw, subscription(raw, now)))
        .collect();
    tell_held(&mut rows);
    let title = integration
        .get("name")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let value = Listing {
        rows,
        read_at: now,
        title,
        ..Listing::default()
    };
    Ok(Answered {
        value,
        warning: answer.warning(judge),
    })
}

pub fn read_created(
    mode: HappyColisMode,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Subscription>, ApiError> {
    let field = match mode {
        HappyColisMode::Integration => "integrationWebhookCreate",
        HappyColisMode::Oauth => "oauthWebhookCreate",
    };
    let mut answer = answer(reply)?;
    let created = answer.require(field, judge)?;
    let value =
        subscription(&created, now).ok_or_else(|| reply.unreadable(Unreadable::NoResult))?;
    Ok(Answered {
        value,
        warning: answer.warning(judge),
    })
}

pub fn read_removed(mode: HappyColisMode, reply: &Reply) -> Result<Removed, ApiError> {
    let field = match mode {
        HappyColisMode::Integration => "integrationWebhookRemove",
        HappyColisMode::Oauth => "oauthWebhookRemove",
    };
    let read = answer(reply).and_then(|mut answer| {
        answer.require(field, judge)?;
        Ok(answer.warning(judge))
    });
    match read {
        Ok(warning) => Ok(Removed::Now(warning)),
        // Section 7.3: "webhook not found" is FORBIDDEN, and means that it is gone already.
        Err(ApiError::Refused(refusal))
            if refusal.cause == Cause::NotFound && refusal.status == 200 =>
        {
            Ok(Removed::Before)
        }
        Err(error) => Err(error),
    }
}

/// An `IntegrationWebhook` as it comes. Without an id nothing can be done with a row; everything else may be missing or
/// null, but a value that is no text is not guessed at.
fn subscription(raw: &Value, now: Instant) -> Option<Subscription> {
    let id = raw.get("id")?.as_str()?.to_owned();
    let texts = ["type", "health", "endPoint"].map(|name| match raw.get(name) {
        None | Some(Value::Null) => Some(None),
        Some(value) => value.as_str().map(|text| Some(text.to_owned())),
    });
    let [event, health, endpoint] = texts;
    Some(Subscription {
        id,
        events: event?.into_iter().collect(),
        endpoint: endpoint?,
        reading: Reading::happycolis_list(health?, now),
        // HappyColis reports no time (section 2).
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    })
}
