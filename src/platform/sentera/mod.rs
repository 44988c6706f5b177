//! Sentera: GraphQL, no documented list, so its schema is asked for one (Sentera contract).

mod candidate;
mod delivery;
mod discovery;
mod errors;
mod health;
mod payload;
mod query;
mod schema;
mod wire;

pub use delivery::read_deliveries;
pub use discovery::{learn, read_learned};
pub use health::{outcome, reading};
pub use query::{deliveries, list};
pub use wire::{
    read_created, read_list, read_organizations, read_proof, read_removed, read_updated,
};

use serde_json::Value;

use super::events::grouped;
use super::{EventGroup, Learned, Purpose, Request, graphql};
use crate::subscription::kept::object;
use crate::subscription::{Attribute, Subscription};
use crate::validation::{AttributeRule, EventRule, HeaderRule, Need, Rules, Valid};

const ORGANIZATIONS: &str = include_str!("../../../schema/sentera/own/organizations.graphql");
const CREATE: &str = include_str!("../../../schema/sentera/create.variables.graphql");
const UPDATE: &str = include_str!("../../../schema/sentera/own/update.graphql");
const DELETE: &str = include_str!("../../../schema/sentera/own/delete.graphql");

/// The documented types (section 4).
const EVENTS: &str = "\
FEATURE_SET: CREATED
TASK: MODIFIED";

/// The callback authentication is set at creation only, where its fields are known (section 3.6, rule 4).
pub fn rules(learned: &Learned, edits: bool) -> Rules {
    let fields = learned.authentication.iter().flatten().filter(|_| !edits);
    let attributes = fields.map(|field| AttributeRule {
        attribute: Attribute::Authentication(field.name.clone()),
        need: if field.required {
            Need::Together
        } else {
            Need::Optional
        },
    });
    Rules {
        events: EventRule::Several,
        headers: HeaderRule::NotOffered,
        attributes: attributes.collect(),
        existing: None,
    }
}

pub fn events(learned: &Learned) -> Vec<EventGroup> {
    match &learned.events {
        Some(found) => vec![found.clone()],
        None => grouped(EVENTS, "_"),
    }
}

/// Asks for the connection's own organization: whether it is there, and the token good.
pub fn prove(api: &str, organization: &str) -> Request {
    ask_organizations(api, Some(vec![organization.into()]))
}

/// The organizations of a token, to choose one from: the first hundred. Who has more types the id.
pub fn organizations(api: &str) -> Request {
    ask_organizations(api, None)
}

fn ask_organizations(api: &str, ids: Option<Vec<Value>>) -> Request {
    let variables = object(&mut [("ids", ids.map(Into::into))]);
    graphql::request(api, Purpose::Read, ORGANIZATIONS, variables)
}

pub fn create(api: &str, organization: &str, valid: &Valid) -> Request {
    let fields = valid
        .attributes
        .iter()
        .filter_map(|(attribute, text)| match attribute {
            Attribute::Authentication(name) => Some((name.as_str(), Some(text.into()))),
            _ => None,
        });
    let mut authentication: Vec<(&str, Option<Value>)> = fields.collect();
    let variables = object(&mut [
        ("organization", Some(organization.into())),
        ("url", Some(valid.endpoint.href().into())),
        ("events", Some(valid.events.clone().into())),
        (
            "authentication",
            (!authentication.is_empty()).then(|| object(&mut authentication)),
        ),
    ]);
    graphql::request(api, Purpose::Write, CREATE, variables)
}

/// Sends what differs. Event types are replaced as a set, and one of the two must be there (section 3.2): an edit that
/// changes nothing sends the endpoint, which changes nothing either.
pub fn update(api: &str, old: &Subscription, valid: &Valid) -> Request {
    let endpoint = valid.endpoint.href();
    let is_in =
        |events: &[String], others: &[String]| events.iter().all(|event| others.contains(event));
    let same_events = is_in(&old.events, &valid.events) && is_in(&valid.events, &old.events);
    let same_endpoint = old.endpoint.as_deref() == Some(endpoint);
    let variables = object(&mut [
        ("id", Some(old.id.as_str().into())),
        (
            "url",
            (same_events || !same_endpoint).then(|| endpoint.into()),
        ),
        (
            "events",
            (!same_events).then(|| valid.events.clone().into()),
        ),
    ]);
    graphql::request(api, Purpose::Write, UPDATE, variables)
}

/// At most 100 ids (section 8).
pub fn remove(api: &str, organization: &str, ids: &[&str]) -> Request {
    let variables = object(&mut [
        ("organization", Some(organization.into())),
        ("ids", Some(ids.into())),
    ]);
    graphql::request(api, Purpose::Write, DELETE, variables)
}
