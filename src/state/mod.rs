//! What the app remembers and does. Flows that can be proven without a browser stand beside the reactive store.

pub mod config;
mod fold;
pub mod idle;
pub mod journal;
pub mod ledger;
pub mod note;
pub mod notice;
mod percent;
pub mod remote;
pub mod rescue;
pub mod route;
pub mod settle;
pub mod storage;
pub mod table;
pub mod vault;
pub mod write;

#[cfg(target_arch = "wasm32")]
pub mod board;
#[cfg(target_arch = "wasm32")]
pub mod seal;
