use super::{demo, error_rate::ErrorRate, store::Store, switches::Switches};
use crate::rate_limit::Meter;

/// Everything that changes while the platform runs.
#[derive(Default)]
pub(crate) struct State {
    pub store: Store,
    pub switches: Switches,
    pub meter: Meter,
    pub error_rate: ErrorRate,
}

impl State {
    /// The demo data, the default switches, and fresh rate limits.
    pub fn new() -> Self {
        Self {
            store: demo::store(),
            ..Self::default()
        }
    }
}
