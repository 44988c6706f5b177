//! Commerce Layer. Numbers of facts and assumptions are those of the Commerce Layer contract,
//! section 13.

mod access;
mod api;
mod change;
mod circuit;
mod control;
mod create;
mod delivery;
mod doors;
mod list;
mod query;
mod rate_limit;
