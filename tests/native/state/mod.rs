//! What the app remembers, and what it makes of it.

mod address;
mod config;
mod filter;
mod idle;
mod import;
mod journal;
mod kept;
mod ledger;
mod note;
pub mod notice;
mod remote;
mod rescue;
mod route;
mod settled;
mod several;
mod storage;
mod table;
mod vault;
mod wall;
