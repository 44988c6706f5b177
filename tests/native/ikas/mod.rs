//! ikas against every named block of its contract, and against what the contract leaves open.

mod block;
mod delivery;
mod error;
mod event;
mod fixture;
mod health;
mod operation;
mod refusal;
mod reply;
mod request;
mod row;
