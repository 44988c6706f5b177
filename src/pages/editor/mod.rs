//! New subscription, Edit subscription and Replace subscription.

mod alert;
mod attributes;
mod errors;
mod fields;

use crate::signals::*;

use super::board;
use alert::EditorAlert;
use attributes::AttributeFields;
use errors::{at_headers, problems};
use fields::{EndpointField, EventField, platform_of};

use crate::components::{Dialog, HeadersEditor, focus_id};
use crate::state::board::{Editor, Live, Purpose, Stage};
use crate::text::editor as words;
use crate::ui::{Html, Show, ui, watch};

#[component]
pub fn EditorDialog(editor: Editor) -> Html {
    let board = board();
    let title = match editor.purpose {
        Purpose::New => words::NEW_TITLE,
        Purpose::Replace(_) => words::REPLACE_TITLE,
        Purpose::Edit(_) => words::EDIT_TITLE,
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        board.submit(editor);
        if !untrack(|| problems(editor)).is_empty() {
            focus_id("editor-alert");
        }
    };
    watch(move || {
        if editor
            .stage
            .with(|stage| matches!(stage, Stage::Failed(_) | Stage::Asking(_)))
        {
            focus_id("editor-alert");
        }
    });
    let leave = move |_| board.leave_editor(editor);
    let main_label = move || match (editor.purpose, editor.is_removed()) {
        (Purpose::New, _) => words::CREATE,
        (Purpose::Edit(_), _) => words::SAVE,
        (Purpose::Replace(_), true) => words::CREATE_AGAIN,
        (Purpose::Replace(_), false) => words::REPLACE,
    };
    let progress = move || match editor.stage.get() {
        Stage::Removing => Some(words::REMOVING),
        Stage::Creating => Some(words::CREATING),
        Stage::Checking => Some(words::CHECKING),
        Stage::Editing | Stage::Asking(_) | Stage::Failed(_) => None,
    };
    let has_headers = move || editor.live.get().capabilities().headers;
    ui! {
        <Dialog title on_close=Callback::new(leave)>
            <form class="form" novalidate=true autocomplete="off" on:submit=submit>
                <Gap editor />
                <ConnectionChoice editor />
                <EventField editor />
                <EndpointField editor />
                <Show when=has_headers>
                    <HeadersEditor
                        help=words::HEADERS_HELP
                        value=Signal::derive(move || editor.draft.with(|draft| draft.headers.clone()))
                        errors=Signal::derive(move || at_headers(&problems(editor)))
                        on_change=Callback::new(move |headers| editor.draft.update(|draft| draft.headers = headers))
                    />
                </Show>
                <AttributeFields editor />
                <EditorAlert editor />
                <div class="buttons dialog-buttons">
                    <span class="progress" role="status">{progress}</span>
                    <button type="button" class="button quiet" on:click=move |_| board.leave_editor(editor)>{words::CANCEL}</button>
                    <button
                        type="submit"
                        class="button primary"
                        disabled=move || editor.is_sending()
                        aria-busy=move || editor.is_sending().to_string()
                    >
                        {main_label}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

/// What a replacement costs, said before it is made; and where the vendor's own pages disagree.
#[component]
fn Gap(editor: Editor) -> Html {
    let replaces = matches!(editor.purpose, Purpose::Replace(_));
    let said = move || {
        words::beforehand(platform_of(editor), replaces).map(|(first, second)| {
            ui! {
                <div class="note-box">
                    <p>{first}</p>
                    <p>{second}</p>
                </div>
            }
        })
    };
    ui! { {said} }
}

/// Which connection gets the subscription, when there are several; a replacement stays where it is.
#[component]
fn ConnectionChoice(editor: Editor) -> Html {
    let board = board();
    let needed =
        move || matches!(editor.purpose, Purpose::New) && board.lives.with(|lives| lives.len() > 1);
    let choose = move |event| {
        let number: Option<usize> = event_target_value(&event).parse().ok();
        let live = board.lives.with_untracked(|lives| {
            lives
                .iter()
                .copied()
                .find(|live| Some(live.number) == number)
        });
        if let Some(live) = live {
            editor.live.set(live);
        }
    };
    let option = move |live: Live| {
        ui! { <option value=live.number.to_string() selected=move || editor.live.get() == live>{move || live.name()}</option> }
    };
    ui! {
        <Show when=needed>
            <div class="field">
                <div class="label-line"><label for="connection">{words::CONNECTION}</label></div>
                <select id="connection" class="input" on:change=choose>
                    {move || board.lives.get().into_iter().map(option).collect::<Vec<_>>()}
                </select>
            </div>
        </Show>
    }
}
