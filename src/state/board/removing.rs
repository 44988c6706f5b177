//! Removing a subscription, after a confirmation that names it.

use crate::signals::*;
use leptos::task::spawn_local;

use super::{Board, Dialog, Lasting, Live};
use crate::platform::{Change, Removed};
use crate::state::journal::of_removal;
use crate::state::note::{Act, Deed};
use crate::state::notice::{Message, Subject};
use crate::state::write::{self, Removal};
use crate::subscription::Subscription;

/// One confirmation of a removal.
pub type Removing = Lasting<RemovingState>;

pub struct RemovingState {
    pub number: usize,
    pub live: Live,
    pub target: Subscription,
    pub stage: RwSignal<RemoveStage>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemoveStage {
    Confirm,
    Sending,
    Failed(Removal),
}

impl Board {
    pub fn open_remove(self, live: Live, subscription: &Subscription) {
        let removing = self.lasting(|| {
            Lasting::keep(RemovingState {
                number: self.next_number(),
                live,
                target: subscription.clone(),
                stage: RwSignal::new(RemoveStage::Confirm),
            })
        });
        self.dialog.set(Some(Dialog::Removing(removing)));
    }

    fn shows(self, removing: Removing) -> bool {
        self.dialog.with_untracked(
            |open| matches!(open, Some(Dialog::Removing(it)) if it.number == removing.number),
        )
    }

    /// Sends the removal once. The row stays until it is certain that the subscription is gone.
    pub fn confirm_removal(self, removing: Removing) {
        if removing
            .stage
            .with_untracked(|stage| *stage == RemoveStage::Sending)
        {
            return;
        }
        removing.stage.set(RemoveStage::Sending);
        let live = removing.live;
        let target = &removing.kept().target;
        let it = Subject::of(target);
        let deed = Deed {
            act: Act::Remove,
            id: Some(target.id.clone()),
            event: it.event.clone(),
            endpoint: it.endpoint.clone(),
        };
        let note = self.begin_note(live, deed);
        spawn_local(async move {
            let removal = write::remove(&self.door(), &live.session(), target).await;
            self.land(&note, of_removal(&removal));
            if removal.is_gone() {
                self.settle_note(&note);
                self.take_off(live, &target.id);
                // What goes by its event takes every row of it along (ikas contract, section 3.4).
                if untrack(|| live.capabilities().change) == Change::SaveAgain {
                    self.refresh(live);
                }
                let warning = removal.warning().cloned();
                self.tell(match removal {
                    Removal::Confirmed(Removed::Before) => Message::RemovedBefore(it),
                    Removal::Gone { .. } => Message::RemovedFound(it),
                    _ => Message::Removed(it),
                });
                self.warn(warning.as_ref());
                if self.shows(removing) {
                    self.close_dialog();
                }
                return;
            }
            let open = self.shows(removing);
            match &removal {
                Removal::Unknown { .. } => self.leave_open(note),
                Removal::StillThere { at, .. } => {
                    self.settle_note(&note);
                    if !open {
                        self.tell(Message::StillThere {
                            subject: it,
                            at: *at,
                        });
                    }
                }
                Removal::Refused(error) => {
                    self.end_note(&note.id);
                    if !open {
                        self.tell(Message::WriteFailed {
                            subject: it,
                            error: error.clone(),
                        });
                    }
                }
                Removal::Confirmed(_) | Removal::Gone { .. } => {}
            }
            removing.stage.set(RemoveStage::Failed(removal));
        });
    }

    /// Drops a row that only the ledger knows; the platform is not asked to do anything.
    pub fn untrack(self, removing: Removing) {
        let target = &removing.target;
        self.take_off(removing.live, &target.id);
        self.tell(Message::Untracked(Subject::of(target)));
        self.close_dialog();
    }
}
