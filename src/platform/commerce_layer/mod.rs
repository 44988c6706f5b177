//! Commerce Layer: JSON:API, 25 a page, changed in place, with deliveries (Commerce Layer contract).

mod delivery;
mod errors;
mod health;
mod request;
mod topics;
mod wire;

pub use delivery::read_deliveries;
pub use health::reading;
pub use request::{act, create, deliveries, list, one, remove, secret, update};
pub use topics::{events, suggestions};
pub use wire::{is_gone, read_list, read_one, read_removed, read_secret};

use crate::subscription::Attribute;
use crate::validation::{AttributeRule, EventRule, HeaderRule, Need, Rules};

/// A webhook has one topic, and the platform alone decides what headers it sends (section 3). A webhook that exists is
/// disabled by a button of its own.
pub fn rules(edits: bool) -> Rules {
    let mut attributes = vec![
        Attribute::Name,
        Attribute::IncludeResources,
        Attribute::Reference,
        Attribute::ReferenceOrigin,
        Attribute::Metadata,
    ];
    if !edits {
        attributes.push(Attribute::CreateDisabled);
    }
    let optional = |attribute| AttributeRule {
        attribute,
        need: Need::Optional,
    };
    Rules {
        events: EventRule::One,
        headers: HeaderRule::NotOffered,
        attributes: attributes.into_iter().map(optional).collect(),
        existing: None,
    }
}

/// The attributes that a form shows, by the names that Commerce Layer gives them (section 3).
const ATTRIBUTES: [(Attribute, &str); 5] = [
    (Attribute::Name, "name"),
    (Attribute::IncludeResources, "include_resources"),
    (Attribute::Reference, "reference"),
    (Attribute::ReferenceOrigin, "reference_origin"),
    (Attribute::Metadata, "metadata"),
];
