//! Every sentence that a person reads, made from data. English; a second locale would be a second module beside these.

pub mod attribute;
pub mod connect;
pub mod details;
pub mod device;
pub mod editor;
pub mod error;
pub mod event;
pub mod health;
pub mod notice;
pub mod platform;
pub mod problem;
#[cfg(target_arch = "wasm32")]
pub mod time;
pub mod wall;
