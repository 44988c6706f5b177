//! Events in plain words.

use crate::platform::{EventGroup, Listed};
use crate::subscription::Platform;
use crate::text::platform::possessive;

/// "order/created", "store/order/created" and "ORDER_CREATED" as a merchant says it: "Order created". The technical type
/// always stands beside it.
pub fn label(event: &str) -> String {
    // Every scope of ikas begins like this.
    let event = event.strip_prefix("store/").unwrap_or(event);
    let shouts = !event.contains(|letter: char| letter.is_ascii_lowercase());
    let mut words = String::new();
    for letter in event.chars() {
        if letter.is_ascii_uppercase() && !shouts {
            words.push(' ');
        }
        words.push(match letter {
            '/' | '_' | '-' | '.' => ' ',
            _ => letter.to_ascii_lowercase(),
        });
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let mut letters = words.chars();
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
    match &group.listed {
        Listed::Under(subject) => label(subject),
        Listed::Elsewhere => {
            "Other names and spellings, from other pages of the documentation".to_owned()
        }
        Listed::OtherVersion => "Known on v2; not documented for this version".to_owned(),
        Listed::Schema => "From the platform’s own schema".to_owned(),
    }
}

pub fn unknown(platform: Platform) -> String {
    let consequence = match platform {
        Platform::HappyColis => {
            "a subscription to an event that does not exist never receives anything"
        }
        Platform::Ikas => {
            "ikas refuses a scope that its version does not know, and removes none for it"
        }
        Platform::CommerceLayer => "Commerce Layer decides whether it takes the topic",
        Platform::Sentera => "Sentera refuses a type that its schema does not have",
    };
    format!(
        "This event is not in {} documentation. You can use it, but check the spelling: {consequence}.",
        possessive(platform)
    )
}

pub const NO_MATCH: &str = "No documented event matches. Press Tab to keep what you typed.";

pub fn count(shown: usize) -> String {
    match shown {
        1 => "1 event".to_owned(),
        _ => format!("{shown} events"),
    }
}
