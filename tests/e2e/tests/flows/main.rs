//! The flows of the console, each in a real browser.
#![forbid(unsafe_code)]
// Nothing but tests: a step that fails ends its test and says why.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod accessibility;
mod commerce_layer;
mod connecting;
mod creating;
mod damaged;
mod device;
mod faults;
mod guard;
mod headers;
mod health;
mod hosting;
mod hosts;
mod ikas;
mod keyboard;
mod lasting;
mod ledger;
mod narrow;
mod offline;
mod refused;
mod removing;
mod replacing;
mod screens;
mod sent;
mod sentera;
mod states;
mod stopped;
mod table;
mod tabs;
mod validation;
