//! The words of the details of a subscription.

use crate::subscription::{Outcome, Platform};

pub const EVENTS: &str = "Events";
pub const ENDPOINT: &str = "Endpoint";
pub const ID: &str = "ID";
pub const CREATED: &str = "Created";
pub const UPDATED: &str = "Updated";
pub const SECRET: &str = "Shared secret";
pub const SECRET_HELP: &str =
    "Commerce Layer signs every delivery with it. Anyone who has it can imitate Commerce Layer.";
pub const FETCH_SECRET: &str = "Fetch the secret";
pub const REVEAL_SECRET: &str = "Show secret";
pub const HIDE_SECRET: &str = "Hide secret";
pub const COPY_SECRET: &str = "Copy secret";
pub const MASKED: &str = "••••••••••••";
pub const DELIVERIES: &str = "Deliveries";
pub const NO_DELIVERIES: &str = "No deliveries recorded.";
pub const NONE_FITS: &str = "No delivery fits these filters.";
pub const READING: &str = "Reading deliveries";
pub const MORE: &str = "Older deliveries";
pub const PAYLOAD: &str = "Payload";
pub const COPY_PAYLOAD: &str = "Copy payload";
pub const DOWNLOAD_PAYLOAD: &str = "Download payload";
pub const NO_CODE: &str = "no answer";
pub const TYPE: &str = "Event type";
pub const STATUS: &str = "Status";
pub const FROM: &str = "From";
pub const UNTIL: &str = "Until";
pub const ALL: &str = "All";
pub const CLOSE: &str = "Close";

/// How far back deliveries go, in the platform's terms.
pub const fn retention(platform: Platform) -> &'static str {
    match platform {
        Platform::CommerceLayer => {
            "Commerce Layer keeps deliveries for one month. Any answer from 200 to 299 counts as delivered."
        }
        _ => "How long Sentera keeps events is not documented.",
    }
}

pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Delivered => "Delivered".to_owned(),
        Outcome::Failed => "Failed".to_owned(),
        Outcome::Other(Some(word)) => word.clone(),
        Outcome::Other(None) => "Not reported".to_owned(),
    }
}

pub fn attempts(count: u64) -> String {
    match count {
        1 => "1 attempt".to_owned(),
        _ => format!("{count} attempts"),
    }
}

pub fn shown(shown: usize, total: u64) -> String {
    format!("{shown} of {total}")
}
