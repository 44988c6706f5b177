//! Pegboard, a webhook console for merchants that runs entirely in the browser.
#![forbid(unsafe_code)]

pub mod subscription;
pub mod validation;
