//! A subscription as a person is typing it: strings only, nothing checked yet.

use std::fmt;

use super::Attributes;

/// What a person has typed into New, Replace or Edit subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Technical event types, in the order chosen; free text is allowed.
    pub events: Vec<String>,
    pub endpoint: String,
    pub headers: HeadersDraft,
    pub attributes: Attributes,
}

/// Custom headers as typed. Only the text of the view in use counts when the draft is sent.
#[derive(Clone, PartialEq, Eq)]
pub enum HeadersDraft {
    Rows(Vec<HeaderRow>),
    Json(String),
}

/// One row of the headers editor. A row whose name and value are both empty is not a header.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HeaderRow {
    pub name: String,
    pub value: String,
}

impl Default for HeadersDraft {
    fn default() -> Self {
        Self::Rows(Vec::new())
    }
}

impl Draft {
    /// Keeps what is no secret: the names of headers without their values, and no authentication.
    pub fn forget_secrets(&mut self) {
        self.headers = match std::mem::take(&mut self.headers) {
            HeadersDraft::Rows(mut rows) => {
                rows.iter_mut().for_each(|row| row.value.clear());
                HeadersDraft::Rows(rows)
            }
            HeadersDraft::Json(_) => HeadersDraft::default(),
        };
        self.attributes.forget_secrets();
    }
}

/// Header values are secrets: the names may be printed, the values never.
impl fmt::Debug for HeaderRow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: [redacted]", self.name)
    }
}

impl fmt::Debug for HeadersDraft {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rows(rows) => out.debug_tuple("Rows").field(rows).finish(),
            Self::Json(_) => out.write_str("Json([redacted])"),
        }
    }
}
