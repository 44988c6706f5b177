//! Commerce Layer's replies, read leniently and row by row (Commerce Layer contract, sections 3 and 4).

use serde_json::Value;

use super::{ATTRIBUTES, errors, health};
use crate::platform::{Answered, ApiError, Cause, Removed, Reply, Unreadable};
use crate::subscription::json::print;
use crate::subscription::kept::optional_text;
use crate::subscription::{
    Attribute, Attributes, Instant, Listing, Row, Secret, Source, Subscription,
};

pub fn read_list(page: u32, reply: &Reply, now: Instant) -> Result<Answered<Listing>, ApiError> {
    let mut document = errors::document(reply)?;
    let (next, total) = pages(&document, page);
    let rows = items(&mut document, reply)?
        .into_iter()
        .enumerate()
        .map(|(position, raw)| row(position, raw, now));
    Ok(Answered::without_warning(Listing {
        rows: rows.collect(),
        read_at: now,
        title: None,
        next,
        total,
    }))
}

pub fn read_one(reply: &Reply, now: Instant) -> Result<Answered<Subscription>, ApiError> {
    let document = errors::document(reply)?;
    let read = document.get("data").and_then(|raw| subscription(raw, now));
    read.map(Answered::without_warning)
        .ok_or_else(|| reply.unreadable(Unreadable::NoResult))
}

pub fn read_removed(reply: &Reply) -> Result<Removed, ApiError> {
    if reply.status == 204 {
        return Ok(Removed::Now(None));
    }
    match errors::document(reply) {
        Err(error) if is_gone(&error) => Ok(Removed::Before),
        Err(error) => Err(error),
        Ok(_) => Err(reply.unreadable(Unreadable::NoResult)),
    }
}

/// Only the platform's own code says so (section 8.2): something between can answer 404 as well.
pub fn is_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal)
        if refusal.cause == Cause::NotFound && refusal.code.as_deref() == Some("RECORD_NOT_FOUND"))
}

/// The secret that deliveries are signed with. It is in no error: what cannot be read is only said to be unreadable.
pub fn read_secret(reply: &Reply) -> Result<Secret, ApiError> {
    let document = errors::document(reply)?;
    let attributes = document.get("data").and_then(|data| data.get("attributes"));
    attributes
        .and_then(|attributes| optional_text(attributes, "shared_secret"))
        .filter(|secret| !secret.is_empty())
        .map(Secret::new)
        .ok_or_else(|| reply.unreadable(Unreadable::NoResult))
}

/// The items of a list.
pub(super) fn items(document: &mut Value, reply: &Reply) -> Result<Vec<Value>, ApiError> {
    match document.get_mut("data").map(Value::take) {
        Some(Value::Array(items)) => Ok(items),
        _ => Err(reply.unreadable(Unreadable::NoResult)),
    }
}

/// The page after this one, and how many items there are in all. `links.next` only tells that there is one: the token goes
/// to the API address, and to no address out of an answer. After a page without items comes none.
pub(super) fn pages(document: &Value, page: u32) -> (Option<u32>, Option<u64>) {
    let count = |name| document.get("meta")?.get(name)?.as_u64();
    let is_more = match count("page_count") {
        Some(pages) => u64::from(page) < pages,
        None => match document.get("links") {
            Some(Value::Object(links)) => links.get("next").is_some_and(Value::is_string),
            // Where nothing tells how many there are, the end is known by an empty page.
            _ => true,
        },
    };
    let is_empty = document
        .get("data")
        .and_then(Value::as_array)
        .is_none_or(Vec::is_empty);
    let next = (is_more && !is_empty).then(|| page + 1);
    (next, count("record_count"))
}

fn row(position: usize, mut raw: Value, now: Instant) -> Row {
    match subscription(&raw, now) {
        Some(subscription) => Row::Subscription(subscription),
        None => {
            hide_secret(&mut raw);
            Row::Unreadable {
                position,
                raw: print(&raw),
            }
        }
    }
}

/// It is not asked for, but nobody has seen yet that it then is not sent (section 5.4).
fn hide_secret(raw: &mut Value) {
    match raw {
        Value::Object(members) => {
            for (name, value) in members {
                if name == "shared_secret" {
                    *value = "hidden".into();
                }
                hide_secret(value);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(hide_secret),
        _ => {}
    }
}

/// A webhook as it comes. Without an id nothing can be done with a row; everything else may be missing or null, but a value
/// of another kind than documented is not guessed at.
fn subscription(raw: &Value, now: Instant) -> Option<Subscription> {
    let id = raw.get("id")?.as_str()?;
    let kind = text(raw, "type")?;
    // An id of nothing but dots would be another place than a webhook in the path of an address.
    if id.chars().all(|c| c == '.') || !(kind.is_empty() || kind == "webhooks") {
        return None;
    }
    let attributes = raw.get("attributes").unwrap_or(&Value::Null);
    if !(attributes.is_null() || attributes.is_object()) {
        return None;
    }
    let (topic, endpoint) = (
        text(attributes, "topic")?,
        text(attributes, "callback_url")?,
    );
    let mut read = Attributes::default();
    for (attribute, name) in ATTRIBUTES {
        let text = match attribute {
            Attribute::IncludeResources => paths(attributes.get(name))?,
            Attribute::Metadata => metadata(attributes.get(name))?,
            _ => text(attributes, name)?,
        };
        read.set(attribute, text);
    }
    let time = |name| Some(Instant::parse(&text(attributes, name)?));
    Some(Subscription {
        id: id.to_owned(),
        events: some(topic).into_iter().collect(),
        endpoint: some(endpoint),
        reading: health::reading(attributes, now),
        created: time("created_at")?,
        updated: time("updated_at")?,
        attributes: read,
        source: Source::Platform,
    })
}

/// A text, which is empty where it is missing or null; nothing where it is of another kind.
fn text(value: &Value, name: &str) -> Option<String> {
    match value.get(name) {
        None | Some(Value::Null) => Some(String::new()),
        Some(value) => value.as_str().map(str::to_owned),
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// One a line. The vendor's own console sends an empty text where none was chosen.
fn paths(value: Option<&Value>) -> Option<String> {
    let mut lines = String::new();
    match value {
        None | Some(Value::Null) => {}
        Some(value) => {
            for path in value.as_array()? {
                let path = path.as_str()?;
                let between = if lines.is_empty() { "" } else { "\n" };
                lines.push_str(between);
                lines.push_str(path);
            }
        }
    }
    Some(lines)
}

fn metadata(value: Option<&Value>) -> Option<String> {
    match value {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::Object(members)) if members.is_empty() => Some(String::new()),
        Some(object @ Value::Object(_)) => Some(print(object)),
        Some(_) => None,
    }
}
