//! Pegboard, a webhook console for merchants that runs entirely in the browser.
#![forbid(unsafe_code)]

// The macro of `markup` names this crate, also from within.
extern crate self as pegboard;

pub mod platform;
pub mod state;
pub mod subscription;
pub mod text;
pub mod transport;
pub mod validation;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod pages;
#[cfg(target_arch = "wasm32")]
pub mod signals;
#[cfg(target_arch = "wasm32")]
pub mod ui;
