//! The body of a reply as JSON, whatever the protocol.

use serde_json::Value;

use super::{ApiError, Reply, Unreadable};
use crate::subscription::json;

impl Reply {
    /// Says what stands in its place when it is no JSON.
    pub(super) fn json(&self) -> Result<Value, ApiError> {
        let text = self.body.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Err(self.unreadable(Unreadable::Empty));
        }
        if text.starts_with('<') {
            return Err(self.unreadable(Unreadable::Html));
        }
        json::parse(text).map_err(|_| self.unreadable(Unreadable::NotJson))
    }

    pub(super) const fn unreadable(&self, what: Unreadable) -> ApiError {
        ApiError::Unreadable {
            status: self.status,
            what,
        }
    }
}
