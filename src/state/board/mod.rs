//! The board: all state of the running console. Its signals live as long as the app, so no page can dispose of them.

mod acting;
mod asking;
mod connecting;
mod demo;
mod detailing;
mod drafting;
mod editor;
mod forgetting;
mod interrupting;
mod keeping;
mod lasting;
mod ledgers;
mod live;
mod locking;
mod notes;
mod notices;
mod overlapping;
mod reading;
mod remembering;
mod removing;
mod submission;
mod writing;

pub use connecting::{ConnectError, NewConnection};
pub use detailing::{Details, SharedSecret};
pub use editor::{Editor, Failure, Purpose, Stage};
pub use keeping::UnlockError;
pub use live::Live;
pub use removing::{RemoveStage, Removing};

pub use lasting::Lasting;

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::reactive::owner::Owner;

use crate::signals::*;

use super::config::Config;
use super::journal;
use super::note::Note;
use super::notice::Notice;
use super::rescue::Rescued;
use super::route::{Route, View};
use super::vault::Sealed;
use crate::subscription::{Connection, ConnectionKey, Instant};
use crate::transport::{Browser, Transport as _};

/// Everything that outlives a page.
pub type Board = Lasting<BoardState>;

pub struct BoardState {
    pub config: Config,
    pub lives: RwSignal<Vec<Live>>,
    /// Connections of earlier visits: no token, only how to ask for it again.
    pub remembered: RwSignal<Vec<Connection>>,
    /// What the connect page is filled with when it is opened for a known connection.
    pub prefill: RwSignal<Option<Connection>>,
    /// Tokens that are kept on this device, sealed.
    pub vault: RwSignal<Vec<Sealed>>,
    pub journal: RwSignal<Vec<journal::Entry>>,
    /// How often everything was locked: what a page holds of a secret goes with every time.
    pub locks: RwSignal<u32>,
    /// Writes whose outcome nobody knows.
    pub notes: RwSignal<Vec<Note>>,
    pub notices: RwSignal<Vec<Notice>>,
    pub dialog: RwSignal<Option<Dialog>>,
    /// What was open when a token was refused, to be open again with another one.
    pub interrupted: RwSignal<Option<Dialog>>,
    /// Drafts of before a reload, whose connection is not open again yet.
    pub rescued: RwSignal<Vec<Rescued>>,
    /// Drafts whose dialog was closed before they were sent or after they failed.
    pub parked: RwSignal<Vec<Editor>>,
    pub route: RwSignal<Route>,
    /// How many writes are on their way: leaving the page then asks.
    pub in_flight: RwSignal<usize>,
    /// Rows that are being switched, by connection and id.
    pub acting: RwSignal<Vec<(usize, String)>>,
    /// The time, to the minute: what is said of how long ago something was, or how long a token still lives, goes with it.
    pub now: RwSignal<Instant>,
    number: AtomicUsize,
    owner: Owner,
}

/// The one dialog that can be open.
#[derive(Clone, Copy)]
pub enum Dialog {
    Editor(Editor),
    Removing(Removing),
    Track(Live),
    Details(Details),
    /// Another name, another token.
    Connection(Live),
    /// What this browser keeps, when it locks, and the journal.
    Device,
}

impl Board {
    pub fn new(config: Config, route: Route) -> Self {
        let board = Lasting::keep(BoardState {
            config,
            lives: RwSignal::new(Vec::new()),
            remembered: RwSignal::new(Vec::new()),
            prefill: RwSignal::new(None),
            vault: RwSignal::new(Vec::new()),
            journal: RwSignal::new(Vec::new()),
            locks: RwSignal::new(0),
            notes: RwSignal::new(Vec::new()),
            notices: RwSignal::new(Vec::new()),
            dialog: RwSignal::new(None),
            interrupted: RwSignal::new(None),
            rescued: RwSignal::new(Vec::new()),
            parked: RwSignal::new(Vec::new()),
            route: RwSignal::new(route),
            in_flight: RwSignal::new(0),
            acting: RwSignal::new(Vec::new()),
            now: RwSignal::new(Browser::new(0).now()),
            number: AtomicUsize::new(1),
            owner: Owner::current().unwrap_or_default(),
        });
        board.recall();
        board
    }

    /// Makes something under the app's own scope. What is made in an event handler belongs to the row or dialog of the
    /// handler otherwise, and is gone with it while a write still needs it.
    pub(super) fn lasting<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with(make)
    }

    /// A number that was not given before in this visit.
    pub(super) fn next_number(self) -> usize {
        self.number.fetch_add(1, Ordering::Relaxed)
    }

    /// The connection of this key that is on the wall; a write can outlive the one that it began with.
    pub(super) fn live_of(self, key: &ConnectionKey) -> Option<Live> {
        self.lives.with_untracked(|lives| {
            let mut lives = lives.iter().copied();
            lives.find(|live| live.connection.with_untracked(Connection::key) == *key)
        })
    }

    /// What stands for a connection on the wall by now: itself, the one that took its place, or nothing.
    pub(super) fn current(self, live: Live) -> Option<Live> {
        self.live_of(&live.connection.with_untracked(Connection::key))
    }

    pub(super) fn has(self, key: &ConnectionKey) -> bool {
        self.live_of(key).is_some()
    }

    /// Whether everything was locked since `locks` was read: then a secret that arrives late is not taken.
    pub(super) fn was_locked(self, locks: u32) -> bool {
        self.locks.get_untracked() != locks
    }

    pub fn view(self) -> View {
        match self.route.get() {
            Route::Subscriptions(view) => view,
            Route::Connect => View::default(),
        }
    }

    /// Changes how the wall is looked at, and the link with it.
    pub fn look(self, change: impl FnOnce(&mut View)) {
        self.route.update(|route| {
            let mut view = match route {
                Route::Subscriptions(view) => view.clone(),
                Route::Connect => View::default(),
            };
            change(&mut view);
            *route = Route::Subscriptions(view);
        });
    }

    pub fn close_dialog(self) {
        self.dialog.set(None);
    }
}
