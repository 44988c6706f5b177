//! The one door to the network.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::{Browser, forbid, own_file};

use std::future::Future;

use crate::platform::{Reply, Request, TransportError};
use crate::subscription::{Credential, Instant};

/// Performs requests, tells the time, waits and draws lots. The browser does it in the product, a script does it in native
/// tests.
pub trait Transport {
    /// Performs one request once: nothing here repeats it. The answer is given up after `limit_ms`, or after the time limit
    /// of `config.json` where that is sooner.
    ///
    /// # Errors
    /// When there is no complete reply; what a platform refuses is a reply.
    fn send(
        &self,
        request: &Request,
        credential: &Credential,
        limit_ms: u32,
    ) -> impl Future<Output = Result<Reply, TransportError>>;

    fn now(&self) -> Instant;

    /// Lets so many milliseconds pass.
    ///
    /// # Errors
    /// At once when nobody wants the answers any more.
    fn wait(&self, ms: u32) -> impl Future<Output = Result<(), TransportError>>;

    /// A number from 0 up to, but not including, 1.
    fn random(&self) -> f64;
}
