//! Every fault, on every request of every action, on every way into every platform: generated, over a scripted network with
//! a clock of its own and a platform in memory. A cell is one such run. It ends, says what went wrong, sends no write twice,
//! and never says anything else than what the platform holds.

mod action;
mod change;
mod commerce_layer;
mod fault;
mod ground;
mod happycolis;
mod ikas;
mod judge;
mod matrix;
mod model;
mod person;
mod play;
mod random;
mod schedule;
mod sentera;
mod told;
mod wire;
