//! ikas. Numbers of facts and assumptions are those of the ikas contract, section 11.

mod access;
mod api;
mod control;
mod delivery;
mod doors;
mod limits;
mod list;
mod remove;
mod save;
mod schema;
