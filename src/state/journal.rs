//! The journal: every write of this browser, with what came of it.
//!
//! An entry is made before its write is sent, so that a write whose outcome nobody saw is in it as well. It holds what a
//! note holds, which is no secret, and our own sentence for a refusal, never the platform's words: those can repeat what
//! was sent.

use serde_json::Value;

use super::note::{Deed, Note};
use super::notice::Happened;
use super::write::{Removal, Saving};
use crate::platform::ApiError;
use crate::subscription::json::print;
use crate::subscription::kept::{Kept, WrongShape, object, optional_text, text};
use crate::subscription::{ConnectionKey, Instant};
use crate::text::editor::CHANGED;
use crate::text::error::sentence;

/// The storage key.
pub const JOURNAL: &str = "pegboard.journal";

/// So many entries are kept, the latest.
pub const LONGEST: usize = 300;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// That of the note of the write.
    pub id: String,
    pub connection: ConnectionKey,
    pub at: Instant,
    pub deed: Deed,
    pub outcome: Outcome,
    /// Why it was not done.
    pub why: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Sent, and nobody knows what came of it.
    Unknown,
    Done,
    /// The platform refused it, or its list does not show it.
    NotDone,
    /// A replacement whose old one is gone, and whose new one was not created.
    OnlyRemoved,
}

impl Entry {
    pub fn sent(note: &Note) -> Self {
        Self {
            id: note.id.clone(),
            connection: note.connection.clone(),
            at: note.at,
            deed: note.deed.clone(),
            outcome: Outcome::Unknown,
            why: None,
        }
    }
}

/// Adds an entry, or puts it in the place of the one with the same id; the oldest give way.
pub fn write(journal: &mut Vec<Entry>, entry: Entry) {
    match journal.iter_mut().find(|known| known.id == entry.id) {
        Some(known) => *known = entry,
        None => journal.push(entry),
    }
    let surplus = journal.len().saturating_sub(LONGEST);
    journal.drain(..surplus);
}

/// The journal as a file.
pub fn export(journal: &[Entry]) -> String {
    let entries: Vec<Value> = journal.iter().map(Kept::keep).collect();
    print(&object(&mut [
        ("format", Some("pegboard-journal".into())),
        ("version", Some(1.into())),
        ("entries", Some(entries.into())),
    ]))
}

/// How the second half of a replacement ended.
pub fn of_replacing(saving: &Saving) -> (Outcome, Option<String>) {
    match of_saving(saving) {
        (Outcome::NotDone, why) => (Outcome::OnlyRemoved, why),
        other => other,
    }
}

/// How a creation, an update or a switch ended, in the words of the journal.
pub fn of_saving(saving: &Saving) -> (Outcome, Option<String>) {
    match saving {
        Saving::Confirmed(_) | Saving::Found { .. } => (Outcome::Done, None),
        Saving::Refused(why) | Saving::Absent { lost: why, .. } => not_done(why),
        Saving::Changed(_) => (Outcome::NotDone, Some(CHANGED.to_owned())),
        Saving::Unknown { lost } => (Outcome::Unknown, Some(sentence(lost))),
    }
}

pub fn of_removal(removal: &Removal) -> (Outcome, Option<String>) {
    match removal {
        Removal::Confirmed(_) | Removal::Gone { .. } => (Outcome::Done, None),
        Removal::Refused(why) | Removal::StillThere { lost: why, .. } => not_done(why),
        Removal::Unknown { lost } => (Outcome::Unknown, Some(sentence(lost))),
    }
}

/// What a list, read later, says of a write.
pub const fn of_happened(happened: Happened) -> Outcome {
    match happened {
        Happened::Yes => Outcome::Done,
        Happened::No => Outcome::NotDone,
        Happened::OnlyRemoved => Outcome::OnlyRemoved,
    }
}

fn not_done(why: &ApiError) -> (Outcome, Option<String>) {
    (Outcome::NotDone, Some(sentence(why)))
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Unknown, Self::Done, Self::NotDone, Self::OnlyRemoved];

    const fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Done => "done",
            Self::NotDone => "not-done",
            Self::OnlyRemoved => "only-removed",
        }
    }
}

impl Kept for Entry {
    fn keep(&self) -> Value {
        object(&mut [
            ("id", Some(self.id.as_str().into())),
            ("connection", Some(self.connection.as_str().into())),
            ("at", Some(self.at.0.into())),
            ("deed", Some(self.deed.keep())),
            ("outcome", Some(self.outcome.key().into())),
            ("why", self.why.clone().map(Into::into)),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let outcome = text(value, "outcome")?;
        let mut known = Outcome::ALL.into_iter();
        Ok(Self {
            id: text(value, "id")?,
            connection: ConnectionKey::recall(value, "connection")?,
            at: Instant::recall(value, "at")?,
            deed: Deed::recall(value.get("deed").ok_or(WrongShape)?)?,
            outcome: known
                .find(|known| known.key() == outcome)
                .ok_or(WrongShape)?,
            why: optional_text(value, "why"),
        })
    }
}
