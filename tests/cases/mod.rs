//! Tables that the native tests and the browser tests share, so that both parsers give the same verdicts.

pub mod accepted;
pub mod block;
pub mod corrected;
pub mod notation;
pub mod refused;

/// An address of exactly this many characters.
pub fn long(length: usize) -> String {
    let beginning = "https://hooks.example.com/";
    beginning.to_owned() + &"a".repeat(length - beginning.len())
}
