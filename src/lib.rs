//! Pegboard, a webhook console for merchants that runs entirely in the browser.
#![forbid(unsafe_code)]

#[macro_use]
mod ui;

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
