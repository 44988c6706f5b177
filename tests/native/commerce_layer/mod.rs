//! Commerce Layer against every named block of its contract, and against what the contract leaves open.

mod block;
mod claims;
mod deliveries;
mod error;
mod fixture;
mod health;
mod list;
mod refusal;
mod reply;
mod request;
mod row;
mod rules;
mod secret;
mod topic;
mod update;
