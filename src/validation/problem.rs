//! A problem as data: which field, what is wrong.

use super::{AttributeFault, EndpointProblem, EventFault, HeaderFault, JsonProblem, Place};
use crate::subscription::Attribute;

/// One thing that stops a draft from being sent. It never holds a header value, so it may be shown and logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub field: Field,
    pub kind: Kind,
}

/// Where a problem stands. Rows and events are counted from zero, as in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The choice of events as a whole.
    Events,
    Event(usize),
    Endpoint,
    /// The headers as a whole, whichever view is in use.
    Headers,
    HeaderName(usize),
    HeaderValue(usize),
    /// A place in the text of "Headers as JSON".
    HeadersJson(Place),
    Attribute(Attribute),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Event(EventFault),
    Endpoint(EndpointProblem),
    Header(HeaderFault),
    Json(JsonProblem),
    Attribute(AttributeFault),
    /// The platform refused this field; its own words, shown verbatim.
    Refused(String),
}

impl Problem {
    pub const fn new(field: Field, kind: Kind) -> Self {
        Self { field, kind }
    }

    /// A stable name for this kind of problem, in kebab-case.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            Kind::Event(fault) => fault.code(),
            Kind::Endpoint(problem) => problem.code(),
            Kind::Header(fault) => fault.code(),
            Kind::Json(problem) => problem.code(),
            Kind::Attribute(fault) => fault.code(),
            Kind::Refused(_) => "refused-by-platform",
        }
    }
}
