//! What can be done with one row.

use std::rc::Rc;

use crate::signals::*;

use super::board;
use super::copy::copy;
use crate::components::{Icon, Shape};
use crate::platform::{Action, Change};
use crate::state::board::{Board, Live};
use crate::subscription::{Evidence, Health, Subscription};
use crate::text::wall as words;
use crate::ui::{Html, ui};

/// Only what the platform offers; while the connection is locked, only what needs no token.
#[component]
pub fn RowActions(live: Live, subscription: Subscription, endpoint_id: String) -> Html {
    let target = Rc::new(subscription);
    let actions = move || {
        let it = Row {
            live,
            target: target.clone(),
            described_by: endpoint_id.clone(),
        };
        let copies = (it.copy_endpoint(), it.copy_id());
        if live.is_locked() {
            return ui! { {copies.0} {copies.1} };
        }
        let (change, switch) = (it.change(), it.switch());
        ui! {
            {it.details()}
            {copies.0}
            {copies.1}
            {it.action(words::duplicate, Shape::Duplicate, |board, live, target| board.open_duplicate(live, target))}
            {change}
            {switch}
            {it.action(words::remove, Shape::Remove, |board, live, target| board.open_remove(live, target))}
        }
    };
    ui! { <div class="actions">{actions}</div> }
}

struct Row {
    live: Live,
    target: Rc<Subscription>,
    described_by: String,
}

impl Row {
    fn action(
        &self,
        name: fn(&str) -> String,
        shape: Shape,
        run: fn(Board, Live, &Subscription),
    ) -> Html {
        let board = board();
        let (live, target) = (self.live, self.target.clone());
        let name = name(&target.event_names());
        ui! {
            <button
                type="button"
                class="icon-button"
                title=name.clone()
                aria-label=name
                aria-describedby=self.described_by.clone()
                on:click=move |_| run(board, live, &target)
            >
                <Icon shape />
            </button>
        }
    }

    fn copy_endpoint(&self) -> Html {
        self.action(words::copy_endpoint, Shape::Copy, |board, _, target| {
            copy(board, target.endpoint.clone().unwrap_or_default());
        })
    }

    fn copy_id(&self) -> Html {
        self.action(words::copy_id, Shape::Id, |board, _, target| {
            copy(board, target.id.clone());
        })
    }

    fn details(&self) -> Option<Html> {
        let offered = untrack(|| self.live.capabilities());
        (offered.deliveries || offered.shared_secret).then(|| {
            self.action(words::details, Shape::Details, |board, live, target| {
                board.open_details(live, target);
            })
        })
    }

    fn change(&self) -> Html {
        match untrack(|| self.live.capabilities()).change {
            Change::Replace => {
                self.action(words::replace, Shape::Replace, |board, live, target| {
                    board.open_replace(live, target);
                })
            }
            Change::Update | Change::SaveAgain => {
                self.action(words::edit, Shape::Edit, |board, live, target| {
                    board.open_edit(live, target);
                })
            }
        }
    }

    /// Resetting the circuit where it is open, then enabling or disabling.
    fn switch(&self) -> Option<Html> {
        if !untrack(|| self.live.capabilities()).switches {
            return None;
        }
        let reading = &self.target.reading;
        let open = matches!(
            &reading.evidence,
            Evidence::CommerceLayer { circuit: Some(circuit), .. } if circuit == "open"
        );
        let reset = open.then(|| {
            self.action(words::reset_circuit, Shape::Reset, |board, live, target| {
                board.act(live, target, Action::ResetCircuit);
            })
        });
        let switch = if reading.health == Health::Disabled {
            self.action(words::enable, Shape::Enable, |board, live, target| {
                board.act(live, target, Action::Enable);
            })
        } else {
            self.action(words::disable, Shape::Disable, |board, live, target| {
                board.act(live, target, Action::Disable);
            })
        };
        Some(ui! { {reset} {switch} })
    }
}
