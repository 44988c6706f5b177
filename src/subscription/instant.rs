//! A moment in time, as platforms and browsers both count it.

use serde_json::Value;

use super::kept::WrongShape;

/// Milliseconds since 1970, UTC. How it is written for a person is decided in `text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub u64);

impl Instant {
    /// Milliseconds from `earlier` to this moment; zero when `earlier` is later.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// A member of a kept object that must be a moment.
    pub fn recall(value: &Value, name: &str) -> Result<Self, WrongShape> {
        value
            .get(name)
            .and_then(Value::as_u64)
            .map(Self)
            .ok_or(WrongShape)
    }
}
