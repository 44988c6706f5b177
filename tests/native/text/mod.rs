//! What the console says: something for every case, something else for every cause, and never a secret.

mod attribute;
mod config;
mod editor;
mod error;
mod notice;
mod secret;
mod word;
