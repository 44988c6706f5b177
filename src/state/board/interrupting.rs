//! A token that is refused in the middle of something: another one is given in place, then it goes on.

use crate::signals::*;

use super::{Board, Dialog, Live, SharedSecret};

impl Board {
    /// Asks for another token of a connection. What is open is open again afterwards, as it was.
    pub fn interrupt(self, live: Live) {
        let open = self.dialog.get_untracked();
        match open {
            Some(Dialog::Editor(editor)) => self.leave_editor(editor),
            Some(Dialog::Details(details)) => details.secret.set(SharedSecret::NotFetched),
            _ => {}
        }
        self.interrupted.set(open);
        self.dialog.set(Some(Dialog::Connection(live)));
    }

    /// The token was proven: goes back to what was interrupted. Nothing is sent again by itself.
    pub fn resume(self) {
        let interrupted = self.interrupted.try_update(Option::take).flatten();
        match interrupted {
            Some(Dialog::Editor(editor)) => self.reopen(editor),
            other => self.dialog.set(other),
        }
    }

    /// No token was given; a draft that was interrupted is kept.
    pub fn give_up(self) {
        self.interrupted.set(None);
        self.close_dialog();
    }
}
