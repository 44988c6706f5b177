//! The blocks of the contract as files, by the index that names them.

use serde_json::Value;

use crate::contract::{Block, Contract};

pub use crate::contract::path;

const CONTRACT: Contract = Contract("happycolis");

pub fn index() -> Vec<Block> {
    CONTRACT.index()
}

/// The text of the block with this name, such as `op=happycolis.integration`.
pub fn text(name: &str) -> String {
    CONTRACT.text(name)
}

pub fn json(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap()
}

/// The operation that a block of variables or a response belongs to: `integration` of `vars=happycolis.integration/int`.
pub fn operation_of(name: &str) -> &str {
    let (_, name) = name.split_once("=happycolis.").unwrap();
    name.rsplit_once('/')
        .map_or(name, |(operation, _)| operation)
}

/// The lines of a text block without its comments.
pub fn lines(name: &str) -> Vec<String> {
    let text = text(name);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}
