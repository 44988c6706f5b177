//! The shared validation module: a draft becomes a valid value, or all its problems.
//!
//! Every way in (form, import, replace) passes here before anything is sent. A problem is data: its sentence and its
//! fix are made in `text::problem`. What exists already is only flagged: see [`flags`].

mod address;
mod correction;
#[cfg(target_arch = "wasm32")]
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
#[cfg(target_arch = "wasm32")]
mod punycode;
mod url;

use crate::subscription::Draft;

pub use crate::subscription::json::Syntax;
pub use address::{BLOCKS, Block, SpecialAddress};
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
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    pub events: EventRule,
    pub headers: HeaderRule,
}

/// A draft that may be sent: exactly these events, this address and these headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Valid {
    pub events: Vec<String>,
    pub endpoint: Endpoint,
    pub headers: Headers,
}

/// Judges a whole draft. All problems come back at once, in the order of the fields in the form.
pub fn validate(draft: &Draft, rules: &Rules) -> Result<Valid, Vec<Problem>> {
    let events = event::check(&draft.events, rules.events);
    let endpoint = endpoint(&draft.endpoint);
    let headers = headers::check(&draft.headers, rules.headers);
    match (events, endpoint, headers) {
        (Ok(events), Ok(endpoint), Ok(headers)) => Ok(Valid {
            events,
            endpoint,
            headers,
        }),
        (events, endpoint, headers) => {
            let mut problems: Vec<Problem> = events.err().unwrap_or_default();
            let at_endpoint = |problem| Problem::new(Field::Endpoint, Kind::Endpoint(problem));
            problems.extend(
                endpoint
                    .err()
                    .unwrap_or_default()
                    .into_iter()
                    .map(at_endpoint),
            );
            problems.extend(headers.err().unwrap_or_default());
            Err(problems)
        }
    }
}
