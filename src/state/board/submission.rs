//! A draft on its way.

use crate::signals::*;

use super::{Editor, Live, Purpose};
use crate::platform::Change;
use crate::state::note::{Act, Deed};
use crate::state::notice::{Message, Subject};
use crate::state::write::{Saving, Session};
use crate::subscription::Subscription;
use crate::validation::Valid;

/// Everything one submission needs, taken once at its start.
pub(super) struct Submission {
    pub editor: Editor,
    pub live: Live,
    pub session: Session,
    pub valid: Valid,
}

impl Submission {
    pub fn deed(&self, act: Act, old: Option<&Subscription>) -> Deed {
        Deed {
            act,
            id: old.map(|old| old.id.clone()),
            event: self.event(),
            endpoint: self.endpoint(),
        }
    }

    fn event(&self) -> String {
        self.valid.events.join(", ")
    }

    fn endpoint(&self) -> String {
        self.valid.endpoint.href().to_owned()
    }

    pub fn subject(&self) -> Subject {
        Subject {
            event: self.event(),
            endpoint: self.endpoint(),
        }
    }
}

/// What is told of a draft that has become a subscription.
pub(super) fn done(it: &Submission, saving: &Saving, rows: &[Subscription]) -> Message {
    let saved_again = untrack(|| it.live.capabilities().change) == Change::SaveAgain;
    match (it.editor.purpose, saving) {
        _ if saved_again => Message::Saved(rows.iter().map(Subject::of).collect()),
        (Purpose::Replace(_), _) => Message::Replaced(it.subject()),
        (Purpose::Edit(_), _) => Message::Updated(it.subject()),
        (Purpose::New, Saving::Found { .. }) => Message::CreatedFound(it.subject()),
        (Purpose::New, _) => Message::Created(it.subject()),
    }
}
