//! One connected connection.

use std::sync::Arc;

use crate::signals::*;
use send_wrapper::SendWrapper;
use web_sys::AbortController;

use super::Lasting;
use crate::platform::{self, Answered, Capabilities, Learned};
use crate::state::ledger::Ledger;
use crate::state::remote::Remote;
use crate::state::write::Session;
use crate::subscription::{Claims, Connection, Credential, Listing, Subscription};

/// A connection with its token and what was read through it.
pub type Live = Lasting<LiveState>;

pub struct LiveState {
    /// Stable for this visit; the name can be the same as that of a connection of another platform.
    pub number: usize,
    pub connection: RwSignal<Connection>,
    pub listing: RwSignal<Remote<Answered<Listing>>>,
    pub learned: RwSignal<Arc<Learned>>,
    /// How many rows of how many were read, while a list of several pages is.
    pub progress: RwSignal<Option<(usize, Option<u64>)>>,
    credential: RwSignal<Credential>,
    reading: RwSignal<Option<SendWrapper<AbortController>>>,
    /// The ledger, while the browser refuses to keep it: nothing that was created may be lost within this visit.
    pub(super) unsaved: RwSignal<Option<Unsaved>>,
}

/// A ledger that could not be kept.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Unsaved {
    pub ledger: Ledger,
    /// The ids that were kept when that failed.
    pub before: Vec<String>,
}

impl Live {
    pub(super) fn new(number: usize, session: Session) -> Self {
        Lasting::keep(LiveState {
            number,
            connection: RwSignal::new(session.connection),
            listing: RwSignal::new(Remote::Loading),
            learned: RwSignal::new(session.learned),
            progress: RwSignal::new(None),
            credential: RwSignal::new(session.credential),
            reading: RwSignal::new(None),
            unsaved: RwSignal::new(None),
        })
    }

    pub fn session(self) -> Session {
        Session {
            connection: self.connection.get_untracked(),
            credential: self.credential.get_untracked(),
            learned: self.learned.get_untracked(),
        }
    }

    pub fn capabilities(self) -> Capabilities {
        self.connection.with(|connection| {
            self.learned
                .with(|learned| platform::capabilities(&connection.access, learned))
        })
    }

    pub fn name(self) -> String {
        self.connection.with(|connection| connection.name.clone())
    }

    /// What the token says of itself, when it is a readable JWT.
    pub fn claims(self) -> Option<Claims> {
        self.credential.with(Credential::claims)
    }

    /// Whether the token was forgotten: what was read stays in sight, and nothing can be done.
    pub fn is_locked(self) -> bool {
        self.credential.with(Credential::is_forgotten)
    }

    /// Forgets the token. A write that is under way has its own copy and ends.
    pub(super) fn lock(self) {
        self.stop_reading();
        self.credential
            .update(|credential| *credential = credential.forgotten());
    }

    /// Goes on with another token; everything that was read stays.
    pub(super) fn take_credential(self, credential: Credential) {
        self.credential.set(credential);
    }

    /// Remembers how to stop the reading that begins now, and stops the one before it.
    pub(super) fn begin_reading(self, abort: Option<AbortController>) {
        self.stop_reading();
        self.reading.set(abort.map(SendWrapper::new));
    }

    pub(super) fn is_being_read(self) -> bool {
        self.reading.with_untracked(Option::is_some)
    }

    pub fn stop_reading(self) {
        self.reading.update(|abort| {
            if let Some(abort) = abort.take() {
                abort.abort();
            }
        });
    }

    /// What is on the wall, so that a write that is read back can be told from what was there.
    pub fn known(self) -> Vec<Subscription> {
        self.listing.with_untracked(|listing| {
            let rows = listing.value().map(|read| read.value.subscriptions());
            rows.into_iter().flatten().cloned().collect()
        })
    }
}

impl PartialEq for Lasting<LiveState> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
