//! HappyColis against every named block of its contract, and against what the contract leaves open.

mod answer;
mod block;
mod delivery;
mod error;
mod event;
mod fixture;
mod operation;
mod refusal;
mod reply;
mod request;
mod row;
