use std::sync::Arc;

use crate::{
    happycolis::HappyColis,
    received::{Journal, Received},
};

/// Everything that one sandbox remembers.
pub(crate) struct World {
    pub received: Journal<Received>,
    pub happycolis: Arc<HappyColis>,
}

impl World {
    /// A world with the demo data.
    pub fn new() -> Self {
        Self {
            received: Journal::default(),
            happycolis: Arc::new(HappyColis::new()),
        }
    }
}
