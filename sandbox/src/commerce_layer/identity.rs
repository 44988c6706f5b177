//! Ids and secrets as the API writes them.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use uuid::Uuid;

const LETTERS: &[u8; 52] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// An id of 10 letters; the same for the same seed, so that demo data keep theirs.
pub(crate) fn id(seed: &str) -> String {
    Sha256::digest(seed)
        .iter()
        .take(10)
        .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
        .collect()
}

/// 64 hexadecimal digits; the same for the same seed.
pub(crate) fn hex(seed: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(seed);
    digest.iter().fold(String::new(), |mut hex, byte| {
        // Writing into a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A seed that no other call gets.
pub(crate) fn fresh() -> String {
    Uuid::new_v4().to_string()
}
