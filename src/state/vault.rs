//! The vault: tokens that a person chose to keep on this device, each encrypted under a passphrase.
//!
//! The key comes from the passphrase by PBKDF2 with HMAC-SHA-256, as often as OWASP's Password Storage Cheat Sheet asks
//! (600,000 rounds), and a salt of its own; the token is sealed by AES-256-GCM. What is sealed is bound to the connection as
//! it was, its API address included, so that a kept token cannot be made to go to another host.

use serde_json::Value;

use crate::subscription::kept::{Kept, WrongShape, object, text};
use crate::subscription::{Connection, json};

/// The storage key.
pub const VAULT: &str = "pegboard.vault";

/// The only version of the format so far.
const VERSION: u64 = 1;

/// Rounds of PBKDF2.
pub const ROUNDS: u32 = 600_000;

/// Bytes of the salt and of the nonce.
pub const SALT: usize = 16;
pub const NONCE: usize = 12;

/// Letters of the shortest passphrase that is taken for a new entry.
pub const SHORTEST: usize = 8;

/// One kept token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub connection: Connection,
    pub rounds: u32,
    pub salt: Vec<u8>,
    pub nonce: Vec<u8>,
    /// The token, encrypted, and the tag that proves it.
    pub token: Vec<u8>,
}

/// Why a token was not kept or not opened. Nothing is lost by any of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// The browser has no cryptography for this page, which is not served securely.
    Unavailable,
    PassphraseTooShort,
    /// The passphrase is wrong, or what is kept was changed.
    NotOpened,
    /// Kept by a version, or in a way, that this console does not know.
    Foreign,
}

impl Sealed {
    /// What the seal is bound to: the format, the rounds, the way in and the API address. The name can change.
    pub fn bound(connection: &Connection, rounds: u32) -> Vec<u8> {
        let bound = object(&mut [
            ("version", Some(VERSION.into())),
            ("rounds", Some(rounds.into())),
            ("access", Some(connection.access.keep())),
            ("api", Some(connection.api.as_str().into())),
        ]);
        json::print(&bound).into_bytes()
    }

    /// Whether this console can open it: of fewer rounds nothing is believed, of many more the browser would hang.
    ///
    /// # Errors
    /// `Foreign` otherwise.
    pub fn check(&self) -> Result<(), VaultError> {
        let known = self.rounds >= ROUNDS
            && self.rounds <= 20 * ROUNDS
            && self.salt.len() == SALT
            && self.nonce.len() == NONCE;
        known.then_some(()).ok_or(VaultError::Foreign)
    }
}

impl Kept for Sealed {
    fn keep(&self) -> Value {
        object(&mut [
            ("version", Some(VERSION.into())),
            ("connection", Some(self.connection.keep())),
            ("rounds", Some(self.rounds.into())),
            ("salt", Some(hex(&self.salt).into())),
            ("nonce", Some(hex(&self.nonce).into())),
            ("token", Some(hex(&self.token).into())),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let number = |name| value.get(name).and_then(Value::as_u64).ok_or(WrongShape);
        if number("version")? != VERSION {
            return Err(WrongShape);
        }
        let bytes = |name| text(value, name).and_then(|text| unhex(&text).ok_or(WrongShape));
        Ok(Self {
            connection: Connection::recall(value.get("connection").ok_or(WrongShape)?)?,
            rounds: u32::try_from(number("rounds")?).map_err(|_| WrongShape)?,
            salt: bytes("salt")?,
            nonce: bytes("nonce")?,
            token: bytes("token")?,
        })
    }
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    text.as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
            _ => None,
        })
        .collect()
}
