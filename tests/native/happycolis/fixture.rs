//! The blocks of the contract as files, by the index that names them.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

pub struct Block {
    pub section: String,
    pub name: String,
    pub file: String,
}

pub fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)
}

/// Every block of the contract, as the index lists it.
pub fn index() -> Vec<Block> {
    let index = fs::read_to_string(path("tests/fixtures/happycolis/index.txt")).unwrap();
    let lines = index.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            Block {
                section: words.next().unwrap(),
                name: words.next().unwrap(),
                file: words.next().unwrap(),
            }
        })
        .collect()
}

/// The text of the block with this name, such as `op=happycolis.integration`.
pub fn text(name: &str) -> String {
    let block = index().into_iter().find(|block| block.name == name);
    let block = block.unwrap_or_else(|| panic!("the index has no {name}"));
    fs::read_to_string(path(&block.file)).unwrap()
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
