//! A request to be made and a reply to be read, as plain data: only `transport` performs them.

use std::fmt;

/// One request with a JSON body, or with none, to an API address or a path below it.
///
/// `Debug` leaves the body out: it can carry header values.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    pub method: Method,
    pub media: Media,
    pub url: String,
    /// Empty where the method has none.
    pub body: String,
    pub purpose: Purpose,
    /// Whether the platform counts failed calls against the app (ikas contract, section 8): then no request is sent that
    /// nobody asked for, neither to find out why one failed, nor a second time before a wait that the platform named.
    pub counted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Patch,
    Delete,
}

/// What is sent and accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    Json,
    /// Commerce Layer contract, section 1: anything else is refused with 406 or 415.
    JsonApi,
}

impl Media {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::JsonApi => "application/vnd.api+json",
        }
    }
}

/// What a request does to the platform: the difference decides what an unknown outcome means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Read,
    Write,
}

/// What came back, whatever it was.
///
/// `Debug` leaves the body out: it can carry a secret (Commerce Layer contract, section 0, point 6).
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    /// Seconds; absent when the platform sent none or does not let a browser read it.
    pub retry_after: Option<u32>,
    pub body: String,
}

/// Why there is no reply. A browser hides the reason of a failed fetch; `transport` finds out what can be found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The browser says that it has no network.
    Offline,
    /// Nothing answered at the address.
    Unreachable,
    /// The host answers, but does not let this page read its answer (CORS).
    Blocked,
    /// Nothing answered that this page may read. Whether the host is dead or refuses the page was not asked.
    Hidden,
    /// The console's own content security policy does not name the address.
    Policy,
    /// The connection is locked: its token was forgotten, so nothing was sent.
    Locked,
    /// No answer within the time limit of `config.json`.
    Timeout { ms: u32 },
    /// The answer broke off.
    Broken,
    /// The page that wanted the answer was left.
    Aborted,
}

impl fmt::Debug for Request {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("purpose", &self.purpose)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Reply")
            .field("status", &self.status)
            .field("retry_after", &self.retry_after)
            .finish_non_exhaustive()
    }
}
