use uuid::Uuid;

use super::{demo, store::Store, switches::Switches, throttle::Throttle};

/// Everything that changes while the platform runs.
#[derive(Default)]
pub(crate) struct State {
    pub store: Store,
    pub switches: Switches,
    pub throttle: Throttle,
    /// Another one after every reset, so that a delivery from before cannot write into this one.
    pub life: Uuid,
}

impl State {
    /// The demo data, the default switches, and fresh rate limits.
    pub fn new() -> Self {
        Self {
            store: demo::store(),
            life: Uuid::new_v4(),
            ..Self::default()
        }
    }
}
