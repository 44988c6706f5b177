//! The domain: what a subscription, its health and a connection are. Pure Rust: no browser, no wire format.

mod claims;
mod connection;
mod credential;
mod draft;
mod health;
mod instant;
pub mod json;
pub mod kept;
mod platform;
mod row;

pub use claims::Claims;
pub use connection::{Access, Connection, ConnectionKey, HappyColisMode};
pub use credential::Credential;
pub use draft::{Draft, HeaderRow, HeadersDraft};
pub use health::{Evidence, HAPPYCOLIS_FAILING, HAPPYCOLIS_HEALTHY, Health, LedgerHealth, Reading};
pub use instant::Instant;
pub use platform::Platform;
pub use row::{Listing, Row, Source, Subscription};
