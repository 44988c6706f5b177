//! The one door to the network.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::{Browser, own_file};

use std::future::Future;

use crate::platform::{Reply, Request, TransportError};
use crate::subscription::{Credential, Instant};

/// Performs requests and tells the time. The browser does it in the product, a script does it in native tests.
pub trait Transport {
    /// Performs one request once: nothing here repeats it.
    ///
    /// # Errors
    /// When there is no complete reply; what a platform refuses is a reply.
    fn send(
        &self,
        request: &Request,
        credential: &Credential,
    ) -> impl Future<Output = Result<Reply, TransportError>>;

    fn now(&self) -> Instant;
}
