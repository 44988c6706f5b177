//! The control interface: what tests and demos may do to the sandbox. The routes below call the
//! same methods that an in-process test calls.

mod commerce_layer;
mod commerce_layer_routes;
mod happycolis;
mod happycolis_routes;
mod ikas;
mod ikas_routes;
mod platform;
mod platform_routes;
mod routes;
mod sentera;
mod sentera_routes;
mod unknown;

use std::sync::Arc;

pub use commerce_layer::{CommerceLayerControl, StoredWebhook};
pub use happycolis::HappyColisControl;
pub use ikas::IkasControl;
pub(crate) use routes::routes;
pub use sentera::SenteraControl;
pub use unknown::Unknown;

use crate::{
    received::Received,
    receiver::{Delivered, ReceiverAnswer},
    world::World,
};

/// A handle to one sandbox; cheap to clone.
#[derive(Clone)]
pub struct Control {
    world: Arc<World>,
    /// The controls of HappyColis.
    pub happycolis: HappyColisControl,
    /// The controls of ikas.
    pub ikas: IkasControl,
    /// The controls of Commerce Layer.
    pub commerce_layer: CommerceLayerControl,
    /// The controls of Sentera.
    pub sentera: SenteraControl,
}

impl Control {
    pub(crate) fn new(world: Arc<World>) -> Self {
        Self {
            happycolis: HappyColisControl::new(Arc::clone(&world.happycolis)),
            ikas: IkasControl::new(Arc::clone(&world.ikas)),
            commerce_layer: CommerceLayerControl::new(Arc::clone(&world.commerce_layer)),
            sentera: SenteraControl::new(Arc::clone(&world.sentera)),
            world,
        }
    }

    /// Everything as after the start: demo data, default switches, no faults, an empty journal.
    pub fn reset(&self) {
        self.world.happycolis.reset();
        self.world.ikas.reset();
        self.world.commerce_layer.reset();
        self.world.sentera.reset();
        self.world.received.clear();
        self.world.receiver.reset();
    }

    /// Ends deliveries that are under way.
    pub(crate) fn halt(&self) {
        self.world.happycolis.courier().halt();
        self.world.ikas.rounds().halt();
        self.world.sentera.rounds().halt();
        self.world.commerce_layer.courier().halt();
    }

    /// Every API request since the last reset, preflights included, in order of arrival.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.world.received.read()
    }

    /// Forgets the requests so far.
    pub fn clear_received(&self) {
        self.world.received.clear();
    }

    /// Waits until at least `count` requests satisfy `wanted`, and returns those.
    pub async fn wait_for_received(
        &self,
        count: usize,
        wanted: impl Fn(&Received) -> bool,
    ) -> Vec<Received> {
        self.world.received.wait_for(count, wanted).await
    }

    /// Sets how the receiver answers from now on.
    pub fn set_receiver(&self, answer: ReceiverAnswer) {
        self.world.receiver.set(answer);
    }

    /// Lets deliveries go on that the receiver holds.
    pub fn release_deliveries(&self) {
        self.world.receiver.gate.release();
    }

    /// Waits until the receiver holds at least `count` deliveries.
    pub async fn wait_for_held_deliveries(&self, count: usize) {
        self.world.receiver.gate.wait_for_held(count).await;
    }

    /// Every delivery since the last reset, in order of arrival.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivered> {
        self.world.receiver.delivered.read()
    }

    /// Forgets the deliveries so far.
    pub fn clear_deliveries(&self) {
        self.world.receiver.delivered.clear();
    }
}
