//! When the console locks itself.

use super::storage::{Storage, StorageError};
use crate::subscription::{Instant, digits};

/// Minutes without a press after which it does, to choose from.
pub const CHOICES: [u32; 5] = [5, 15, 30, 60, 240];

/// Unless another choice was made.
const DEFAULT: u32 = 30;

/// When somebody last pressed or typed something, in any tab; milliseconds since 1970.
pub const ACTIVE: &str = "pegboard.active";

const LOCK_AFTER: &str = "pegboard.lock-after";

/// The choice of this browser, in minutes.
pub fn minutes(storage: &dyn Storage) -> u32 {
    let kept = storage.get(LOCK_AFTER).ok().flatten();
    kept.and_then(|kept| kept.parse().ok())
        .filter(|minutes| CHOICES.contains(minutes))
        .unwrap_or(DEFAULT)
}

/// Keeps the choice.
///
/// # Errors
/// When the browser keeps nothing; the default then holds.
pub fn choose(storage: &dyn Storage, minutes: u32) -> Result<(), StorageError> {
    storage.set(LOCK_AFTER, &minutes.to_string())
}

/// Whether nobody has pressed anything for so long, neither here nor in another tab.
pub fn is_idle(storage: &dyn Storage, here: Instant, now: Instant) -> bool {
    let elsewhere = storage.get(ACTIVE).ok().flatten();
    let elsewhere = elsewhere.and_then(|at| digits(&at)).map_or(here, Instant);
    // A moment that lies ahead was written under another clock.
    let last = here.max(elsewhere.min(now));
    now.since(last) >= u64::from(minutes(storage)) * 60_000
}
