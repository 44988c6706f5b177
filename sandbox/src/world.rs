use std::{net::SocketAddr, sync::Arc};

use crate::{
    commerce_layer::CommerceLayer,
    happycolis::HappyColis,
    ikas::Ikas,
    received::{Journal, Received},
    receiver::Receiver,
    sentera::Sentera,
};

/// Everything that one sandbox remembers.
pub(crate) struct World {
    pub received: Journal<Received>,
    pub receiver: Receiver,
    pub happycolis: Arc<HappyColis>,
    pub ikas: Arc<Ikas>,
    pub commerce_layer: Arc<CommerceLayer>,
    pub sentera: Arc<Sentera>,
}

impl World {
    /// A world with the demo data; `address` is where the receiver listens.
    pub fn new(address: SocketAddr) -> Self {
        Self {
            received: Journal::default(),
            receiver: Receiver::default(),
            happycolis: Arc::new(HappyColis::new(address)),
            ikas: Arc::new(Ikas::new(address)),
            commerce_layer: Arc::new(CommerceLayer::new(address)),
            sentera: Arc::new(Sentera::new(address)),
        }
    }
}
