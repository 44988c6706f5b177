//! Notices in words.

use super::error;
use crate::platform::{Action, ApiError};
use crate::state::ledger::{ImportError, Imported};
use crate::state::note::{Act, Deed, Note, ReplaceStage};
use crate::state::notice::{Happened, Message, Subject};
use crate::state::storage::StorageError;
use crate::subscription::{Instant, Platform};

pub const DISMISS: &str = "Dismiss";
pub const TRY_AGAIN: &str = "Try again";

/// The sentences of a notice. `time` writes a moment, which only the browser can do.
pub fn sentence(message: &Message, time: impl Fn(Instant) -> String) -> String {
    match message {
        Message::Connected { name } => format!("{name} is connected."),
        Message::Created(it) => format!("{} was created.", subject(it)),
        Message::CreatedFound(it) => {
            format!(
                "The answer was lost, but the platform’s list now shows {}.",
                subject(it)
            )
        }
        Message::Replaced(it) => format!("{} was replaced.", subject(it)),
        Message::Updated(it) => format!("{} was changed.", subject(it)),
        Message::Switched(it, action) => {
            let done = match action {
                Action::Enable => "is enabled",
                Action::Disable => "is disabled",
                Action::ResetCircuit => "has its circuit closed again",
            };
            format!("{} {done}.", subject(it))
        }
        Message::Saved(rows) => {
            let rows: Vec<String> = rows.iter().map(subject).collect();
            format!("Saved. The platform now lists: {}.", rows.join("; "))
        }
        Message::Removed(it) => format!("{} was removed.", subject(it)),
        Message::RemovedBefore(it) => {
            format!("{} was gone already; it is off the wall now.", subject(it))
        }
        Message::RemovedFound(it) => {
            format!(
                "The answer was lost, but the platform no longer shows {}.",
                subject(it)
            )
        }
        Message::Tracked(it) => format!("{} is in the ledger.", subject(it)),
        Message::Untracked(it) => format!(
            "{} is no longer in the ledger. The platform was not asked to do anything.",
            subject(it)
        ),
        Message::Imported(imported) => sentence_imported(*imported),
        Message::Exported => "The ledger was saved as a file.".to_owned(),
        Message::NotCopied { text } => {
            format!("Your browser does not let this page copy. Copy it by hand: {text}")
        }
        Message::SecretNotCopied => "Your browser does not let this page copy. Reveal the secret and copy it by hand.".to_owned(),
        Message::Copied => "Copied.".to_owned(),
        Message::ForgottenElsewhere { name } => format!("Another tab has forgotten or renamed {name}. Its token is forgotten here as well, and what was read stays in sight."),
        Message::Locked => "Locked: every token is forgotten, and what was read stays in sight. Unlock a connection to go on.".to_owned(),
        Message::Unlocked { name } => format!("{name} goes on with the new token."),
        Message::ForgottenAll => "Everything that this browser kept was forgotten. Nothing changed on any platform.".to_owned(),
        Message::Kept { name } => format!("The token of {name} is kept on this device, encrypted under your passphrase."),
        Message::Forgotten { name } => {
            format!("{name} was forgotten: its token, its ledger, its unfinished writes and its lines in the journal.")
        }
        Message::Warned(refusal) => {
            format!(
                "It was done, but the platform added a complaint: {}",
                refusal.message
            )
        }
        Message::NotConnected { name, error: why } => {
            format!("{name} was not connected. {}", whole(why))
        }
        Message::Undecided(it) => format!(
            "{} was not sent: there is a question first. Open the draft to answer it.",
            subject(it)
        ),
        Message::WriteFailed {
            subject: it,
            error: why,
        } => {
            format!("{} was not changed. {}", subject(it), whole(why))
        }
        Message::NotThere { subject: it, at } => format!(
            "The answer was lost. {} is not on the platform’s list as of {}. It can still arrive: refresh before you create it again.",
            subject(it),
            time(*at)
        ),
        Message::StillThere { subject: it, at } => format!(
            "The answer was lost. {} is still on the platform as of {}. Refresh, then remove it again.",
            subject(it),
            time(*at)
        ),
        Message::RemovedNotCreated { subject: it } => {
            format!(
                "Removed, not created again: {}. Nothing is delivered for this event until you create it again.",
                subject(it)
            )
        }
        Message::MayHaveHappened { note } => may_have_happened(note, &time),
        Message::Settled { note, happened, at } => settled(note, *happened, &time(*at)),
        Message::ImportFailed(why) => import_failed(why),
        Message::Storage(why) => storage(*why).to_owned(),
    }
}

/// All that is known of a failure, in one line: a notice has no place for more.
fn whole(error: &ApiError) -> String {
    let own_words = error::detail(error).map_or_else(String::new, |words| format!(" ({words})"));
    format!(
        "{}{own_words} {}",
        error::sentence(error),
        error::remedy(error)
    )
}

fn subject(subject: &Subject) -> String {
    format!("{} to {}", subject.event, subject.endpoint)
}

fn sentence_imported(imported: Imported) -> String {
    format!(
        "{} added to the ledger, {} known already.",
        imported.added, imported.known
    )
}

/// What was asked of the platform.
pub fn deed(deed: &Deed) -> String {
    let verb = match deed.act {
        Act::Create => "Creating",
        Act::Update => "Changing",
        Act::Switch(Action::Enable) => "Enabling",
        Act::Switch(Action::Disable) => "Disabling",
        Act::Switch(Action::ResetCircuit) => "Resetting the circuit of",
        Act::Remove => "Removing",
        Act::Replace(_) => "Replacing",
    };
    format!("{verb} {} to {}", deed.event, deed.endpoint)
}

/// An unfinished write of an earlier visit, before its connection is open again.
pub fn unfinished(note: &Note, time: impl Fn(Instant) -> String) -> String {
    format!(
        "{}, sent {}, may have happened.",
        deed(&note.deed),
        time(note.at)
    )
}

/// What the person can do when nothing can be read back (HappyColis contract, section 9).
fn may_have_happened(note: &Note, time: &impl Fn(Instant) -> String) -> String {
    let of_happycolis = note.connection.platform() == Some(Platform::HappyColis);
    let can = match note.deed.act {
        Act::Create if of_happycolis => {
            "It cannot be read back. Creating it again shows: a conflict means that it exists; its ID is then unknown, and \
             only HappyColis support can remove it."
        }
        Act::Create => {
            "Refresh, and look for it before you create it again: a second one could be delivered twice."
        }
        Act::Update | Act::Switch(_) => {
            "Look at the subscription and compare. Doing it again does no harm."
        }
        Act::Remove if !of_happycolis => {
            "Refresh, and look whether it is gone. Removing it again does no harm."
        }
        Act::Remove => {
            "It cannot be read back. Removing it again shows: if it is gone, HappyColis says so."
        }
        Act::Replace(ReplaceStage::Removing) => {
            "The old one may be removed, and the new one was not created. Replace it again: removing what is gone does no harm."
        }
        Act::Replace(ReplaceStage::Creating) => {
            "The old one is removed. Creating the new one again shows: a conflict means that it exists."
        }
        Act::Replace(ReplaceStage::Removed) => {
            "The old one is removed, not created again. Create it again; its headers must be typed again."
        }
    };
    format!(
        "{}, sent {}, may have happened. {can}",
        deed(&note.deed),
        time(note.at)
    )
}

/// The list says what is there, and not who did it.
fn settled(note: &Note, happened: Happened, at: &str) -> String {
    let said = match happened {
        Happened::Yes => "shows it done",
        Happened::No => "does not show it done",
        Happened::OnlyRemoved => "shows it removed, not created again",
    };
    format!(
        "{} may have happened when the page was left. The platform’s list, read {at}, {said}.",
        deed(&note.deed)
    )
}

fn import_failed(why: &ImportError) -> String {
    match why {
        ImportError::NotALedger { line, column } => {
            format!(
                "This file is no Pegboard ledger (line {line}, column {column}). Nothing was imported."
            )
        }
        ImportError::Version { found } => {
            format!(
                "This ledger has version {found}, which this Pegboard does not know. Nothing was imported."
            )
        }
        ImportError::OtherConnection { found } => {
            format!(
                "This ledger belongs to another platform or access mode ({found}). Nothing was imported."
            )
        }
        ImportError::Entry { position } => {
            format!("Entry {position} of this ledger has no ID or no event. Nothing was imported.")
        }
    }
}

const fn storage(why: StorageError) -> &'static str {
    match why {
        StorageError::Denied => {
            "Your browser keeps nothing for this page. Everything works, but a reload forgets the ledger and unfinished writes: export the ledger before you leave."
        }
        StorageError::Full => {
            "Your browser has no room left for this page. What was just done is on the platform, but a reload forgets it here: export the ledger before you leave."
        }
        StorageError::Damaged => {
            "Some of what your browser kept for this page cannot be read: it is damaged, or another version wrote it. It stays as it is, and everything else goes on. Forget everything under This device to be rid of it."
        }
    }
}
