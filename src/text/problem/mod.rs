//! What a problem says: one sentence about what is wrong, one about what to do, and where a program can mend it, a fix.

mod endpoint;
mod headers;

use crate::validation::{
    AttributeFault, EndpointProblem, EventFault, Field, HeaderFault, Kind, LONGEST_EVENT,
    NameFault, Problem,
};

/// A click that mends the problem: the text that the field gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// For the button, such as "Use https://hooks.example.com/".
    pub label: String,
    pub replacement: String,
}

/// What is wrong and what to do about it, for a person. A header value is never part of it.
pub fn sentence(problem: &Problem) -> String {
    let said = match &problem.kind {
        Kind::Event(fault) => event(fault),
        Kind::Endpoint(problem) => endpoint::sentence(&problem.fault),
        Kind::Header(fault) => headers::sentence(fault),
        Kind::Json(problem) => headers::json(&problem.fault),
        Kind::Attribute(fault) => attribute(fault),
        Kind::Refused(message) if message.trim().is_empty() => {
            "The platform refused this without a reason. Check it and try again.".to_owned()
        }
        Kind::Refused(message) => format!("The platform refused this and says: {message}"),
    };
    match &problem.field {
        Field::HeadersJson(place) => {
            format!("Line {}, column {}: {said}", place.line, place.column)
        }
        _ => said,
    }
}

/// The fix for a problem, where one is known.
pub fn fix(problem: &Problem) -> Option<Fix> {
    let replacement = match &problem.kind {
        Kind::Event(EventFault::WhiteSpace { corrected }) => corrected,
        Kind::Endpoint(EndpointProblem { corrected, .. }) => corrected,
        // In the JSON view the field is the whole text, which a corrected name cannot replace.
        Kind::Header(HeaderFault::Name(NameFault::NotAToken { corrected, .. }))
            if matches!(problem.field, Field::HeaderName(_)) =>
        {
            corrected
        }
        _ => return None,
    };
    let replacement = replacement.clone()?;
    let label = format!("Use {replacement}");
    Some(Fix { label, replacement })
}

fn event(fault: &EventFault) -> String {
    match fault {
        EventFault::Missing => {
            "No event is chosen. Choose one, or type its technical name.".to_owned()
        }
        EventFault::NotOne(found) => format!(
            "{found} events are chosen, but a subscription of this platform has exactly one. Keep one, and create a subscription for each of the others."
        ),
        EventFault::WhiteSpace { .. } => {
            "An event type has no spaces, line breaks or control characters. Remove them."
                .to_owned()
        }
        EventFault::TooLong(found) => format!(
            "This event type has {found} characters; at most {LONGEST_EVENT} are allowed. Shorten it."
        ),
        EventFault::Repeated => "This event is chosen twice. Remove one of the two.".to_owned(),
    }
}

fn attribute(fault: &AttributeFault) -> String {
    match fault {
        AttributeFault::Missing => {
            "Fill in this field as well, or empty the whole group.".to_owned()
        }
        AttributeFault::NotAPath { path } => format!(
            "{path} is not a relationship path: use lower case letters and _, with a dot between the steps, such as line_items.line_item_options."
        ),
        AttributeFault::NotJson { line, column } => {
            format!("This is not valid JSON: line {line}, column {column}.")
        }
        AttributeFault::NotAnObject => {
            "This must be a JSON object, such as {\"team\": \"logistics\"}.".to_owned()
        }
    }
}
