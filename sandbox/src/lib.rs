//! The platforms that Pegboard talks to, stood in for on this machine.
//!
//! Everything here is written from the contracts and shares no code with the console, so that a
//! mistake in one cannot hide the same mistake in the other. It binds `127.0.0.1` only and is never
//! shipped. `README.md` beside this crate describes the addresses and the control interface.

mod answer;
mod bound;
mod call;
mod control;
mod cors;
mod door;
mod effect;
mod fault;
pub mod happycolis;
mod header_file;
mod lock;
mod options;
mod rate_limit;
mod received;
mod routes;
mod running;
mod serve;
mod site;
mod world;

pub use bound::Bound;
pub use control::{Control, HappyColisControl, Unknown};
pub use fault::{Effect, Fault, Stage};
pub use options::{Options, StartError};
pub use received::{Door, Received};
pub use running::{Running, start};
