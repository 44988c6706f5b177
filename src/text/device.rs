//! The words for what stays on this device: the lock, kept tokens, the journal.

use crate::state::journal::Outcome;
use crate::state::vault::{SHORTEST, VaultError};

pub const TITLE: &str = "This device";
pub const OPEN: &str = "This device";
pub const LOCK: &str = "Lock";
pub const LOCK_NOW: &str = "Lock now";
pub const LOCKED: &str = "Locked";
pub const LOCK_HELP: &str = "Locking forgets every token, typed header values and shown secrets, in all tabs. What was read stays in sight.";
pub const LOCK_AFTER: &str = "Lock when nobody presses anything for";
pub const JOURNAL: &str = "Journal";
pub const JOURNAL_HELP: &str = "Every change that was sent from this browser, and what came of it. It holds endpoints, never tokens or header values.";
pub const JOURNAL_EMPTY: &str = "Nothing was changed from this browser yet.";
pub const EXPORT: &str = "Export journal";
pub const CLEAR: &str = "Clear journal";
pub const FORGET: &str = "Forget everything";
pub const FORGET_HELP: &str = "Connections, kept tokens, ledgers, unfinished writes, drafts and the journal. The platforms are not asked to do anything.";
pub const FORGET_ASK: &str = "Forget everything that this browser keeps? A ledger that was not exported is lost, and with it the IDs that removing needs.";
pub const CANCEL: &str = "Cancel";
pub const KEEP: &str = "Keep the token on this device";
pub const KEEP_HELP: &str = "Encrypted under a passphrase that Pegboard does not keep. Whoever has this device and the passphrase has the token.";
pub const KEEP_BUTTON: &str = "Keep the token";
pub const UNKEEP: &str = "Remove the kept token";
pub const KEPT: &str = "The token is kept on this device, encrypted.";
pub const PASSPHRASE: &str = "Passphrase";
pub const SHOW: &str = "Show passphrase";
pub const HIDE: &str = "Hide passphrase";
pub const UNLOCK_HELP: &str = "Opens the token that is kept on this device.";
pub const UNLOCK: &str = "Unlock";

pub fn unlock(name: &str) -> String {
    format!("{UNLOCK} {name}")
}

pub fn minutes(minutes: u32) -> String {
    match minutes {
        60 => "1 hour".to_owned(),
        61.. => format!("{} hours", minutes / 60),
        _ => format!("{minutes} minutes"),
    }
}

pub const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Unknown => "May have happened",
        Outcome::Done => "Done",
        Outcome::NotDone => "Not done",
        Outcome::OnlyRemoved => "Removed, not created again",
    }
}

pub fn vault(error: VaultError) -> String {
    match error {
        VaultError::Unavailable => {
            "Your browser encrypts nothing for a page that is not served by https. Give the token at every visit instead."
                .to_owned()
        }
        VaultError::PassphraseTooShort => {
            format!("Use a passphrase of at least {SHORTEST} characters. Several words are best.")
        }
        VaultError::NotOpened => {
            "The passphrase is wrong, or what is kept was changed. Nothing was lost: try again, or give the token itself."
                .to_owned()
        }
        VaultError::Foreign => {
            "What is kept was not written by this version of Pegboard. It was left as it is: give the token itself."
                .to_owned()
        }
    }
}
