//! The platforms that Pegboard talks to, stood in for on this machine.
//!
//! Everything here is written from the contracts and shares no code with the console, so that a
//! mistake in one cannot hide the same mistake in the other. It binds `127.0.0.1` only and is never
//! shipped. `README.md` beside this crate describes the addresses and the control interface.

mod alteration;
mod answer;
mod bound;
mod call;
mod clock;
pub mod commerce_layer;
mod control;
mod cors;
mod delivery;
mod door;
mod effect;
mod fault;
mod gate;
mod graphql;
pub mod happycolis;
mod header_file;
pub mod ikas;
mod lock;
mod options;
mod rate_limit;
mod received;
mod receiver;
mod rounds;
mod routes;
mod running;
pub mod sentera;
mod serve;
mod signature;
mod site;
mod world;

pub use alteration::Alteration;
/// JSON whose objects keep the order in which their members were written, as `JSON.stringify` does.
pub use async_graphql::Value as OrderedJson;
pub use bound::Bound;
pub use control::{
    CommerceLayerControl, Control, HappyColisControl, IkasControl, SenteraControl, StoredWebhook,
    Unknown,
};
pub use fault::{Effect, Fault, Stage};
pub use options::{Options, StartError};
pub use received::{Door, Received};
pub use receiver::{Delivered, ReceiverAnswer};
pub use running::{Running, start};
