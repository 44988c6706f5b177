//! Creating and replacing: each confirmation is sent once, noted before, and followed to its end.

use crate::signals::*;
use leptos::task::spawn_local;

use super::editor::copy_of;
use super::{Board, Dialog, Editor, Failure, Live, Purpose, Stage};
use crate::platform::{Change, Overlap};
use crate::state::note::{Deed, Note, ReplaceStage};
use crate::state::notice::{Message, Subject};
use crate::state::remote::Remote;
use crate::state::write::{self, Removal, Saving, Session};
use crate::subscription::built::IN_PLACE;
use crate::subscription::{Draft, Health, Subscription};
use crate::validation::Valid;

/// Everything one submission needs, taken once at its start.
struct Submission {
    editor: Editor,
    live: Live,
    session: Session,
    valid: Valid,
}

impl Board {
    pub fn open_new(self, live: Live) {
        self.open_editor(live, Purpose::New, Draft::default());
    }

    pub fn open_duplicate(self, live: Live, subscription: &Subscription) {
        self.open_editor(live, Purpose::New, copy_of(subscription));
    }

    pub fn open_replace(self, live: Live, subscription: &Subscription) {
        let purpose = Purpose::Replace(self.lasting(|| StoredValue::new(subscription.clone())));
        self.open_editor(live, purpose, copy_of(subscription));
    }

    /// A draft for an event that is taken becomes a replacement of what is there; endpoint and headers stay.
    pub fn turn_into_replacement(self, editor: Editor, subscription: &Subscription) {
        let purpose = Purpose::Replace(self.lasting(|| StoredValue::new(subscription.clone())));
        let mut draft = editor.draft.get_untracked();
        draft.events.clone_from(&subscription.events);
        self.open_editor(editor.live.get_untracked(), purpose, draft);
    }

    fn open_editor(self, live: Live, purpose: Purpose, draft: Draft) {
        let editor = self.lasting(|| Editor::new(self.next_number(), live, purpose, draft));
        self.dialog.set(Some(Dialog::Editor(editor)));
    }

    /// Closes the dialog; a draft that was touched, or that is on its way, is kept.
    pub fn leave_editor(self, editor: Editor) {
        if editor.is_worth_keeping() && !self.is_parked(editor) {
            self.parked.update(|parked| parked.push(editor));
        }
        if self.is_open(editor) {
            self.close_dialog();
        }
    }

    pub fn reopen(self, editor: Editor) {
        self.discard(editor);
        self.dialog.set(Some(Dialog::Editor(editor)));
    }

    pub fn discard(self, editor: Editor) {
        self.parked
            .update(|parked| parked.retain(|other| other.number != editor.number));
    }

    fn is_open(self, editor: Editor) -> bool {
        self.dialog.with_untracked(
            |open| matches!(open, Some(Dialog::Editor(it)) if it.number == editor.number),
        )
    }

    fn is_parked(self, editor: Editor) -> bool {
        self.parked
            .with_untracked(|parked| parked.iter().any(|other| other.number == editor.number))
    }

    pub fn open_edit(self, live: Live, subscription: &Subscription) {
        let purpose = Purpose::Edit(self.lasting(|| StoredValue::new(subscription.clone())));
        self.open_editor(live, purpose, copy_of(subscription));
    }

    /// Sends the draft, unless it is on its way already or has problems; those are shown from now on. Where the platform
    /// does not say what saving over something does, the list is read first and the person is asked.
    pub fn submit(self, editor: Editor) {
        let Some(it) = self.submission(editor) else {
            return;
        };
        let undocumented = untrack(|| it.live.capabilities().overlap) == Overlap::Undocumented;
        if undocumented {
            self.look_before(it);
        } else {
            self.send(it);
        }
    }

    /// Sends what the person was asked about.
    pub fn submit_anyway(self, editor: Editor) {
        if let Some(it) = self.submission(editor) {
            self.send(it);
        }
    }

    fn submission(self, editor: Editor) -> Option<Submission> {
        if untrack(|| editor.is_sending()) {
            return None;
        }
        editor.tried.set(true);
        let valid = untrack(|| editor.judge()).ok()?;
        let live = editor.live.get_untracked();
        Some(Submission {
            editor,
            live,
            session: live.session(),
            valid,
        })
    }

    fn look_before(self, it: Submission) {
        it.editor.stage.set(Stage::Checking);
        spawn_local(async move {
            let read = write::read_list(&self.door(), &it.session, |_| ()).await;
            let list = match read {
                Some(Ok(list)) => list,
                Some(Err(unfinished)) => {
                    let failure = Failure::Saving(Saving::Refused(unfinished.error));
                    self.tell_when_closed(&it, &failure);
                    it.editor.stage.set(Stage::Failed(failure));
                    return;
                }
                None => return self.send(it),
            };
            let elsewhere = |row: &&Subscription| {
                row.reading.health != Health::Disabled
                    && row.endpoint.as_deref() != Some(it.valid.endpoint.href())
                    && row
                        .events
                        .iter()
                        .any(|event| it.valid.events.contains(event))
            };
            let taken: Vec<Subject> = list
                .value
                .subscriptions()
                .filter(elsewhere)
                .map(Subject::of)
                .collect();
            it.live.listing.set(Remote::Ready(list));
            if taken.is_empty() {
                self.send(it);
            } else {
                it.editor.stage.set(Stage::Asking(taken));
            }
        });
    }

    fn send(self, it: Submission) {
        let in_place = untrack(|| it.live.capabilities().change) == Change::Update;
        match it.editor.purpose {
            Purpose::Edit(old) if IN_PLACE && in_place => self.send_update(it, old.get_value()),
            Purpose::New | Purpose::Edit(_) => self.send_creation(it),
            Purpose::Replace(old) => self.send_replacement(it, old.get_value()),
        }
    }

    fn send_creation(self, it: Submission) {
        it.editor.stage.set(Stage::Creating);
        let deed = Deed::Create {
            event: it.event(),
            endpoint: it.endpoint(),
        };
        let note = self.begin_note(it.live, deed);
        spawn_local(async move {
            let known = it.live.known();
            let saving = write::create(&self.door(), &it.session, &it.valid, &known).await;
            self.land();
            self.end_saving(&it, note, saving, Failure::Saving);
        });
    }

    fn send_update(self, it: Submission, old: Subscription) {
        // What somebody else changed was shown when the first attempt ended; pressing again takes it as seen.
        let overwrite = it.editor.stage.with_untracked(|stage| {
            matches!(stage, Stage::Failed(Failure::Saving(Saving::Changed(_))))
        });
        it.editor.stage.set(Stage::Creating);
        let deed = Deed::Update {
            id: old.id.clone(),
            event: it.event(),
            endpoint: it.endpoint(),
        };
        let note = self.begin_note(it.live, deed);
        spawn_local(async move {
            let saving = write::update(&self.door(), &it.session, &old, &it.valid, overwrite).await;
            self.land();
            self.end_saving(&it, note, saving, Failure::Saving);
        });
    }

    fn send_replacement(self, it: Submission, old: Subscription) {
        let removed = untrack(|| it.editor.is_removed());
        let stage = if removed {
            ReplaceStage::Creating
        } else {
            ReplaceStage::Removing
        };
        it.editor.stage.set(if removed {
            Stage::Creating
        } else {
            Stage::Removing
        });
        let deed = Deed::Replace {
            id: old.id.clone(),
            event: it.event(),
            endpoint: it.endpoint(),
            stage,
        };
        let mut note = self.begin_note(it.live, deed);
        spawn_local(async move {
            if !removed {
                let removal = write::remove(&self.door(), &it.session, &old).await;
                if !removal.is_gone() {
                    self.land();
                    self.end_failed_removal(&it, note, removal);
                    return;
                }
                self.take_off(it.live, &old.id);
                note = self.advance_note(&note, ReplaceStage::Creating);
                it.editor.stage.set(Stage::Creating);
            }
            let known = it.live.known();
            let saving = write::create(&self.door(), &it.session, &it.valid, &known).await;
            self.land();
            self.end_saving(&it, note, saving, Failure::RemovedOnly);
        });
    }

    fn end_saving(
        self,
        it: &Submission,
        note: Note,
        saving: Saving,
        failed: fn(Saving) -> Failure,
    ) {
        if let Some((subscriptions, warning)) = saving.subscriptions() {
            self.settle_note(&note);
            for subscription in subscriptions {
                self.put_on(it.live, subscription, &it.session);
            }
            self.tell(done(it, &saving, subscriptions));
            if let Some(warning) = warning {
                self.tell(Message::Warned(warning.clone()));
            }
            self.discard(it.editor);
            if self.is_open(it.editor) {
                self.close_dialog();
            }
            self.refresh(it.live);
            return;
        }
        let replaced = matches!(note.deed, Deed::Replace { .. });
        match (&saving, replaced) {
            (Saving::Unknown { .. }, _) => {
                it.editor.lost.set_value(true);
                self.leave_open(note);
            }
            // "Removed, not created again" outlives a reload: nothing is delivered until somebody acts.
            (_, true) => {
                self.settle_note(&note);
                self.advance_note(&note, ReplaceStage::Removed);
            }
            // A refusal says nothing of an earlier attempt whose answer was lost: that one stays noted.
            (_, false) => self.end_note(&note.id),
        }
        self.tell_when_closed(it, &failed(saving.clone()));
        it.editor.stage.set(Stage::Failed(failed(saving)));
    }

    fn end_failed_removal(self, it: &Submission, note: Note, removal: Removal) {
        match &removal {
            Removal::Unknown { .. } => self.leave_open(note),
            Removal::Refused(_) => self.end_note(&note.id),
            _ => self.settle_note(&note),
        }
        let failure = Failure::Removal(removal);
        self.tell_when_closed(it, &failure);
        it.editor.stage.set(Stage::Failed(failure));
    }

    /// A failure stands in its dialog; when that was closed meanwhile, it becomes a notice and the draft is kept.
    fn tell_when_closed(self, it: &Submission, failure: &Failure) {
        if self.is_open(it.editor) {
            return;
        }
        if !self.is_parked(it.editor) {
            self.parked.update(|parked| parked.push(it.editor));
        }
        let subject = it.subject();
        let message = match failure {
            Failure::Saving(Saving::Refused(error)) | Failure::Removal(Removal::Refused(error)) => {
                Message::WriteFailed {
                    subject,
                    error: error.clone(),
                }
            }
            Failure::Saving(Saving::Absent { at, .. }) => Message::NotThere { subject, at: *at },
            Failure::Removal(Removal::StillThere { at, .. }) => {
                Message::StillThere { subject, at: *at }
            }
            Failure::RemovedOnly(_) => Message::RemovedNotCreated { subject },
            // Told as "may have happened" already, or no failure at all.
            Failure::Saving(_) | Failure::Removal(_) => return,
        };
        self.tell(message);
    }
}

fn done(it: &Submission, saving: &Saving, rows: &[Subscription]) -> Message {
    let saved_again = untrack(|| it.live.capabilities().change) == Change::SaveAgain;
    match (it.editor.purpose, saving) {
        _ if saved_again => Message::Saved(rows.iter().map(Subject::of).collect()),
        (Purpose::Replace(_), _) => Message::Replaced(it.subject()),
        (Purpose::Edit(_), _) => Message::Updated(it.subject()),
        (Purpose::New, Saving::Found { .. }) => Message::CreatedFound(it.subject()),
        (Purpose::New, _) => Message::Created(it.subject()),
    }
}

impl Submission {
    fn event(&self) -> String {
        self.valid.events.join(", ")
    }

    fn endpoint(&self) -> String {
        self.valid.endpoint.href().to_owned()
    }

    fn subject(&self) -> Subject {
        Subject {
            event: self.event(),
            endpoint: self.endpoint(),
        }
    }
}
