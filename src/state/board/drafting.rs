//! Drafts: opened, left, kept and discarded.

use crate::signals::*;

use super::editor::copy_of;
use super::{Board, Dialog, Editor, Lasting, Live, Purpose};
use crate::state::rescue::{self, DRAFTS, Rescued};
use crate::state::storage::{self, SessionStorage};
use crate::subscription::{Connection, Draft, Subscription};

impl Board {
    pub fn open_new(self, live: Live) {
        self.open_editor(live, Purpose::New, Draft::default());
    }

    pub fn open_duplicate(self, live: Live, subscription: &Subscription) {
        self.open_editor(live, Purpose::New, copy_of(subscription));
    }

    pub fn open_replace(self, live: Live, subscription: &Subscription) {
        let purpose = Purpose::Replace(Lasting::keep(subscription.clone()));
        self.open_editor(live, purpose, copy_of(subscription));
    }

    /// A draft for an event that is taken becomes a replacement of what is there; endpoint and headers stay.
    pub fn turn_into_replacement(self, editor: Editor, subscription: &Subscription) {
        let purpose = Purpose::Replace(Lasting::keep(subscription.clone()));
        let mut draft = editor.draft.get_untracked();
        draft.events.clone_from(&subscription.events);
        let live = editor.live.get_untracked();
        let editor = self.lasting(|| Editor::typed(self.next_number(), live, purpose, draft));
        self.dialog.set(Some(Dialog::Editor(editor)));
    }

    pub(super) fn open_editor(self, live: Live, purpose: Purpose, draft: Draft) {
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

    pub(super) fn is_open(self, editor: Editor) -> bool {
        self.dialog.with_untracked(
            |open| matches!(open, Some(Dialog::Editor(it)) if it.number == editor.number),
        )
    }

    pub(super) fn is_parked(self, editor: Editor) -> bool {
        self.parked
            .with_untracked(|parked| parked.iter().any(|other| other.number == editor.number))
    }

    /// Keeps what is typed and what was left for a reload, without secrets, as it changes.
    pub fn rescue_drafts(self) {
        crate::ui::watch(move || {
            let mut editors = self.parked.get();
            if let Some(Dialog::Editor(open)) = self.dialog.get() {
                open.draft.track();
                if open.is_worth_keeping() {
                    editors.push(open);
                }
            }
            let mut kept = self.rescued.get();
            kept.extend(editors.into_iter().map(Editor::rescued));
            let kept = storage::update(&SessionStorage, DRAFTS, &mut |all| all.clone_from(&kept));
            self.tell_storage(kept.map(drop));
        });
    }

    /// Brings back the drafts of a connection that is open again.
    pub(super) fn bring_back_drafts(self, live: Live) {
        let key = live.connection.with_untracked(Connection::key);
        let (mine, others): (Vec<_>, Vec<_>) = self
            .rescued
            .get_untracked()
            .into_iter()
            .partition(|it| it.connection == key);
        if mine.is_empty() {
            return;
        }
        self.rescued.set(others);
        for Rescued { purpose, draft, .. } in mine {
            let row = |id: &String| live.known().into_iter().find(|row| row.id == *id);
            let purpose = match &purpose {
                rescue::Purpose::Edit(id) => row(id).map(|old| Purpose::Edit(Lasting::keep(old))),
                rescue::Purpose::Replace(id) => {
                    row(id).map(|old| Purpose::Replace(Lasting::keep(old)))
                }
                rescue::Purpose::New => None,
            };
            let purpose = purpose.unwrap_or(Purpose::New);
            let editor = self.lasting(|| Editor::typed(self.next_number(), live, purpose, draft));
            self.parked.update(|parked| parked.push(editor));
        }
    }

    pub fn open_edit(self, live: Live, subscription: &Subscription) {
        let purpose = Purpose::Edit(Lasting::keep(subscription.clone()));
        self.open_editor(live, purpose, copy_of(subscription));
    }
}
