//! What each platform says on the wire, without doing any of it: build a request, read a reply.

mod answer;
mod capabilities;
mod error;
mod exchange;
pub mod graphql;
pub mod happycolis;

pub use answer::{Answered, Removed};
pub use capabilities::{Capabilities, Change, ListSource, capabilities};
pub use error::{ApiError, Cause, Refusal, Unreadable};
pub use exchange::{Purpose, Reply, Request, TransportError};

use crate::subscription::{Access, Connection, Instant, Listing, Subscription};
use crate::validation::{Rules, Valid};

/// What a first request proved. The rest shows with the first write (HappyColis contract, section 1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The list was read: address, token and the right to read are good.
    List(Answered<Listing>),
    /// The address answered an authenticated query and did not refuse the token.
    Token,
}

/// What validation must know of the platform before it judges a draft.
pub fn rules(access: &Access) -> Rules {
    match access {
        Access::HappyColis { .. } => happycolis::rules(),
    }
}

/// The cheapest authenticated request that proves what can be proven.
pub fn prove(connection: &Connection) -> Request {
    match &connection.access {
        Access::HappyColis { integration, .. } => match integration {
            Some(id) => happycolis::list(&connection.api, id),
            None => happycolis::prove(&connection.api),
        },
    }
}

pub fn read_proof(access: &Access, reply: &Reply, now: Instant) -> Result<Proof, ApiError> {
    match access {
        Access::HappyColis {
            integration: Some(_),
            ..
        } => happycolis::read_list(reply, now).map(Proof::List),
        Access::HappyColis {
            integration: None, ..
        } => happycolis::read_proof(reply).map(|()| Proof::Token),
    }
}

/// The request that reads all subscriptions, where the platform documents one.
pub fn list(connection: &Connection) -> Option<Request> {
    match &connection.access {
        Access::HappyColis { integration, .. } => integration
            .as_deref()
            .map(|id| happycolis::list(&connection.api, id)),
    }
}

pub fn read_list(
    access: &Access,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Listing>, ApiError> {
    match access {
        Access::HappyColis { .. } => happycolis::read_list(reply, now),
    }
}

pub fn create(connection: &Connection, valid: &Valid) -> Request {
    match connection.access {
        Access::HappyColis { mode, .. } => happycolis::create(&connection.api, mode, valid),
    }
}

pub fn read_created(
    access: &Access,
    reply: &Reply,
    now: Instant,
) -> Result<Answered<Subscription>, ApiError> {
    match *access {
        Access::HappyColis { mode, .. } => happycolis::read_created(mode, reply, now),
    }
}

pub fn remove(connection: &Connection, id: &str) -> Request {
    match connection.access {
        Access::HappyColis { mode, .. } => happycolis::remove(&connection.api, mode, id),
    }
}

pub fn read_removed(access: &Access, reply: &Reply) -> Result<Removed, ApiError> {
    match *access {
        Access::HappyColis { mode, .. } => happycolis::read_removed(mode, reply),
    }
}
