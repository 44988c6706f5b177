use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};

use crate::{door::Platform, fault::Fault};

/// A platform whose readings of the contract a test can choose.
#[expect(
    private_bounds,
    reason = "a test holds the controls of a platform, and never calls it by itself"
)]
pub trait Switched: Platform + 'static {
    type Switches: Clone + Serialize + DeserializeOwned + Send;

    /// Lets `work` read or set the switches.
    fn with_switches<T>(&self, work: impl FnOnce(&mut Self::Switches) -> T) -> T;
}

/// The controls of one platform. Those that every platform has are here; what is particular to one
/// stands in its own file.
pub struct PlatformControl<P> {
    pub(super) platform: Arc<P>,
}

impl<P> Clone for PlatformControl<P> {
    fn clone(&self) -> Self {
        Self::new(Arc::clone(&self.platform))
    }
}

impl<P> PlatformControl<P> {
    pub(super) fn new(platform: Arc<P>) -> Self {
        Self { platform }
    }
}

impl<P: Switched> PlatformControl<P> {
    /// The switches as they stand.
    #[must_use]
    pub fn switches(&self) -> P::Switches {
        self.platform.with_switches(|switches| switches.clone())
    }

    /// Sets switches, from the next call on.
    pub fn switch(&self, change: impl FnOnce(&mut P::Switches)) {
        self.platform.with_switches(change);
    }

    /// Queues a fault.
    pub fn queue_fault(&self, fault: Fault) {
        self.platform.faults().add(fault);
    }

    /// The faults that still wait.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.platform.faults().waiting()
    }

    /// Forgets the faults that wait, and releases what is held.
    pub fn clear_faults(&self) {
        self.platform.faults().clear();
    }

    /// Lets every held call go on.
    pub fn release(&self) {
        self.platform.faults().gate.release();
    }

    /// Waits until at least `count` calls are held.
    pub async fn wait_for_held(&self, count: usize) {
        self.platform.faults().gate.wait_for_held(count).await;
    }
}
