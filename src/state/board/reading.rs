//! Reading the wall.

use crate::signals::*;
use leptos::task::spawn_local;

use super::{Board, Live};
use crate::platform::{Answered, ApiError, TransportError};
use crate::state::notice::Message;
use crate::state::write::{Unfinished, learn, read_list};
use crate::subscription::{Connection, Listing, Platform};
use crate::transport::{Browser, Transport as _};

impl Board {
    /// The way to the network, with the time limit of `config.json`.
    pub(super) fn door(self) -> Browser {
        Browser::new(self.config.timeout_ms)
    }

    pub fn refresh_all(self) {
        let lives = self.lives.get_untracked().into_iter();
        for live in lives.filter(|live| !untrack(|| live.is_locked())) {
            self.refresh(live);
        }
    }

    /// Reads one connection again. Rows that are on the wall stay there whatever comes of it.
    pub fn refresh(self, live: Live) {
        let Some(live) = self.current(live) else {
            return;
        };
        live.listing
            .update(|listing| *listing = std::mem::take(listing).begin());
        let (door, abort) = self.door().abortable();
        live.begin_reading(abort);
        spawn_local(async move {
            let mut session = live.session();
            let mut refused = None;
            if live.connection.with_untracked(Connection::platform) == Platform::Sentera {
                (session.learned, refused) = learn(&door, &session).await;
                live.learned.set(session.learned.clone());
            }
            if untrack(|| self.keeps_ledger(live)) {
                self.show_ledger(live);
                if let Some(error) = refused {
                    live.listing
                        .update(|listing| *listing = std::mem::take(listing).end(Err(error)));
                }
                return;
            }
            let on_page = |listing: &Listing| {
                live.progress.set(Some((listing.rows.len(), listing.total)));
            };
            let read = read_list(&door, &session, &on_page).await;
            live.progress.set(None);
            let Some(read) = read else {
                return;
            };
            self.take_reading(live, read);
        });
    }

    /// Stops a reading: what was read before stays.
    pub fn cancel(self, live: Live) {
        live.stop_reading();
        live.progress.set(None);
    }

    fn take_reading(self, live: Live, read: Result<Answered<Listing>, Unfinished>) {
        let read = match read {
            // A later reading took its place, or the connection was forgotten, or the person stopped it.
            Err(Unfinished {
                error: ApiError::Transport(TransportError::Aborted),
                ..
            }) => {
                if !live.is_being_read() {
                    live.listing
                        .update(|listing| *listing = std::mem::take(listing).stop());
                }
                return;
            }
            Ok(answered) => {
                if let Some(warning) = &answered.warning {
                    self.tell(Message::Warned(warning.clone()));
                }
                self.recheck(live, &answered.value);
                self.tell_unfinished(live, Some(&answered.value));
                Ok(answered)
            }
            Err(unfinished) => Err(unfinished),
        };
        live.listing
            .update(|listing| *listing = std::mem::take(listing).end_reading(read));
    }

    /// The ledger is this browser's own, so reading it is immediate.
    pub(super) fn show_ledger(self, live: Live) {
        let listing = self.ledger(live).listing(
            live.connection.with_untracked(Connection::platform),
            self.door().now(),
        );
        live.listing.update(|remote| {
            *remote = std::mem::take(remote).end(Ok(Answered::without_warning(listing)));
        });
    }
}
