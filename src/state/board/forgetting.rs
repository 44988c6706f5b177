//! Forgetting connections: one, those that another tab has forgotten, all.

use crate::signals::*;

use super::{Board, Live};
use crate::state::ledger::Ledger;
use crate::state::notice::Message;
use crate::state::route::Route;
use crate::state::storage::{LocalStorage, SessionStorage, Storage as _};
use crate::subscription::{Connection, ConnectionKey};

impl Board {
    /// Takes a connection off the wall, with its token and everything that is kept about it. A write that is on its way
    /// ends unseen.
    pub fn forget(self, connection: &Connection) {
        let key = connection.key();
        let is_of = |live: &Live| live.connection.with_untracked(Connection::key) == key;
        for live in self.lives.get_untracked().into_iter().filter(is_of) {
            live.lock();
        }
        self.lives.update(|lives| lives.retain(|live| !is_of(live)));
        self.parked
            .update(|parked| parked.retain(|editor| !is_of(&editor.live.get_untracked())));
        self.rescued
            .update(|rescued| rescued.retain(|it| it.connection != key));
        LocalStorage.remove(&Ledger::storage_key(&key));
        self.forget_notes(connection);
        self.unkeep_token(connection);
        self.unremember(connection);
        self.tell(Message::Forgotten {
            name: connection.name.clone(),
        });
    }

    /// Where another tab has forgotten or renamed a connection, this one sends nothing for it any more.
    pub(super) fn lock_forgotten(self, before: &[Connection]) {
        let is_in = |all: &[Connection], key: &ConnectionKey| all.iter().any(|it| it.key() == *key);
        for live in self.lives.get_untracked() {
            let connection = live.connection.get_untracked();
            let key = connection.key();
            let is_kept = self.remembered.with_untracked(|now| is_in(now, &key));
            if is_in(before, &key) && !is_kept && !untrack(|| live.is_locked()) {
                live.lock();
                self.tell(Message::ForgottenElsewhere {
                    name: connection.name,
                });
            }
        }
    }

    /// Forgets everything, as if the console had never been opened in this browser. No platform is asked to do anything.
    pub fn forget_everything(self) {
        self.lock();
        for live in self.lives.get_untracked() {
            live.unsaved.set(None);
        }
        self.lives.set(Vec::new());
        self.parked.set(Vec::new());
        self.remembered.set(Vec::new());
        self.vault.set(Vec::new());
        self.journal.set(Vec::new());
        self.notes.set(Vec::new());
        self.notices.set(Vec::new());
        self.prefill.set(None);
        self.dialog.set(None);
        self.rescued.set(Vec::new());
        LocalStorage.clear();
        SessionStorage.clear();
        self.tell(Message::ForgottenAll);
        self.route.set(Route::Connect);
    }
}
