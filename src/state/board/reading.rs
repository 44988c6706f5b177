//! Reading the wall.

use crate::signals::*;
use leptos::task::spawn_local;

use super::{Board, Live};
use crate::platform::{Answered, ApiError, ListSource, TransportError};
use crate::state::notice::Message;
use crate::state::write::read_list;
use crate::subscription::Listing;
use crate::transport::{Browser, Transport as _};

impl Board {
    /// The way to the network, with the time limit of `config.json`.
    pub(super) fn door(self) -> Browser {
        Browser::new(self.config.with_value(|config| config.timeout_ms))
    }

    pub fn refresh_all(self) {
        for live in self.lives.get_untracked() {
            self.refresh(live);
        }
    }

    /// Reads one connection again. Rows that are on the wall stay there whatever comes of it.
    pub fn refresh(self, live: Live) {
        live.listing
            .update(|listing| *listing = std::mem::take(listing).begin());
        if live.capabilities().list == ListSource::Ledger {
            self.show_ledger(live);
            return;
        }
        let (door, abort) = self.door().abortable();
        live.begin_reading(abort);
        spawn_local(async move {
            let session = live.session();
            let Some(read) = read_list(&door, &session).await else {
                return;
            };
            if read == Err(ApiError::Transport(TransportError::Aborted)) {
                // A later reading took its place, or the connection was forgotten.
                return;
            }
            self.take_reading(live, read);
        });
    }

    pub(super) fn take_reading(self, live: Live, read: Result<Answered<Listing>, ApiError>) {
        if let Ok(answered) = &read {
            if let Some(warning) = &answered.warning {
                self.tell(Message::Warned(warning.clone()));
            }
            self.recheck(live, &answered.value);
        }
        let had_rows = live
            .listing
            .with_untracked(|listing| listing.value().is_some());
        if let (Err(error), true) = (&read, had_rows) {
            self.tell(Message::RefreshFailed {
                name: live.connection.with_untracked(|c| c.name.clone()),
                error: error.clone(),
            });
        }
        live.listing
            .update(|listing| *listing = std::mem::take(listing).end(read));
    }

    /// The ledger is this browser's own, so reading it is immediate.
    pub(super) fn show_ledger(self, live: Live) {
        let listing = self.ledger(live).listing(self.door().now());
        live.listing.update(|remote| {
            *remote = std::mem::take(remote).end(Ok(Answered {
                value: listing,
                warning: None,
            }))
        });
    }
}
