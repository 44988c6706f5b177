//! What a platform said of itself when it was asked: its schema and what there is to choose from.

use super::EventGroup;

/// Empty until it was asked, and where it did not answer: then the documented lists hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    pub stage: Stage,
    /// Event types of the schema, in place of the documented ones (Sentera contract, section 3.6, rule 3).
    pub events: Option<EventGroup>,
    pub statuses: Vec<String>,
    /// Input fields of the callback authentication (rule 4).
    pub authentication: Option<Vec<InputField>>,
    /// How subscriptions can be listed, when the schema has a way (rule 1).
    pub list: Option<ListPath>,
    /// How one subscription can be read (rule 2).
    pub single: Option<SinglePath>,
    /// Whether the events of a subscription can be read.
    pub reads_events: bool,
    pub event: EventFields,
    /// The fields of a date range, to read the events of some days only.
    pub dates: Option<DateFields>,
    /// Sales channels of ikas, to limit a webhook to.
    pub channels: Option<Vec<Choice>>,
}

/// How far the questions have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Unasked,
    /// The schema was read; which of these is a list is still to be asked, the best first.
    Candidates(Vec<Candidate>),
    /// Nothing is left to ask.
    Known,
}

/// A field that may be a list of subscriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub path: ListPath,
    /// The object whose `results` may be subscriptions; nothing where the field returns subscriptions itself.
    pub wrapped_in: Option<String>,
}

/// Something to choose: what a person reads, and what is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputField {
    pub name: String,
    pub required: bool,
    pub description: Option<String>,
}

/// A field of the schema that returns webhook subscriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPath {
    pub place: ListPlace,
    pub field: String,
    /// The name of the argument that takes the organization's id.
    pub organization: Option<String>,
    pub paged: bool,
    /// Whether the subscriptions stand in the `results` of an object.
    pub wrapped: bool,
    /// Whether that object has a `total_count`.
    pub counted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListPlace {
    Query,
    Organization,
}

/// A query field that returns one subscription, and the argument that takes its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinglePath {
    pub field: String,
    pub id: String,
}

/// What of an event can be selected, as it stands in a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFields {
    /// Those that the console reads, with a space between.
    pub plain: String,
    /// `payload` with the fields of all its types; empty where they are not known.
    pub payload: String,
    /// Whether a page of events has a `total_count`.
    pub counted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFields {
    pub from: String,
    pub until: String,
    /// Whether one cannot be given without the other.
    pub both: bool,
    /// Whether they take days rather than moments.
    pub days: bool,
}
