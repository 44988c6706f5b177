//! A moment in time, as platforms and browsers both count it.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970, UTC. How it is written for a person is decided in `text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub u64);

impl Instant {
    /// Milliseconds from `earlier` to this moment; zero when `earlier` is later.
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}
