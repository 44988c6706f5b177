//! What the app remembers, and what it makes of it.

mod config;
mod import;
mod kept;
mod ledger;
mod note;
pub mod notice;
mod remote;
mod route;
mod storage;
mod table;
mod wall;
