//! Noting writes before they are sent, and what becomes of the notes.

use crate::signals::*;

use super::{Board, Live};
use crate::platform::{self, Change};
use crate::state::journal::{self, JOURNAL, Outcome};
use crate::state::note::{Act, Deed, NOTES, Note, ReplaceStage};
use crate::state::notice::{Happened, Message};
use crate::state::settle::settle;
use crate::state::storage::{self, LocalStorage};
use crate::subscription::{Connection, Instant, Listing};
use crate::transport::Transport as _;

impl Board {
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
        // Where one changes a subscription by saving it again, what was there before is what is found.
        let saves_again = untrack(|| live.capabilities().change) == Change::SaveAgain;
        let before = live
            .known()
            .into_iter()
            .filter(|row| !saves_again && row.endpoint.as_deref() == Some(deed.endpoint.as_str()));
        let note = Note {
            id,
            connection,
            at,
            before: before.map(|row| row.id).collect(),
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
        if !self.has(&note.connection) {
            return;
        }
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
        if !self.has(&note.connection) {
            return;
        }
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
            let settled = list.and_then(|list| Some((settled(live, &note, list)?, list.read_at)));
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
            if settled(live, &note, list) == Some(Happened::Yes) {
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

/// What a list of this connection says of a noted write.
fn settled(live: Live, note: &Note, list: &Listing) -> Option<Happened> {
    let session = live.session();
    let groups = platform::events(&session.connection.access, &session.learned);
    let is_documented = |event: &str| {
        groups
            .iter()
            .any(|group| group.events.iter().any(|known| known == event))
    };
    settle(note, list, &is_documented)
}
