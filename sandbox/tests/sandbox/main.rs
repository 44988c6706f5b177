//! The sandbox over real HTTP. Numbers of facts and switches are those of the HappyColis contract,
//! section 12.
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod altered;
mod api;
mod blocks;
mod commerce_layer;
mod control;
mod cors;
mod create;
mod delivery;
mod faults;
mod ikas;
mod list;
mod program;
mod queue;
mod rate_limit;
mod remove;
mod schema;
mod sentera;
mod site;
mod syntax;
mod token;
