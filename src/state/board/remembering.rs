//! What this browser keeps of connections, and what other tabs make of it.

use crate::signals::*;

use super::{Board, Live};
use crate::state::journal::JOURNAL;
use crate::state::ledger::Ledger;
use crate::state::note::{NOTES, Note};
use crate::state::notice::Message;
use crate::state::rescue::DRAFTS;
use crate::state::storage::{self, LocalStorage, SessionStorage, Storage};
use crate::state::vault::VAULT;
use crate::subscription::Connection;
use crate::subscription::kept::Kept;

const CONNECTIONS: &str = "pegboard.connections";

impl Board {
    /// Reads what earlier visits left.
    pub(super) fn recall(self) {
        for key in [CONNECTIONS, VAULT, JOURNAL] {
            self.recall_one(key);
        }
        self.notes.set(self.load(&LocalStorage, NOTES));
        self.rescued.set(self.load(&SessionStorage, DRAFTS));
    }

    /// Takes over what is kept under one key, which another tab may have written.
    pub(super) fn recall_one(self, key: &str) {
        match key {
            CONNECTIONS => {
                let before = self.remembered.get_untracked();
                self.remembered.set(self.load(&LocalStorage, key));
                self.lock_forgotten(&before);
            }
            VAULT => self.vault.set(self.load(&LocalStorage, key)),
            JOURNAL => self.journal.set(self.load(&LocalStorage, key)),
            // What the other tab begins is its own to tell.
            NOTES => {
                let open: Vec<Note> = self.load(&LocalStorage, key);
                let is_open = |note: &Note| open.iter().any(|it| it.id == note.id);
                self.notes.update(|notes| notes.retain(is_open));
            }
            _ => {
                let mut lives = self.lives.get_untracked();
                lives.retain(|live| {
                    let own = live.connection.with_untracked(Connection::key);
                    Ledger::storage_key(&own) == key && untrack(|| self.keeps_ledger(*live))
                });
                lives.into_iter().for_each(|live| self.show_ledger(live));
            }
        }
    }

    /// What is kept under a key, as far as it can be read; the person is told of the rest.
    pub(super) fn load<T: Kept>(self, storage: &dyn Storage, key: &str) -> Vec<T> {
        let (all, error) = match storage::load(storage, key) {
            Ok(read) => read,
            Err(error) => (Vec::new(), Some(error)),
        };
        self.tell_storage(error.map_or(Ok(()), Err));
        all
    }

    /// Keeps the connection, not its token, for the next visit.
    pub(super) fn remember(self, connection: &Connection) {
        let kept = storage::update(&LocalStorage, CONNECTIONS, &mut |all: &mut Vec<
            Connection,
        >| {
            all.retain(|known| known.key() != connection.key());
            all.push(connection.clone());
        });
        self.tell_storage(kept.map(|all| self.remembered.set(all)));
    }

    pub(super) fn unremember(self, connection: &Connection) {
        let kept = storage::update(&LocalStorage, CONNECTIONS, &mut |all: &mut Vec<
            Connection,
        >| {
            all.retain(|known| known.key() != connection.key());
        });
        self.tell_storage(kept.map(|all| self.remembered.set(all)));
    }

    /// Gives a connection another name, and with it everything that is kept under the old one.
    pub(super) fn rename(self, live: Live, name: &str) {
        let old = live.connection.get_untracked();
        let new = Connection {
            name: name.to_owned(),
            ..old.clone()
        };
        let (from, to) = (old.key(), new.key());
        let ledger = self.ledger(live);
        live.connection.set(new.clone());
        if !ledger.is_empty() {
            // Another connection may have had that name before: what is kept of it stays.
            self.change_ledger(live, |kept| {
                for entry in ledger.entries() {
                    kept.note(entry.clone());
                }
            });
            if live.unsaved.with_untracked(Option::is_none) {
                LocalStorage.remove(&Ledger::storage_key(&from));
            }
        }
        let moved = storage::update(&LocalStorage, NOTES, &mut |all: &mut Vec<Note>| {
            for note in all.iter_mut().filter(|note| note.connection == from) {
                note.connection = to.clone();
            }
        });
        self.tell_storage(moved.map(drop));
        self.change_journal(&mut |all| {
            for entry in all.iter_mut().filter(|entry| entry.connection == from) {
                entry.connection = to.clone();
            }
        });
        self.change_vault(&mut |all| {
            for kept in all.iter_mut().filter(|kept| kept.connection.key() == from) {
                kept.connection.name = name.to_owned();
            }
        });
        self.notices.update(|notices| {
            for notice in notices {
                if let Message::MayHaveHappened { note } | Message::Settled { note, .. } =
                    &mut notice.message
                    && note.connection == from
                {
                    note.connection = to.clone();
                }
            }
        });
        self.unremember(&old);
        self.remember(&new);
    }
}
