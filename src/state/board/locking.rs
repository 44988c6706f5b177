//! Forgetting secrets: by a press, by an idle hour, in every tab at once.

use std::cell::Cell;
use std::time::Duration;

use crate::signals::*;
use wasm_bindgen::JsCast as _;

use super::{Board, Dialog};
use crate::state::idle;
use crate::state::notice::Message;
use crate::state::storage::{LocalStorage, Storage as _};
use crate::subscription::Instant;
use crate::transport::Transport as _;

/// Written when one tab locks, so that the others do.
const LOCKED: &str = "pegboard.locked";

/// How often it is looked whether anybody is there.
const LOOK: Duration = Duration::from_secs(5);

/// Milliseconds.
const MINUTE: u64 = 60_000;

/// How often it is written down for other tabs that somebody is, in milliseconds.
const NOTE_EVERY: u64 = 10_000;

impl Board {
    /// Whether there is something to be locked; tracked.
    pub fn is_open_anywhere(self) -> bool {
        self.lives
            .with(|lives| lives.iter().any(|live| !live.is_locked()))
    }

    /// Forgets every secret, here and in every other tab of this console.
    pub fn lock(self) {
        self.lock_here();
        // Where the browser keeps nothing, there is nothing that other tabs could hear.
        let _ = LocalStorage.set(LOCKED, &self.door().now().0.to_string());
    }

    /// Forgets tokens, typed header values and fetched secrets. What was read stays in sight, and so do drafts without
    /// their secrets.
    fn lock_here(self) {
        if let Some(open) = self.dialog.get_untracked() {
            match open {
                Dialog::Editor(editor) => self.leave_editor(editor),
                Dialog::Details(details) => self.close_details(details),
                _ => self.close_dialog(),
            }
        }
        self.interrupted.set(None);
        for editor in self.parked.get_untracked() {
            editor
                .draft
                .update(crate::subscription::Draft::forget_secrets);
        }
        self.locks.update(|locks| *locks += 1);
        let lives = self.lives.get_untracked();
        let was_open = lives.iter().any(|live| !untrack(|| live.is_locked()));
        lives.into_iter().for_each(super::Live::lock);
        if was_open {
            self.tell(Message::Locked);
        }
    }

    /// Locks after the time of the person's choice in which nobody pressed anything, and when another tab locks; takes
    /// over what other tabs keep.
    pub fn watch_others(self) {
        let last = std::rc::Rc::new(Cell::new(self.door().now()));
        let noted = Cell::new(Instant::default());
        for event in ["pointerdown", "keydown", "wheel"] {
            let (last, noted) = (last.clone(), noted.clone());
            std::mem::forget(window_event_listener_untyped(event, move |_| {
                let now = self.door().now();
                last.set(now);
                if now.since(noted.get()) > NOTE_EVERY {
                    noted.set(now);
                    let _ = LocalStorage.set(idle::ACTIVE, &now.0.to_string());
                }
            }));
        }
        // What was typed is forgotten without a connection too, once for each time that nobody is there.
        let locked = Cell::new(Instant::default());
        let look = move || {
            let now = self.door().now();
            if now.since(self.now.get_untracked()) >= MINUTE {
                self.now.set(now);
            }
            let is_idle = || idle::is_idle(&LocalStorage, last.get(), now);
            let may_hold = locked.get() != last.get() || untrack(|| self.is_open_anywhere());
            if may_hold && is_idle() {
                locked.set(last.get());
                self.lock();
            }
        };
        // The console lives as long as its page.
        set_interval(look, LOOK);
        std::mem::forget(window_event_listener_untyped("storage", move |event| {
            if let Ok(event) = event.dyn_into::<web_sys::StorageEvent>() {
                self.hear(event.key().as_deref());
            }
        }));
    }

    /// Another tab has written something; no name means that it has removed everything.
    fn hear(self, key: Option<&str>) {
        match key {
            Some(LOCKED) | None => self.lock_here(),
            Some(key) => self.recall_one(key),
        }
    }
}
