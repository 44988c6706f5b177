//! Builds, configures, serves, tests and checks Pegboard: `cargo xtask <command>`.
//!
//! A library as well as a program, so that the browser tests can configure a built `dist/` in process.
#![forbid(unsafe_code)]
// Printing is what this program is for.
#![allow(clippy::print_stdout)]

pub mod build;
pub mod children;
pub mod columns;
pub mod compress;
pub mod config;
pub mod configure;
pub mod corpus;
pub mod dev;
pub mod digest;
pub mod failure;
pub mod fuzz;
pub mod hosts;
pub mod lint;
pub mod module;
pub mod multivalue;
pub mod mutants;
pub mod names;
pub mod order;
pub mod policy;
pub mod release;
pub mod screenshots;
pub mod script;
pub mod seal;
pub mod size;
pub mod source;
pub mod start;
pub mod step;
pub mod suite;
pub mod tally;
pub mod tools;
pub mod workspace;
