//! Everything about one subscription: its deliveries and its shared secret, read when they are wanted.

use crate::signals::*;
use leptos::task::spawn_local;

use super::{Board, Dialog, Lasting, Live};
use crate::platform::{self, Answered, ApiError};
use crate::state::remote::Remote;
use crate::subscription::{Deliveries, DeliveryFilter, Secret, Subscription};

pub type Details = Lasting<DetailsState>;

pub struct DetailsState {
    pub live: Live,
    pub target: Subscription,
    pub deliveries: RwSignal<Remote<Answered<Deliveries>>>,
    pub filter: RwSignal<DeliveryFilter>,
    pub secret: RwSignal<SharedSecret>,
}

/// The secret that a platform signs with. It is fetched on demand, and gone with the dialog.
#[derive(Clone, PartialEq, Eq)]
pub enum SharedSecret {
    NotFetched,
    Fetching,
    Fetched { secret: Secret, revealed: bool },
    Failed(ApiError),
}

impl Board {
    pub fn open_details(self, live: Live, subscription: &Subscription) {
        let details = self.lasting(|| {
            Lasting::keep(DetailsState {
                live,
                target: subscription.clone(),
                deliveries: RwSignal::new(Remote::Loading),
                filter: RwSignal::default(),
                secret: RwSignal::new(SharedSecret::NotFetched),
            })
        });
        self.dialog.set(Some(Dialog::Details(details)));
        self.read_deliveries(details, 1);
    }

    /// Reads a page of deliveries; a later page joins those before it.
    pub fn read_deliveries(self, details: Details, page: u32) {
        let session = details.live.session();
        let id = details.target.id.clone();
        let filter = details.filter.get_untracked();
        let request =
            platform::deliveries(&session.connection, &session.learned, &id, &filter, page);
        let Some(request) = request else {
            return;
        };
        details
            .deliveries
            .update(|read| *read = std::mem::take(read).begin());
        spawn_local(async move {
            let reply = session.send(&self.door(), &request).await;
            let read = reply.and_then(|reply| {
                platform::read_deliveries(&session.connection.access, &id, page, &reply)
            });
            // Another filter was chosen meanwhile: its own answer is on the way.
            if details.filter.with_untracked(|now| *now != filter) {
                return;
            }
            details.deliveries.update(|shown| {
                let before = shown
                    .value()
                    .filter(|_| page > 1)
                    .map(|before| before.value.items.clone());
                let read = read.map(|mut read| {
                    let mut items = before.unwrap_or_default();
                    let new = &mut read.value.items;
                    new.retain(|new| items.iter().all(|known| known.id != new.id));
                    items.append(new);
                    *new = items;
                    read
                });
                *shown = std::mem::take(shown).end(read);
            });
        });
    }

    pub fn filter_deliveries(self, details: Details, change: impl FnOnce(&mut DeliveryFilter)) {
        details.filter.update(change);
        self.read_deliveries(details, 1);
    }

    pub fn fetch_secret(self, details: Details) {
        let session = details.live.session();
        let id = details.target.id.clone();
        let Some(request) = platform::secret(&session.connection, &id) else {
            return;
        };
        details.secret.set(SharedSecret::Fetching);
        let locks = self.locks.get_untracked();
        spawn_local(async move {
            let reply = session.send(&self.door(), &request).await;
            let read = reply.and_then(|reply| platform::read_secret(&reply));
            // The dialog was closed meanwhile, and nobody wants it any more.
            if details
                .secret
                .with_untracked(|secret| *secret != SharedSecret::Fetching)
            {
                return;
            }
            details.secret.set(match read {
                Ok(_) if self.was_locked(locks) => SharedSecret::NotFetched,
                Ok(secret) => SharedSecret::Fetched {
                    secret,
                    revealed: false,
                },
                Err(error) => SharedSecret::Failed(error),
            });
        });
    }

    pub fn close_details(self, details: Details) {
        details.secret.set(SharedSecret::NotFetched);
        self.close_dialog();
    }
}
