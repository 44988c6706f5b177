//! What each platform says on the wire, without doing any of it: build a request, read a reply.

mod answer;
mod body;
mod capabilities;
pub mod commerce_layer;
mod error;
mod events;
mod exchange;
pub mod graphql;
pub mod happycolis;
pub mod ikas;
mod learned;
pub mod sentera;

pub use answer::{Answered, Removed};
pub use capabilities::{Action, Capabilities, Change, ListSource, Overlap, capabilities};
pub use error::{ApiError, Cause, Refusal, Unreadable};
pub use events::{EventGroup, Listed};
pub use exchange::{Media, Method, Purpose, Reply, Request, TransportError};
pub use learned::{
    Candidate, Choice, DateFields, EventFields, InputField, Learned, ListPath, ListPlace,
    SinglePath, Stage,
};

use crate::subscription::{
    Access, Connection, Deliveries, DeliveryFilter, Instant, Listing, Secret, Subscription,
};
use crate::validation::{Rules, Valid};

/// What a first request proved. The rest shows with the first write (HappyColis contract, section 1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The list was read: address, token and the right to read are good.
    List(Answered<Listing>),
    /// The address answered an authenticated query and did not refuse the token.
    Token,
}

/// What validation must know of the platform before it judges a draft, and of the subscription that is edited.
pub fn rules(access: &Access, learned: &Learned, edited: Option<&Subscription>) -> Rules {
    let mut rules = match access {
        Access::HappyColis { .. } => happycolis::rules(),
        Access::Ikas { .. } => ikas::rules(),
        Access::CommerceLayer { .. } => commerce_layer::rules(edited.is_some()),
        Access::Sentera { .. } => sentera::rules(learned, edited.is_some()),
    };
    rules.existing = edited.cloned();
    rules
}

/// The event types to choose from; free text is allowed beside them.
pub fn events(access: &Access, learned: &Learned) -> Vec<EventGroup> {
    match access {
        Access::HappyColis { .. } => happycolis::events(),
        Access::Ikas { version } => ikas::events(*version),
        Access::CommerceLayer { .. } => commerce_layer::events(),
        Access::Sentera { .. } => sentera::events(learned),
    }
}

/// Whether two types mean the same event.
pub fn same_event(access: &Access, one: &str, other: &str) -> bool {
    match access {
        Access::HappyColis { .. } => happycolis::same_event(one, other),
        _ => one == other,
    }
}

/// The cheapest authenticated request that proves what can be proven.
pub fn prove(connection: &Connection) -> Request {
    let api = &connection.api;
    match &connection.access {
        Access::HappyColis { integration, .. } => match integration {
            Some(id) => happycolis::list(api, id),
            None => happycolis::prove(api),
        },
        Access::Ikas { .. } => ikas::list(api),
        Access::CommerceLayer { .. } => commerce_layer::list(api, 1),
        Access::Sentera { organization, .. } => sentera::prove(api, organization),
    }
}

pub fn read_proof(access: &Access, reply: &Reply, now: Instant) -> Result<Proof, ApiError> {
    match access {
        Access::HappyColis {
            integration: None, ..
        } => happycolis::read_proof(reply).map(|()| Proof::Token),
        Access::Sentera { organization, .. } => {
            sentera::read_proof(organization, reply).map(|()| Proof::Token)
        }
        _ => read_list(access, &Learned::default(), 1, reply, now).map(Proof::List),
    }
}

/// The next question to the platform's own schema, after connecting and with every refresh; nothing when all is known.
pub fn learn(connection: &Connection, learned: &Learned) -> Option<Request> {
    match connection.access {
        Access::Sentera { .. } => sentera::learn(&connection.api, learned),
        _ => None,
    }
}

/// What the answer adds. A refusal adds nothing: the documented lists then hold.
pub fn read_learned(reply: &Reply, learned: Learned) -> Learned {
    sentera::read_learned(reply, learned)
}

/// Whether the answer to such a question refuses the token itself.
pub fn refused_token(reply: &Reply) -> Option<ApiError> {
    let error = graphql::answer(reply).err()?;
    (error.cause() == Some(&Cause::Token)).then_some(error)
}

/// The request that reads one page of all subscriptions, counted from 1, where the platform has a list.
pub fn list(connection: &Connection, learned: &Learned, page: u32) -> Option<Request> {
    let api = &connection.api;
    match &connection.access {
        Access::HappyColis { integration, .. } => {
            integration.as_deref().map(|id| happycolis::list(api, id))
        }
        Access::Ikas { .. } => Some(ikas::list(api)),
        Access::CommerceLayer { .. } => Some(commerce_layer::list(api, page)),
        Access::Sentera { organization, .. } => {
            let path = learned.list.as_ref()?;
            Some(sentera::list(api, organization, learned, path, page))
        }
    }
}

pub fn read_list(
    access: &Access,
    learned: &Learned,
    page: u32,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Listing>, ApiError> {
    match access {
        Access::HappyColis { .. } => happycolis::read_list(reply, now),
        Access::Ikas { .. } => ikas::read_list(reply, now),
        Access::CommerceLayer { .. } => commerce_layer::read_list(page, reply, now),
        Access::Sentera { .. } => sentera::read_list(learned, page, reply, now),
    }
}

pub fn create(connection: &Connection, valid: &Valid) -> Request {
    let api = &connection.api;
    match &connection.access {
        Access::HappyColis { mode, .. } => happycolis::create(api, *mode, valid),
        Access::Ikas { version } => ikas::save(api, *version, valid),
        Access::CommerceLayer { .. } => commerce_layer::create(api, valid),
        Access::Sentera { organization, .. } => sentera::create(api, organization, valid),
    }
}

/// What a creation answered with: one subscription, or one for every event.
pub fn read_created(
    access: &Access,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Vec<Subscription>>, ApiError> {
    match access {
        Access::HappyColis { mode, .. } => happycolis::read_created(*mode, reply, now)
            .map(|answered| answered.map(|one| vec![one])),
        Access::Ikas { version } => ikas::read_saved(*version, reply, now),
        Access::CommerceLayer { .. } => {
            commerce_layer::read_one(reply, now).map(|one| one.map(|one| vec![one]))
        }
        Access::Sentera { .. } => {
            sentera::read_created(reply, now).map(|one| one.map(|one| vec![one]))
        }
    }
}

/// Changes a subscription in place; only what differs is sent.
pub fn update(connection: &Connection, old: &Subscription, valid: &Valid) -> Option<Request> {
    let api = &connection.api;
    match connection.access {
        Access::CommerceLayer { .. } => Some(commerce_layer::update(api, old, valid)),
        Access::Sentera { .. } => Some(sentera::update(api, old, valid)),
        Access::HappyColis { .. } | Access::Ikas { .. } => None,
    }
}

/// Switches a subscription; Commerce Layer alone can.
pub fn act(connection: &Connection, id: &str, action: Action) -> Option<Request> {
    match connection.access {
        Access::CommerceLayer { .. } => Some(commerce_layer::act(&connection.api, id, action)),
        _ => None,
    }
}

/// Reads one subscription, where the platform can.
pub fn one(connection: &Connection, id: &str) -> Option<Request> {
    match connection.access {
        Access::CommerceLayer { .. } => Some(commerce_layer::one(&connection.api, id)),
        _ => None,
    }
}

/// The subscription that an update, a switch or a single read answered with.
pub fn read_one(
    access: &Access,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Subscription>, ApiError> {
    match access {
        Access::Sentera { .. } => sentera::read_updated(reply, now),
        _ => commerce_layer::read_one(reply, now),
    }
}

/// Whether the answer to a read of one subscription says that it is not there.
pub fn is_gone(error: &ApiError) -> bool {
    commerce_layer::is_gone(error)
}

pub fn remove(connection: &Connection, target: &Subscription) -> Request {
    let api = &connection.api;
    match &connection.access {
        Access::HappyColis { mode, .. } => happycolis::remove(api, *mode, &target.id),
        Access::Ikas { version } => ikas::remove(api, *version, &target.events),
        Access::CommerceLayer { .. } => commerce_layer::remove(api, &target.id),
        Access::Sentera { organization, .. } => sentera::remove(api, organization, &[&target.id]),
    }
}

pub fn read_removed(
    access: &Access,
    target: &Subscription,
    reply: &Reply,
) -> Result<Removed, ApiError> {
    match access {
        Access::HappyColis { mode, .. } => happycolis::read_removed(*mode, reply),
        Access::Ikas { .. } => ikas::read_removed(reply),
        Access::CommerceLayer { .. } => commerce_layer::read_removed(reply),
        Access::Sentera { .. } => sentera::read_removed(&target.id, reply),
    }
}

/// One page of the deliveries of a subscription, counted from 1, where the platform lets them be read.
pub fn deliveries(
    connection: &Connection,
    learned: &Learned,
    id: &str,
    filter: &DeliveryFilter,
    page: u32,
) -> Option<Request> {
    let api = &connection.api;
    match &connection.access {
        Access::CommerceLayer { .. } => Some(commerce_layer::deliveries(api, id, page)),
        Access::Sentera { organization, .. } => {
            sentera::deliveries(api, organization, learned, id, filter, page)
        }
        Access::HappyColis { .. } | Access::Ikas { .. } => None,
    }
}

pub fn read_deliveries(
    access: &Access,
    id: &str,
    page: u32,
    reply: &Reply,
) -> Result<Answered<Deliveries>, ApiError> {
    match access {
        Access::Sentera { .. } => sentera::read_deliveries(id, page, reply),
        // A document of JSON:API has data or errors, never both.
        _ => commerce_layer::read_deliveries(page, reply).map(Answered::without_warning),
    }
}

/// The secret that a platform signs its deliveries with, where it shows it.
pub fn secret(connection: &Connection, id: &str) -> Option<Request> {
    match connection.access {
        Access::CommerceLayer { .. } => Some(commerce_layer::secret(&connection.api, id)),
        _ => None,
    }
}

pub fn read_secret(reply: &Reply) -> Result<Secret, ApiError> {
    commerce_layer::read_secret(reply)
}

/// What a form can offer to choose from: the organizations of a token, or the sales channels of a store.
pub fn choices(access: &Access, api: &str) -> Option<Request> {
    match access {
        Access::Ikas { .. } => Some(ikas::channels(api)),
        Access::Sentera { .. } => Some(sentera::organizations(api)),
        _ => None,
    }
}

pub fn read_choices(access: &Access, reply: &Reply) -> Result<Answered<Vec<Choice>>, ApiError> {
    match access {
        Access::Sentera { .. } => sentera::read_organizations(reply),
        _ => ikas::read_channels(reply),
    }
}
