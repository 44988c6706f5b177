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

    /// Seconds to wait before the next request, where the platform names them: in the header, or in the body
    /// (ikas contract, section 8). Zero is no promise (Commerce Layer contract, section 8.5).
    pub fn told_wait(&self) -> Option<u32> {
        let in_body = || {
            let seconds = self.json().ok()?.get("retryAfter")?.as_f64()?;
            Some(seconds.ceil() as u32)
        };
        let told = self.retry_after.filter(|seconds| *seconds > 0);
        told.or_else(in_body).filter(|seconds| *seconds > 0)
    }

    pub(super) const fn unreadable(&self, what: Unreadable) -> ApiError {
        ApiError::Unreadable {
            status: self.status,
            what,
        }
    }
}
