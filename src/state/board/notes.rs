//! Noting writes before they are sent, and what becomes of the notes.

use crate::signals::*;

use super::{Board, Live};
use crate::state::journal::{self, JOURNAL, Outcome};
use crate::state::ledger::Ledger;
use crate::state::note::{Act, Deed, NOTES, Note, ReplaceStage};
use crate::state::notice::{Happened, Message, settle};
use crate::state::rescue::DRAFTS;
use crate::state::storage::{self, LocalStorage, SessionStorage, Storage as _};
use crate::state::vault::VAULT;
use crate::subscription::kept::Kept;
use crate::subscription::{Connection, Instant, Listing};
use crate::transport::Transport as _;

const CONNECTIONS: &str = "pegboard.connections";

impl Board {
    /// Reads what earlier visits left.
    pub(super) fn recall(self) {
        for key in [CONNECTIONS, VAULT, JOURNAL] {
            self.recall_one(key);
        }
        self.read_kept(NOTES, self.notes);
        match storage::load(&SessionStorage, DRAFTS) {
            Ok(drafts) => self.rescued.set(drafts),
            Err(error) => self.tell_storage(Err(error)),
        }
    }

    /// Takes over what is kept under one key, which another tab may have written.
    pub(super) fn recall_one(self, key: &str) {
        match key {
            CONNECTIONS => self.read_kept(key, self.remembered),
            VAULT => self.read_kept(key, self.vault),
            JOURNAL => self.read_kept(key, self.journal),
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

    fn read_kept<T: Kept + Send + Sync + 'static>(self, key: &str, into: RwSignal<Vec<T>>) {
        match storage::load(&LocalStorage, key) {
            Ok(all) => into.set(all),
            Err(error) => self.tell_storage(Err(error)),
        }
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

    /// Notes a write before it is sent.
    pub(super) fn begin_note(self, live: Live, deed: Deed) -> Note {
        let at = self.door().now();
        // The moment alone could be the same in two tabs.
        let id = format!(
            "{}-{:x}",
            at.0,
            (js_sys::Math::random() * f64::from(u32::MAX)) as u32
        );
        let connection = live.connection.with_untracked(Connection::key);
        let note = Note {
            id,
            connection,
            at,
            deed,
        };
        self.keep_note(note.clone());
        self.change_journal(&mut |all| journal::write(all, journal::Entry::sent(&note)));
        self.in_flight.update(|count| *count += 1);
        note
    }

    /// A replacement came one step further.
    pub(super) fn advance_note(self, note: &Note, to: ReplaceStage) -> Note {
        let mut note = note.clone();
        note.deed.act = Act::Replace(to);
        self.keep_note(note.clone());
        note
    }

    fn keep_note(self, note: Note) {
        let kept = storage::update(&LocalStorage, NOTES, &mut |all: &mut Vec<Note>| {
            all.retain(|known| known.id != note.id);
            all.push(note.clone());
        });
        self.tell_storage(kept.map(drop));
    }

    /// The write is not under way any more; the journal gets to know what came of it.
    pub(super) fn land(self, note: &Note, (outcome, why): (Outcome, Option<String>)) {
        self.in_flight
            .update(|count| *count = count.saturating_sub(1));
        self.record(note, outcome, why);
    }

    fn record(self, note: &Note, outcome: Outcome, why: Option<String>) {
        let entry = journal::Entry {
            outcome,
            why,
            ..journal::Entry::sent(note)
        };
        self.change_journal(&mut |all| journal::write(all, entry.clone()));
    }

    /// Changes the journal. One that cannot be kept is kept for this visit.
    pub(super) fn change_journal(self, change: &mut dyn FnMut(&mut Vec<journal::Entry>)) {
        match storage::update(&LocalStorage, JOURNAL, change) {
            Ok(all) => self.journal.set(all),
            Err(error) => {
                self.journal.update(change);
                self.tell_storage(Err(error));
            }
        }
    }

    /// The person's own choice: what was done stays done.
    pub fn clear_journal(self) {
        self.change_journal(&mut Vec::clear);
    }

    /// This one write is over, or the person has dealt with it.
    pub(super) fn end_note(self, id: &str) {
        self.end_notes(|note| note.id == id);
    }

    /// The outcome of a write is known, and with it that of every earlier one that it settles.
    pub(super) fn settle_note(self, note: &Note) {
        self.end_notes(|other| other.id == note.id || other.is_settled_by(note));
    }

    /// Nobody knows how a write ended: it takes the place of an earlier one that says the same, or of an earlier stage.
    pub(super) fn leave_open(self, note: Note) {
        let is_stage = matches!(note.deed.act, Act::Replace(_));
        let replaces =
            |other: &Note| other.is_settled_by(&note) && (is_stage || other.deed == note.deed);
        self.end_notes(|other| other.id != note.id && replaces(other));
        self.tell(Message::MayHaveHappened { note });
    }

    /// The notes of one connection are of no use when it is forgotten.
    pub(super) fn forget_notes(self, connection: &Connection) {
        let key = connection.key();
        self.end_notes(|note| note.connection == key);
        self.change_journal(&mut |all| all.retain(|entry| entry.connection != key));
    }

    /// Ends notes, and with them the notices that stand for them.
    fn end_notes(self, ended: impl Fn(&Note) -> bool) {
        let kept = storage::update(&LocalStorage, NOTES, &mut |all: &mut Vec<Note>| {
            all.retain(|note| !ended(note))
        });
        self.tell_storage(kept.map(drop));
        self.notes.update(|notes| notes.retain(|note| !ended(note)));
        self.notices
            .update(|notices| notices.retain(|notice| !notice.message.note().is_some_and(&ended)));
    }

    /// Tells what became of the unfinished writes of earlier visits, as far as it can be known.
    pub(super) fn tell_unfinished(self, live: Live, list: Option<&Listing>) {
        let key = live.connection.with_untracked(Connection::key);
        let unfinished: Vec<Note> = self.notes.with_untracked(|notes| {
            notes
                .iter()
                .filter(|note| note.connection == key)
                .cloned()
                .collect()
        });
        for note in unfinished {
            self.notes
                .update(|notes| notes.retain(|known| known.id != note.id));
            let settled = list.and_then(|list| Some((settle(&note, list)?, list.read_at)));
            if let Some((happened, _)) = settled {
                self.record(&note, journal::of_happened(happened), None);
            }
            self.tell(match settled {
                Some((happened, at)) => Message::Settled { happened, at, note },
                None => Message::MayHaveHappened { note },
            });
        }
    }

    /// Compares a note of this visit with a list that was read later.
    pub(super) fn recheck(self, live: Live, list: &Listing) {
        let key = live.connection.with_untracked(Connection::key);
        let open: Vec<(usize, Note)> = self.notices.with_untracked(|notices| {
            let still_open = |notice: &crate::state::notice::Notice| match &notice.message {
                Message::MayHaveHappened { note } if note.connection == key => {
                    Some((notice.number, note.clone()))
                }
                _ => None,
            };
            notices.iter().filter_map(still_open).collect()
        });
        for (number, note) in open {
            let at: Instant = list.read_at;
            if settle(&note, list) == Some(Happened::Yes) {
                self.notices
                    .update(|notices| notices.retain(|notice| notice.number != number));
                self.record(&note, Outcome::Done, None);
                self.tell(Message::Settled {
                    happened: Happened::Yes,
                    at,
                    note,
                });
            }
        }
    }
}
