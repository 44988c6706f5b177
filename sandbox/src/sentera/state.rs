use super::{demo, store::Store, switches::Switches};
use crate::rate_limit::Meter;

/// Everything that changes while the platform runs.
#[derive(Default)]
pub(crate) struct State {
    pub store: Store,
    pub switches: Switches,
    pub meter: Meter,
}

impl State {
    /// The demo data, the default switches, and a fresh rate limit.
    pub fn new() -> Self {
        Self {
            store: demo::store(),
            ..Self::default()
        }
    }
}
