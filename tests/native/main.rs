//! What can be proven without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod connection;
mod credential;
mod happycolis;
mod health;
mod sample;
mod state;
mod text;
mod validation;
mod write;
