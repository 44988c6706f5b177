//! The event types that a platform documents, as the picker groups them.

/// Event types that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventGroup {
    pub listed: Listed,
    pub events: Vec<String>,
}

/// Where the types of a group are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// With everything about this subject, which is the word that they begin with.
    Under(String),
    /// On another page of the vendor than the rest, which spells some differently.
    Elsewhere,
    /// For another version of the platform's API; whether the one in use takes them is not documented.
    OtherVersion,
    /// In the schema that the platform itself answered with.
    Schema,
}

/// Reads lines of `subject: event event`: each type is the subject and the event with the mark between. Written like
/// this, the lists compress best.
pub fn grouped(lists: &str, mark: &str) -> Vec<EventGroup> {
    let group = |line: &str| {
        let (subject, events) = line.split_once(": ")?;
        let event = |event: &str| [subject, mark, event].concat();
        Some(EventGroup {
            listed: Listed::Under(subject.to_owned()),
            events: events.split(' ').map(event).collect(),
        })
    };
    lists.lines().filter_map(group).collect()
}
