//! What the console tells a person outside of any dialog. Sentences are made from these in `text`.

use super::ledger::{ImportError, Imported};
use super::note::Note;
use super::storage::StorageError;
use crate::platform::{Action, ApiError, Refusal};
use crate::subscription::{Instant, Subscription};

/// One notice. A success is announced and gives way to the next; a failure stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub number: usize,
    pub message: Message,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Success,
    Failure,
}

/// Which subscription a notice speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub event: String,
    pub endpoint: String,
}

impl Subject {
    pub fn of(subscription: &Subscription) -> Self {
        Self {
            event: subscription.event_names(),
            endpoint: subscription.endpoint.clone().unwrap_or_default(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    Connected {
        name: String,
    },
    Created(Subject),
    /// The answer was lost, and the list shows the new subscription.
    CreatedFound(Subject),
    Replaced(Subject),
    /// Changed in place; found so when the answer was lost.
    Updated(Subject),
    Switched(Subject, Action),
    /// What ikas lists after saving, event by event with its endpoint (ikas contract, section 9).
    Saved(Vec<Subject>),
    Removed(Subject),
    /// The platform did not know it any more.
    RemovedBefore(Subject),
    RemovedFound(Subject),
    Tracked(Subject),
    Untracked(Subject),
    Imported(Imported),
    Exported,
    Copied,
    /// The browser refused the clipboard: the text is shown, so that it can be copied by hand.
    NotCopied {
        text: String,
    },
    /// The same of a secret, which is not shown.
    SecretNotCopied,
    Forgotten {
        name: String,
    },
    /// Another tab has forgotten or renamed the connection.
    ForgottenElsewhere {
        name: String,
    },
    /// Every token was forgotten; the wall stays.
    Locked,
    /// A connection goes on with a token that was proven.
    Unlocked {
        name: String,
    },
    ForgottenAll,
    /// A token is on this device now, encrypted.
    Kept {
        name: String,
    },
    /// The platform did what was asked and complained beside it.
    Warned(Box<Refusal>),
    /// One of several connections that were made at once, while others are on the wall.
    NotConnected {
        name: String,
        error: ApiError,
    },
    /// Nothing was sent: a question came up after the dialog was closed, and stands in its draft.
    Undecided(Subject),
    /// A write that failed after its dialog was closed.
    WriteFailed {
        subject: Subject,
        error: ApiError,
    },
    /// A write that was lost, and that the platform's list does not show.
    NotThere {
        subject: Subject,
        at: Instant,
    },
    /// A removal that was lost, and the platform's list still shows the subscription.
    StillThere {
        subject: Subject,
        at: Instant,
    },
    /// The old one is gone, and the new one does not exist.
    RemovedNotCreated {
        subject: Subject,
    },
    /// Nothing can be read back: the person decides what to do.
    MayHaveHappened {
        note: Note,
    },
    /// An unfinished write of an earlier visit, compared with the list.
    Settled {
        note: Note,
        happened: Happened,
        at: Instant,
    },
    ImportFailed(ImportError),
    Storage(StorageError),
}

/// What the list says of a write whose outcome was unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    Yes,
    No,
    /// Removed, and the new one is not there.
    OnlyRemoved,
}

impl Message {
    pub const fn tone(&self) -> Tone {
        match self {
            Self::Connected { .. }
            | Self::Created(_)
            | Self::CreatedFound(_)
            | Self::Replaced(_)
            | Self::Updated(_)
            | Self::Switched(..)
            | Self::Saved(_)
            | Self::Removed(_)
            | Self::RemovedBefore(_)
            | Self::RemovedFound(_)
            | Self::Tracked(_)
            | Self::Untracked(_)
            | Self::Imported(_)
            | Self::Exported
            | Self::Copied
            | Self::Locked
            | Self::Unlocked { .. }
            | Self::ForgottenAll
            | Self::Kept { .. }
            | Self::Forgotten { .. } => Tone::Success,
            Self::NotCopied { .. }
            | Self::SecretNotCopied
            | Self::ForgottenElsewhere { .. }
            | Self::Warned(_)
            | Self::NotConnected { .. }
            | Self::Undecided(_)
            | Self::WriteFailed { .. }
            | Self::NotThere { .. }
            | Self::StillThere { .. }
            | Self::RemovedNotCreated { .. }
            | Self::MayHaveHappened { .. }
            | Self::Settled { .. }
            | Self::ImportFailed(_)
            | Self::Storage(_) => Tone::Failure,
        }
    }

    /// The note that this notice stands for: dismissing the notice is what ends the note.
    pub const fn note(&self) -> Option<&Note> {
        match self {
            Self::MayHaveHappened { note } | Self::Settled { note, .. } => Some(note),
            _ => None,
        }
    }
}
