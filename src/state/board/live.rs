//! One connected connection.

use crate::signals::*;
use web_sys::AbortController;

use crate::platform::{self, Answered, Capabilities};
use crate::state::ledger::Ledger;
use crate::state::remote::Remote;
use crate::state::write::Session;
use crate::subscription::{Connection, Credential, Listing};

/// A connection with its token and what was read through it.
#[derive(Clone, Copy)]
pub struct Live {
    /// Stable for this visit; the name can be the same as that of a connection of another platform.
    pub number: usize,
    pub connection: RwSignal<Connection>,
    pub listing: RwSignal<Remote<Answered<Listing>>>,
    credential: StoredValue<Credential>,
    reading: StoredValue<Option<AbortController>, LocalStorage>,
    /// The ledger, while the browser refuses to keep it: nothing that was created may be lost within this visit.
    pub(super) unsaved: StoredValue<Option<Ledger>>,
}

impl Live {
    pub(super) fn new(number: usize, session: Session) -> Self {
        Self {
            number,
            connection: RwSignal::new(session.connection),
            listing: RwSignal::new(Remote::Loading),
            credential: StoredValue::new(session.credential),
            reading: StoredValue::new_local(None),
            unsaved: StoredValue::new(None),
        }
    }

    pub fn session(self) -> Session {
        Session {
            connection: self.connection.get_untracked(),
            credential: self.credential.get_value(),
        }
    }

    pub fn capabilities(self) -> Capabilities {
        self.connection
            .with(|connection| platform::capabilities(&connection.access))
    }

    pub fn name(self) -> String {
        self.connection.with(|connection| connection.name.clone())
    }

    /// Remembers how to stop the reading that begins now, and stops the one before it.
    pub(super) fn begin_reading(self, abort: Option<AbortController>) {
        self.stop_reading();
        self.reading.set_value(abort);
    }

    pub fn stop_reading(self) {
        self.reading.update_value(|abort| {
            if let Some(abort) = abort.take() {
                abort.abort();
            }
        });
    }

    /// The ids on the wall, so that a write that is read back can be told from what was there.
    pub(super) fn known_ids(self) -> Vec<String> {
        self.listing.with_untracked(|listing| {
            let rows = listing.value().map(|read| read.value.subscriptions());
            rows.into_iter()
                .flatten()
                .map(|row| row.id.clone())
                .collect()
        })
    }
}

impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
