//! Rows that come and go by this console's own hand, and the ledger behind them.

use crate::signals::*;

use super::live::Unsaved;
use super::{Board, Live};
use crate::platform::happycolis::at_creation;
use crate::state::ledger::{self, Entry, Ledger, Origin};
use crate::state::notice::{Message, Subject};
use crate::state::storage::{self, LocalStorage};
use crate::state::write::Session;
use crate::subscription::{Connection, LedgerHealth, Row, Subscription};
use crate::transport::Transport as _;

impl Board {
    /// A subscription was created: its row appears at once, and where no list is documented the ledger keeps it.
    pub(super) fn put_on(self, live: Live, subscription: &Subscription, session: &Session) {
        let Some(live) = self.current(live) else {
            return;
        };
        if untrack(|| self.keeps_ledger(live)) {
            let entry = Entry {
                id: subscription.id.clone(),
                event: subscription.event_names(),
                endpoint: subscription.endpoint.clone().unwrap_or_default(),
                origin: Origin::Created,
                health: at_creation(subscription),
                noted: subscription.reading.at,
                organization: session
                    .credential
                    .claims()
                    .and_then(|claims| claims.organization),
            };
            self.change_ledger(live, |ledger| ledger.note(entry));
            return;
        }
        live.listing.update(|listing| {
            let Some(read) = listing.value_mut() else {
                return;
            };
            let rows = &mut read.value.rows;
            let known = rows.iter_mut().find(|row| {
                row.subscription()
                    .is_some_and(|row| row.id == subscription.id)
            });
            let row = Row::Subscription(subscription.clone());
            match known {
                Some(known) => *known = row,
                None => rows.push(row),
            }
        });
    }

    /// A subscription is certainly gone: so is its row.
    pub(super) fn take_off(self, live: Live, id: &str) {
        let Some(live) = self.current(live) else {
            return;
        };
        if untrack(|| self.keeps_ledger(live)) {
            self.change_ledger(live, |ledger| ledger.forget(id));
            return;
        }
        live.listing.update(|listing| {
            if let Some(read) = listing.value_mut() {
                read.value
                    .rows
                    .retain(|row| row.subscription().is_none_or(|row| row.id != id));
            }
        });
    }

    pub(super) fn change_ledger(self, live: Live, change: impl FnOnce(&mut Ledger)) {
        let mut ledger = self.ledger(live);
        change(&mut ledger);
        let key = live.connection.with_untracked(Connection::key);
        let kept = storage::update(&LocalStorage, &Ledger::storage_key(&key), &mut |kept| {
            *kept = ledger.entries().to_vec();
        });
        let before = || {
            self.kept_ledger(live)
                .into_iter()
                .map(|entry| entry.id)
                .collect()
        };
        live.unsaved.set(kept.is_err().then(|| Unsaved {
            ledger,
            before: before(),
        }));
        self.tell_storage(kept.map(drop));
        self.show_ledger(live);
    }

    /// The ledger as it is now: read afresh, because a second tab may have written to it.
    pub(super) fn ledger(self, live: Live) -> Ledger {
        let kept = self.kept_ledger(live);
        let Some(Unsaved { mut ledger, before }) = live.unsaved.get_untracked() else {
            return kept.into();
        };
        // What a second tab could keep meanwhile is not lost with it.
        for entry in kept.into_iter().filter(|it| !before.contains(&it.id)) {
            ledger.note(entry);
        }
        ledger
    }

    fn kept_ledger(self, live: Live) -> Vec<Entry> {
        let key = live.connection.with_untracked(Connection::key);
        self.load(&LocalStorage, &Ledger::storage_key(&key))
    }

    /// Notes a subscription that exists on the platform and that the console did not create.
    pub fn track(self, live: Live, id: &str, event: &str, endpoint: &str) {
        let entry = Entry {
            id: id.trim().to_owned(),
            event: ledger::events(event),
            endpoint: endpoint.trim().to_owned(),
            origin: Origin::Tracked,
            health: LedgerHealth::NeverReported,
            noted: self.door().now(),
            organization: live
                .session()
                .credential
                .claims()
                .and_then(|claims| claims.organization),
        };
        let subject = Subject {
            event: entry.event.clone(),
            endpoint: entry.endpoint.clone(),
        };
        self.change_ledger(live, |ledger| ledger.note(entry));
        self.tell(Message::Tracked(subject));
        self.close_dialog();
    }

    /// The text of the ledger's file.
    pub fn export_ledger(self, live: Live) -> String {
        self.ledger(live)
            .export(&live.connection.with_untracked(Connection::key))
    }

    /// Takes the text of a ledger's file; it can come after the connection was forgotten.
    pub fn import_ledger(self, live: Live, text: &str) {
        let Some(live) = self.current(live) else {
            return;
        };
        let key = live.connection.with_untracked(Connection::key);
        let mut result = Ok(Default::default());
        self.change_ledger(live, |ledger| result = ledger.import(text, &key));
        self.tell(match result {
            Ok(imported) => Message::Imported(imported),
            Err(error) => Message::ImportFailed(error),
        });
    }
}
