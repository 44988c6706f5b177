//! What can be proven without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod access;
mod attribute;
mod commerce_layer;
mod connection;
mod contract;
mod credential;
mod digits;
mod faults;
mod graphql;
mod happycolis;
mod health;
mod ikas;
mod instant;
mod json;
mod picker;
mod sample;
mod sentera;
mod state;
mod text;
mod validation;
mod write;
