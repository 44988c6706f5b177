//! Sentera. Numbers of facts and assumptions are those of the Sentera contract, section 11.

mod access;
mod api;
mod control;
mod create;
mod delete;
mod delivery;
mod discovery;
mod doors;
mod events;
mod organizations;
mod schema;
mod update;
