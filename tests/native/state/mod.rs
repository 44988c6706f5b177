//! What the app remembers, and what it makes of it.

mod address;
mod config;
mod filter;
mod import;
mod kept;
mod ledger;
mod note;
pub mod notice;
mod remote;
mod route;
mod settled;
mod several;
mod storage;
mod table;
mod wall;
