//! The domain: what a subscription, its health and a connection are. Pure Rust: no browser, no wire format.

mod draft;
mod platform;

pub use draft::{Draft, HeaderRow, HeadersDraft};
pub use platform::Platform;
