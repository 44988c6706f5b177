//! Drives the built console in a real browser against the sandbox.
//!
//! A test stages a scene (a sandbox, a configured copy of `dist/`, a browser), plays it by roles and accessible names as a
//! person would, and is then judged by the guard, which looks at what no single step looks at: policy violations, console
//! errors, foreign requests, and whether the token leaked.
#![forbid(unsafe_code)]
// This crate is nothing but tests: a step that fails ends its test and says why.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod aria;
mod authority;
pub mod axe;
mod browser;
mod console;
pub mod dist;
mod element;
mod guard;
pub mod keyboard;
mod page;
pub mod pages;
mod relay;
mod served;
mod stage;
mod tokens;
mod upstream;
mod wait;
mod webdriver;

pub use aria::Node;
pub use authority::Authority;
pub use element::Element;
pub use guard::Finding;
pub use page::Page;
pub use relay::Relay;
pub use served::{Served, Server};
pub use stage::{Door, Scene, Stage};
pub use upstream::PLATFORMS;
pub use wait::until;
