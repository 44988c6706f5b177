//! Event callbacks: what was delivered, and how it ended (Commerce Layer contract, section 6.1).

use serde_json::Value;

use super::{errors, wire};
use crate::platform::{ApiError, Reply};
use crate::subscription::json;
use crate::subscription::json::print;
use crate::subscription::kept::optional_text;
use crate::subscription::{Deliveries, Delivery, Instant, Outcome};

pub fn read_deliveries(page: u32, reply: &Reply) -> Result<Deliveries, ApiError> {
    let mut document = errors::document(reply)?;
    let (next, total) = wire::pages(&document, page);
    let items = wire::items(&mut document, reply)?;
    let items = items.iter().enumerate();
    Ok(Deliveries {
        items: items
            .map(|(position, raw)| delivery(page, position, raw))
            .collect(),
        next,
        total,
    })
}

/// Commerce Layer reports neither the topic of a delivery nor the number of an attempt. One without an id is told apart by
/// its place.
fn delivery(page: u32, position: usize, raw: &Value) -> Delivery {
    let attributes = raw.get("attributes").unwrap_or(&Value::Null);
    let time = optional_text(attributes, "created_at");
    let (outcome, code) = outcome(attributes.get("response_code"));
    Delivery {
        id: optional_text(raw, "id").unwrap_or_else(|| format!("{page}.{position}")),
        event: String::new(),
        at: time.and_then(|time| Instant::parse(&time)),
        outcome,
        code,
        message: optional_text(attributes, "response_message"),
        attempts: None,
        payload: payload(attributes.get("payload")),
    }
}

/// Any 2xx is a success (section 11, row 11); null is a failure without an answer, such as a timeout. What was not sent, or
/// is no HTTP status, is neither.
fn outcome(code: Option<&Value>) -> (Outcome, Option<String>) {
    let code = match code {
        None => return (Outcome::Other(None), None),
        Some(Value::Null) => return (Outcome::Failed, None),
        Some(Value::String(code)) => code.clone(),
        Some(other) => print(other),
    };
    let is_status = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
    let outcome = match is_status {
        true if code.starts_with('2') => Outcome::Delivered,
        true => Outcome::Failed,
        false => Outcome::Other(Some(code.clone())),
    };
    (outcome, Some(code))
}

/// An object, or the text of one (section 11, row 14).
fn payload(payload: Option<&Value>) -> Option<String> {
    match payload? {
        Value::Null => None,
        Value::String(text) if json::parse(text).is_ok() => Some(text.clone()),
        other => Some(print(other)),
    }
}
