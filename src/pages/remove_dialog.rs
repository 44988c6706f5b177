//! The question before a removal.

use crate::signals::*;

use super::board;
use super::failure::Failure;
use crate::components::{Dialog, Kind, focus_id};
use crate::state::board::{RemoveStage, Removing};
use crate::state::write::Removal;
use crate::subscription::{Connection, Source, Subscription};
use crate::text::{editor as words, event, time};
use crate::ui::{Html, ui, watch};

#[component]
pub fn RemoveDialog(removing: Removing) -> Html {
    let board = board();
    let target = &removing.kept().target;
    let Subscription {
        endpoint, source, ..
    } = target.clone();
    let types = target.event_names();
    let sending = move || removing.stage.with(|stage| *stage == RemoveStage::Sending);
    focus_id("remove-cancel");
    watch(move || {
        if removing
            .stage
            .with(|stage| matches!(stage, RemoveStage::Failed(_)))
        {
            focus_id("remove-alert");
        }
    });
    let failed = move || match removing.stage.get() {
        RemoveStage::Failed(removal) => Some(ui! {
            <div id="remove-alert" role="alert" class="alert" tabindex="-1">{lines(removing, removal)}</div>
        }),
        RemoveStage::Confirm | RemoveStage::Sending => None,
    };
    let only_here = (source != Source::Platform).then(|| {
        ui! {
            <button type="button" class="button quiet" disabled=sending on:click=move |_| board.untrack(removing)>
                {words::REMOVE_ONLY_HERE}
            </button>
        }
    });
    let close = Callback::new(move |()| board.close_dialog());
    ui! {
        <Dialog title=words::REMOVE_TITLE kind=Kind::Alert described_by="remove-what" on_close=close>
            <div id="remove-what">
                <p class="lost">
                    <strong>{event::label(&types)}</strong>
                    <code>{types}</code>
                    <code class="whole">{endpoint}</code>
                </p>
                <p>{words::remove_help(removing.live.connection.with_untracked(Connection::platform))}</p>
            </div>
            {failed}
            <div class="buttons dialog-buttons">
                <span class="progress" role="status">{move || sending().then_some(words::REMOVE_BUSY)}</span>
                {only_here}
                <button type="button" id="remove-cancel" class="button quiet" on:click=move |_| board.close_dialog()>{words::CANCEL}</button>
                <button
                    type="button"
                    class="button danger"
                    disabled=sending
                    aria-busy=move || sending().to_string()
                    on:click=move |_| board.confirm_removal(removing)
                >
                    {words::REMOVE}
                </button>
            </div>
        </Dialog>
    }
}

fn lines(removing: Removing, removal: Removal) -> Html {
    let live = removing.live;
    match removal {
        Removal::Refused(error) => {
            ui! { <p class="what">{words::not_done(&error)}</p> <Failure error live /> }
        }
        Removal::StillThere { lost, at } => {
            ui! { <p class="what">{words::still_there(&time::exact(at))}</p> <Failure error=lost live /> }
        }
        Removal::Unknown { lost } => {
            ui! { <p class="what">{words::REMOVE_UNKNOWN}</p> <Failure error=lost live /> }
        }
        Removal::Confirmed(_) | Removal::Gone { .. } => Html::fragment(),
    }
}
