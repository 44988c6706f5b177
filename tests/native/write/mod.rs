//! How a write ends: sent once, whatever comes of it, and read back where that can be done.

mod act;
mod create;
mod ending;
mod layer;
mod learn;
mod page;
mod remove;
mod saved;
mod script;
mod update;
mod update_by_list;
