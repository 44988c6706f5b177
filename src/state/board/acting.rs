//! Enabling, disabling, and resetting a circuit: each press is sent once.

use crate::signals::*;
use leptos::task::spawn_local;

use super::{Board, Live};
use crate::platform::Action;
use crate::state::journal::of_saving;
use crate::state::note::{Act, Deed};
use crate::state::notice::{Message, Subject};
use crate::state::write::{self, Saving};
use crate::subscription::Subscription;

impl Board {
    pub fn act(self, live: Live, subscription: &Subscription, action: Action) {
        let subject = Subject::of(subscription);
        let busy = (live.number, subscription.id.clone());
        if self.acting.with_untracked(|acting| acting.contains(&busy)) {
            return;
        }
        self.acting.update(|acting| acting.push(busy.clone()));
        let deed = Deed {
            act: Act::Switch(action),
            id: Some(subscription.id.clone()),
            event: subject.event.clone(),
            endpoint: subject.endpoint.clone(),
        };
        let note = self.begin_note(live, deed);
        spawn_local(async move {
            let session = live.session();
            let saving = write::act(&self.door(), &session, &busy.1, action).await;
            self.land(&note, of_saving(&saving));
            self.acting
                .update(|acting| acting.retain(|other| *other != busy));
            if let Some((rows, _)) = saving.subscriptions() {
                self.settle_note(&note);
                for row in rows {
                    self.put_on(live, row, &session);
                }
                self.tell(Message::Switched(subject, action));
                return;
            }
            match saving {
                Saving::Unknown { .. } => self.leave_open(note),
                Saving::Absent { lost: error, .. } | Saving::Refused(error) => {
                    self.end_note(&note.id);
                    self.tell(Message::WriteFailed { subject, error });
                    self.refresh(live);
                }
                Saving::Confirmed(_) | Saving::Found { .. } | Saving::Changed(_) => {}
            }
        });
    }
}
