//! What the console says: something for every case, something else for every cause, and never a secret.

mod config;
mod error;
mod notice;
mod secret;
mod word;
