//! The validation module, natively: tables at both ends of every rule, and properties.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../cases/mod.rs"]
mod cases;

mod address;
mod attribute;
mod deviation;
mod draft;
mod endpoint;
mod event;
mod header_json;
mod headers;
mod hiding;
mod property;
mod sentence;

use pegboard::validation::{EventRule, HeaderRule, Problem, Rules};

/// Rules under which everything is offered.
const RULES: Rules = Rules {
    events: EventRule::Several,
    headers: HeaderRule::Offered {
        reserved: &["x-platform-signature"],
    },
    attributes: Vec::new(),
    existing: None,
};

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(Problem::code).collect()
}
