//! The shared validation module: a draft becomes a valid value, or all its problems.
//!
//! Every way in (form, import, replace) passes here before anything is sent. A problem is data: its sentence and its
//! fix are made in `text::problem`. What exists already is only flagged: see [`flags`].

mod address;
mod attribute;
mod correction;
mod deviation;
mod endpoint;
mod event;
mod header_json;
mod header_name;
mod header_value;
pub mod headers;
mod host;
mod place;
mod problem;
mod punycode;
mod url;

use crate::subscription::{Attributes, Draft, Subscription};

pub use crate::subscription::json::Syntax;
pub use address::{BLOCKS, Block, SpecialAddress};
pub use attribute::{AttributeFault, AttributeRule, Need};
pub use endpoint::{Endpoint, EndpointFault, EndpointProblem, LONGEST_ENDPOINT, endpoint, flags};
pub use event::{EventFault, EventRule, LONGEST_EVENT};
pub use header_json::{Found, JsonFault, JsonProblem};
pub use header_name::{LONGEST_NAME, NameFault, Reserved};
pub use header_value::{LONGEST_VALUE, ValueFault};
pub use headers::{HeaderFault, HeaderRule, Headers};
pub use host::{HostFault, PRIVATE_ZONES, Zone, ZoneKind};
pub use place::Place;
pub use problem::{Field, Kind, Problem};

/// What the platform of the draft allows.
#[derive(Clone, Debug)]
pub struct Rules {
    pub events: EventRule,
    pub headers: HeaderRule,
    pub attributes: Vec<AttributeRule>,
    /// The subscription that is edited: its endpoint and attributes may stay as they are while something else changes.
    pub existing: Option<Subscription>,
}

/// A draft that may be sent: exactly these events, this address and these headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Valid {
    pub events: Vec<String>,
    pub endpoint: Endpoint,
    pub headers: Headers,
    pub attributes: Attributes,
}

/// Letters of the shortest value that is looked for in a platform's words: a shorter one could be a part of any.
const SHORTEST: usize = 4;

impl Valid {
    /// Takes header values and authentication out of a platform's words: they are shown and noted, and may repeat what was
    /// sent. The longest goes first, for another may be a part of it.
    pub fn hide_in(&self, words: &mut String) {
        let attributes = self.attributes.iter();
        let authentication = attributes.filter(|(attribute, _)| attribute.is_secret());
        let values = self
            .headers
            .iter()
            .chain(authentication.map(|(_, value)| ("", value)));
        let mut secrets: Vec<&str> = values.map(|(_, value)| value).collect();
        secrets.retain(|secret| secret.len() >= SHORTEST);
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        for secret in secrets {
            *words = words.replace(secret, "[secret]");
        }
    }
}

/// Judges a whole draft. All problems come back at once, in the order of the fields in the form.
pub fn validate(draft: &Draft, rules: &Rules) -> Result<Valid, Vec<Problem>> {
    let events = event::check(&draft.events, rules.events);
    let existing = rules.existing.as_ref();
    let endpoint = match existing.and_then(|existing| existing.endpoint.as_ref()) {
        Some(existing) if *existing == draft.endpoint => Ok(Endpoint::existing(existing)),
        _ => endpoint(&draft.endpoint),
    };
    let headers = headers::check(&draft.headers, rules.headers);
    let attributes = attribute::check(&draft.attributes, rules);
    match (events, endpoint, headers, attributes) {
        (Ok(events), Ok(endpoint), Ok(headers), Ok(attributes)) => Ok(Valid {
            events,
            endpoint,
            headers,
            attributes,
        }),
        (events, endpoint, headers, attributes) => {
            let mut problems: Vec<Problem> = events.err().unwrap_or_default();
            let at_endpoint = |problem| Problem::new(Field::Endpoint, Kind::Endpoint(problem));
            let endpoint = endpoint.err().unwrap_or_default();
            problems.extend(endpoint.into_iter().map(at_endpoint));
            problems.extend(headers.err().unwrap_or_default());
            problems.extend(attributes.err().unwrap_or_default());
            Err(problems)
        }
    }
}
