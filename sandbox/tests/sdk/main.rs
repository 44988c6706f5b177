//! Clients that nobody here wrote use the sandbox: the vendors' own packages, each driven by a
//! script for Node.js beside this file. `cargo xtask test` installs the packages and says where
//! they are; without it these tests fail.
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod commerce_layer;
mod ikas;
mod script;
