//! The rules for event types. Types that nobody listed are allowed: the picker warns about them, nothing refuses them.

use super::{Field, Kind, Problem};

/// Characters in one event type, the limit that the stand-in platforms apply (HappyColis contract, section 12.2).
pub const LONGEST_EVENT: usize = 255;

/// How many events one subscription of the platform takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventRule {
    One,
    Several,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventFault {
    Missing,
    /// More than one, where the platform takes one.
    NotOne(usize),
    /// White space or a control character; `corrected` is the type without it, where something is left.
    WhiteSpace {
        corrected: Option<String>,
    },
    /// The number of characters found.
    TooLong(usize),
    Repeated,
}

impl EventFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "event-missing",
            Self::NotOne(_) => "event-not-one",
            Self::WhiteSpace { .. } => "event-white-space",
            Self::TooLong(_) => "event-too-long",
            Self::Repeated => "event-repeated",
        }
    }
}

pub(super) fn check(events: &[String], rule: EventRule) -> Result<Vec<String>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut add = |field, fault| problems.push(Problem::new(field, Kind::Event(fault)));
    if events.iter().all(|event| event.trim().is_empty()) {
        add(Field::Events, EventFault::Missing);
    } else {
        if rule == EventRule::One && events.len() > 1 {
            add(Field::Events, EventFault::NotOne(events.len()));
        }
        for (index, event) in events.iter().enumerate() {
            let earlier = events.get(..index).unwrap_or_default();
            for fault in faults(event, earlier) {
                add(Field::Event(index), fault);
            }
        }
    }
    if problems.is_empty() {
        Ok(events.to_vec())
    } else {
        Err(problems)
    }
}

fn faults(event: &str, earlier: &[String]) -> Vec<EventFault> {
    let mut faults = Vec::new();
    if event.trim().is_empty() {
        return vec![EventFault::Missing];
    }
    let unwanted = |c: char| c.is_whitespace() || c.is_control();
    if event.contains(unwanted) {
        let corrected: String = event.chars().filter(|&c| !unwanted(c)).collect();
        let corrected = (!corrected.is_empty()).then_some(corrected);
        faults.push(EventFault::WhiteSpace { corrected });
    }
    let length = event.chars().count();
    if length > LONGEST_EVENT {
        faults.push(EventFault::TooLong(length));
    }
    if earlier.iter().any(|other| other == event) {
        faults.push(EventFault::Repeated);
    }
    faults
}
