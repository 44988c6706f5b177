//! Everything that can stand between a request and its answer, as one closed set.

use super::TransportError;
use crate::validation::{Field, Valid};

/// Why a request did not give what was asked for, and what the platform said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No reply at all.
    Transport(TransportError),
    /// A reply in which the platform refuses.
    Refused(Box<Refusal>),
    /// A reply that says neither yes nor no.
    Unreadable { status: u16, what: Unreadable },
}

/// A refusal in the platform's own words. The raw code and message are always shown beside ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub cause: Cause,
    pub status: u16,
    pub code: Option<String>,
    /// Verbatim, but for a code that stood in front of it.
    pub message: String,
    /// What it says of single fields of the form, verbatim.
    pub fields: Vec<(Field, String)>,
}

/// What a refusal means, where the contract says so (HappyColis contract, section 7.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The token is missing, expired or not accepted.
    Token,
    /// The token lacks a permission; the scope where the message names it.
    Scope { scope: Option<String> },
    /// The token is of another kind, or the subscription belongs to another application or access mode.
    OtherMode,
    /// The role behind the token does not allow this (Commerce Layer contract, section 8.1).
    Role,
    /// What was asked for is not there.
    NotFound,
    /// A subscription to this event exists already.
    Conflict,
    /// Something that must be unique is not; the platform does not say what (Commerce Layer contract, section 8.6).
    NotUnique,
    /// The platform finds the endpoint at fault.
    Endpoint,
    /// The platform finds the event at fault.
    Event,
    /// The platform finds fields at fault, and names them (Commerce Layer contract, section 8.3).
    Fields,
    /// The platform holds this very thing locked (Commerce Layer contract, section 8.6; RFC 4918, section 11.3).
    Locked,
    /// The server understood, and does not let it happen; it need not be the token's fault (RFC 9110, section 15.5.4). No
    /// contract says what a platform means by it, and Commerce Layer's own API never sends it.
    Forbidden,
    /// It conflicts with the present state of what was asked for (RFC 9110, section 15.5.10). No contract says with what.
    Clash,
    /// The server read it, and cannot carry it out (RFC 9110, section 15.5.21). Nothing says which part is at fault.
    Unprocessable,
    /// The application does not exist any more, or is not installed (ikas contract, section 7).
    App,
    /// The platform finds the headers at fault.
    Headers,
    /// Too many requests; seconds to wait where it was said.
    RateLimit { retry_after: Option<u32> },
    /// The operation or its arguments are unknown to the server.
    Schema,
    /// A failure of the platform itself: whether it did what was asked is not known.
    Server,
    /// A refusal that no contract describes.
    Other,
}

/// What was wrong with a reply that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Empty,
    Html,
    NotJson,
    /// JSON, but without the field that the operation returns.
    NoResult,
    /// A result, but of another event than was asked for.
    Another,
}

impl Refusal {
    /// Takes what is secret of a draft out of the words about it.
    pub fn hide(&mut self, valid: &Valid) {
        valid.hide_in(&mut self.message);
        for (_, words) in &mut self.fields {
            valid.hide_in(words);
        }
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl ApiError {
    /// Whether it is certain that a write was **not** carried out.
    ///
    /// A refusal is an answer; everything else leaves it open, for the answer may have been lost after the deed.
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Refused(refusal) => !matches!(refusal.cause, Cause::Server),
            Self::Transport(error) => {
                matches!(
                    error,
                    TransportError::Offline | TransportError::Policy | TransportError::Locked
                )
            }
            Self::Unreadable { .. } => false,
        }
    }

    pub fn cause(&self) -> Option<&Cause> {
        match self {
            Self::Refused(refusal) => Some(&refusal.cause),
            Self::Transport(_) | Self::Unreadable { .. } => None,
        }
    }
}
