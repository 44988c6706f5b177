//! A subscription as a person is typing it: strings only, nothing checked yet.

use super::{Attributes, Secret};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeadersDraft {
    Rows(Vec<HeaderRow>),
    /// Values and all, so it is as secret as they are.
    Json(Secret),
}

/// One row of the headers editor. A row whose name and value are both empty is not a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderRow {
    pub name: String,
    pub value: Secret,
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
                rows.iter_mut()
                    .for_each(|row| row.value = Secret::default());
                HeadersDraft::Rows(rows)
            }
            HeadersDraft::Json(_) => HeadersDraft::default(),
        };
        self.attributes.forget_secrets();
    }
}
