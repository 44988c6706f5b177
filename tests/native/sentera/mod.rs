//! Sentera against every named block of its contract, and against what the contract leaves open.

mod block;
mod deliveries;
mod discovery;
mod error;
mod fixture;
mod health;
mod list;
mod operation;
mod payload;
mod refusal;
mod reply;
mod request;
mod rules;
