//! Events in plain words.

use crate::platform::happycolis::{EventGroup, Origin};

/// "order/created" as a merchant says it: "Order created". The technical type always stands beside it.
pub fn label(event: &str) -> String {
    let words = event.replace(['/', '_', '-', '.'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase())
            .chain(letters)
            .collect(),
        None => NOT_REPORTED.to_owned(),
    }
}

pub const NOT_REPORTED: &str = "Event not reported";

/// The heading of a group in the event picker.
pub fn group(group: &EventGroup) -> String {
    match group.origin {
        Origin::EventPage => {
            let first = group.events.first().copied().unwrap_or_default();
            label(first.split('/').next().unwrap_or_default())
        }
        Origin::PayloadPage => "Other names and spellings, from the payload page".to_owned(),
    }
}

pub const UNKNOWN: &str = "This event is not in HappyColis’ documentation. You can use it, but check the spelling: a \
    subscription to an event that does not exist never receives anything.";

pub const NO_MATCH: &str = "No documented event matches. Press Tab to keep what you typed.";

pub fn count(shown: usize) -> String {
    match shown {
        1 => "1 event".to_owned(),
        _ => format!("{shown} events"),
    }
}
