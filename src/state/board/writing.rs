//! Creating and replacing: each confirmation is sent once, noted before, and followed to its end.

use crate::signals::*;
use leptos::task::spawn_local;

use super::submission::{Submission, done};
use super::{Board, Editor, Failure, Purpose, Stage};
use crate::platform::{Change, Overlap};
use crate::state::journal::{of_removal, of_replacing, of_saving};
use crate::state::note::{Act, Note, ReplaceStage};
use crate::state::notice::{Message, Subject};
use crate::state::remote::Remote;
use crate::state::write::{self, Removal, Saving};
use crate::subscription::{Health, Subscription};

impl Board {
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
            let read = write::read_list(&self.door(), &it.session, &|_| ()).await;
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
                if self.was_closed(&it) {
                    self.tell(Message::Undecided(it.subject()));
                }
                it.editor.stage.set(Stage::Asking(taken));
            }
        });
    }

    fn send(self, it: Submission) {
        let in_place = untrack(|| it.live.capabilities().change) == Change::Update;
        match it.editor.purpose {
            Purpose::Edit(old) if in_place => self.send_update(it, old.kept()),
            Purpose::New | Purpose::Edit(_) => self.send_creation(it),
            Purpose::Replace(old) => self.send_replacement(it, old.kept()),
        }
    }

    fn send_creation(self, it: Submission) {
        it.editor.stage.set(Stage::Creating);
        let note = self.begin_note(it.live, it.deed(Act::Create, None));
        spawn_local(async move {
            let saving = self.create(&it).await;
            self.land(&note, of_saving(&saving));
            self.end_saving(&it, note, saving, Failure::Saving);
        });
    }

    fn send_update(self, it: Submission, old: &'static Subscription) {
        // What somebody else changed was shown when the first attempt ended; pressing again takes it as seen.
        let overwrite = it.editor.stage.with_untracked(|stage| {
            matches!(stage, Stage::Failed(Failure::Saving(Saving::Changed(_))))
        });
        it.editor.stage.set(Stage::Creating);
        let note = self.begin_note(it.live, it.deed(Act::Update, Some(old)));
        spawn_local(async move {
            let saving = write::update(&self.door(), &it.session, old, &it.valid, overwrite).await;
            self.land(&note, of_saving(&saving));
            self.end_saving(&it, note, saving, Failure::Saving);
        });
    }

    fn send_replacement(self, it: Submission, old: &'static Subscription) {
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
        let mut note = self.begin_note(it.live, it.deed(Act::Replace(stage), Some(old)));
        spawn_local(async move {
            if !removed {
                let removal = write::remove(&self.door(), &it.session, old).await;
                if !removal.is_gone() {
                    self.land(&note, of_removal(&removal));
                    self.end_failed_removal(&it, note, removal);
                    return;
                }
                self.warn(removal.warning());
                self.take_off(it.live, &old.id);
                note = self.advance_note(&note, ReplaceStage::Creating);
                it.editor.stage.set(Stage::Creating);
            }
            let saving = self.create(&it).await;
            self.land(&note, of_replacing(&saving));
            self.end_saving(&it, note, saving, Failure::RemovedOnly);
        });
    }

    /// Creates the draft. Where an attempt was lost before, nothing is sent blindly.
    async fn create(self, it: &Submission) -> Saving {
        let earlier = it.editor.lost.get_untracked();
        let (door, session) = (self.door(), &it.session);
        let known = it.live.known();
        if let Some(lost) = &earlier
            && let Some(saving) = write::look_again(&door, session, &it.valid, lost).await
        {
            return saving;
        }
        let saving = write::create(&door, session, &it.valid, &known).await;
        if let (None, Saving::Unknown { lost } | Saving::Absent { lost, .. }) = (&earlier, &saving)
        {
            it.editor.lost.set(Some((known, lost.clone())));
        }
        saving
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
            self.warn(warning);
            self.discard(it.editor);
            if self.is_open(it.editor) {
                self.close_dialog();
            }
            self.refresh(it.live);
            return;
        }
        let replaced = matches!(note.deed.act, Act::Replace(_));
        match (&saving, replaced) {
            (Saving::Unknown { .. }, _) => self.leave_open(note),
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
        if !self.was_closed(it) {
            return;
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
            Failure::Saving(Saving::Changed(_)) => Message::Undecided(subject),
            // Told as "may have happened" already, or no failure at all.
            Failure::Saving(_) | Failure::Removal(_) => return,
        };
        self.tell(message);
    }

    /// Whether the dialog was closed meanwhile; its draft is kept then.
    fn was_closed(self, it: &Submission) -> bool {
        let closed = !self.is_open(it.editor);
        if closed && !self.is_parked(it.editor) {
            self.parked.update(|parked| parked.push(it.editor));
        }
        closed
    }
}
