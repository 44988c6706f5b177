//! The domain: what a subscription, its health and a connection are. Pure Rust: no browser, no wire format.

mod attribute;
mod claims;
mod connection;
mod credential;
mod delivery;
mod digits;
mod draft;
mod health;
mod instant;
pub mod json;
pub mod kept;
mod platform;
mod row;
mod secret;

pub use attribute::{Attribute, Attributes};
pub use claims::Claims;
pub use connection::{Access, Connection, ConnectionKey, HappyColisMode, IkasVersion};
pub use credential::Credential;
pub use delivery::{Deliveries, Delivery, DeliveryFilter, Outcome};
pub use digits::digits;
pub use draft::{Draft, HeaderRow, HeadersDraft};
pub use health::{
    Evidence, HAPPYCOLIS_FAILING, HAPPYCOLIS_HEALTHY, Health, LastEvent, LedgerHealth, Reading,
};
pub use instant::Instant;
pub use platform::Platform;
pub use row::{Listing, Row, Source, Subscription};
pub use secret::Secret;
