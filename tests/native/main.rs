//! What can be proven without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod commerce_layer;
mod connection;
mod contract;
mod credential;
mod happycolis;
mod health;
mod instant;
mod json;
mod sample;
mod state;
mod text;
mod validation;
mod write;
