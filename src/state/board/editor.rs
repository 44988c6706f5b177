//! A draft, from its first letter to its subscription. It belongs to the app, so closing its dialog loses nothing.

use crate::signals::*;

use super::{Lasting, Live};
use crate::platform::{self, ApiError};
use crate::state::notice::Subject;
use crate::state::rescue::{self, Rescued};
use crate::state::write::{Removal, Saving};
use crate::subscription::{Connection, Draft, HeadersDraft, Subscription};
use crate::validation::{Problem, Rules, Valid, validate};

pub type Editor = Lasting<EditorState>;

pub struct EditorState {
    pub number: usize,
    pub purpose: Purpose,
    pub live: RwSignal<Live>,
    pub draft: RwSignal<Draft>,
    pub stage: RwSignal<Stage>,
    /// Whether the main button was pressed: from then on every problem is shown at its field.
    pub tried: RwSignal<bool>,
    /// The draft as it was opened: one that was not touched is not worth keeping.
    opened: Draft,
    /// An attempt to create this draft whose answer was lost: what was on the wall before it, and what went wrong.
    pub(super) lost: RwSignal<Option<(Vec<Subscription>, ApiError)>>,
}

#[derive(Clone, Copy)]
pub enum Purpose {
    New,
    /// Remove this one, then create the draft.
    Replace(Lasting<Subscription>),
    /// Change this one in place, or save its event once more.
    Edit(Lasting<Subscription>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    Editing,
    /// The list is read afresh before anything is sent.
    Checking,
    /// These are there already, and the platform does not say what saving over them does.
    Asking(Vec<Subject>),
    Removing,
    Creating,
    Failed(Failure),
}

/// How a draft did not become a subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    Saving(Saving),
    /// The old one stands, or may stand: nothing was created.
    Removal(Removal),
    /// The old one is gone; the new one was not created, or nobody knows.
    RemovedOnly(Saving),
}

impl Editor {
    pub(super) fn new(number: usize, live: Live, purpose: Purpose, draft: Draft) -> Self {
        Lasting::keep(EditorState {
            number,
            purpose,
            live: RwSignal::new(live),
            opened: draft.clone(),
            draft: RwSignal::new(draft),
            stage: RwSignal::new(Stage::Editing),
            tried: RwSignal::new(false),
            lost: RwSignal::new(None),
        })
    }

    /// A draft that was typed before, into another dialog or before a reload: it is worth keeping as it is.
    pub(super) fn typed(number: usize, live: Live, purpose: Purpose, draft: Draft) -> Self {
        let editor = Self::new(number, live, purpose, Draft::default());
        editor.draft.set(draft);
        editor
    }

    /// What a reload leaves of it; tracked.
    pub(super) fn rescued(self) -> Rescued {
        let mut draft = self.draft.get();
        draft.forget_secrets();
        Rescued {
            connection: self.live.get().connection.with(Connection::key),
            purpose: match self.purpose {
                Purpose::New => rescue::Purpose::New,
                Purpose::Edit(old) => rescue::Purpose::Edit(old.id.clone()),
                Purpose::Replace(old) => rescue::Purpose::Replace(old.id.clone()),
            },
            draft,
        }
    }

    /// What the platform in use takes; tracked.
    pub fn rules(self) -> Rules {
        let live = self.live.get();
        let edited = self.edited();
        live.connection.with(|connection| {
            live.learned
                .with(|learned| platform::rules(&connection.access, learned, edited.as_deref()))
        })
    }

    /// The draft judged by the platform's rules; tracked, so it follows every letter.
    pub fn judge(self) -> Result<Valid, Vec<Problem>> {
        let rules = self.rules();
        self.draft.with(|draft| validate(draft, &rules))
    }

    pub fn is_sending(self) -> bool {
        self.stage
            .with(|stage| matches!(stage, Stage::Checking | Stage::Removing | Stage::Creating))
    }

    /// The subscription that is changed in place.
    pub fn edited(self) -> Option<Lasting<Subscription>> {
        match self.purpose {
            Purpose::Edit(old) => Some(old),
            Purpose::New | Purpose::Replace(_) => None,
        }
    }

    /// The subscription that this draft takes the place of.
    pub fn old(self) -> Option<Lasting<Subscription>> {
        match self.purpose {
            Purpose::Edit(old) | Purpose::Replace(old) => Some(old),
            Purpose::New => None,
        }
    }

    /// Whether the old subscription is gone already, so that only the creation is left to do.
    pub fn is_removed(self) -> bool {
        self.stage
            .with(|stage| matches!(stage, Stage::Failed(Failure::RemovedOnly(_))))
    }

    /// Whether closing the dialog would lose something.
    pub fn is_worth_keeping(self) -> bool {
        let touched = self.draft.with_untracked(|draft| *draft != self.opened);
        touched || self.stage.with_untracked(|stage| *stage != Stage::Editing)
    }

    pub fn event(self) -> String {
        self.draft.with(|draft| draft.events.join(", "))
    }

    /// Whether an earlier attempt to create this very draft was lost on the way.
    pub fn was_lost(self) -> bool {
        self.lost.with_untracked(Option::is_some)
    }

    pub(super) fn move_to(self, from: Option<Live>, to: Live) {
        if Some(self.live.get_untracked()) == from {
            self.live.set(to);
        }
    }
}

/// A draft that begins as a copy of what exists. Header values cannot be read back, so there are none.
pub(super) fn copy_of(subscription: &Subscription) -> Draft {
    Draft {
        events: subscription.events.clone(),
        endpoint: subscription.endpoint.clone().unwrap_or_default(),
        headers: HeadersDraft::default(),
        attributes: subscription.attributes.clone(),
    }
}
