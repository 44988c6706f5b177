//! How a write ends: sent once, whatever comes of it, and read back where that can be done.

mod act;
mod create;
mod ending;
mod layer;
mod learn;
mod pace;
mod page;
mod remove;
mod repeat;
mod saved;
mod script;
mod secrets;
mod timed;
mod token;
mod update;
mod update_by_list;

pub use script::run;
