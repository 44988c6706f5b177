//! How a write ends: sent once, whatever comes of it, and read back where that can be done.

mod create;
mod ending;
mod remove;
mod script;
