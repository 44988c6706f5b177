//! Drafts whose dialog was closed before they became a subscription.

use crate::signals::*;

use super::board;
use crate::state::board::Editor;
use crate::text::event::label;
use crate::text::wall as words;
use crate::ui::{Each, Html, ui};

#[component]
pub fn Drafts() -> Html {
    let board = board();
    let draft = move |editor: Editor| {
        let what = move || {
            let event = editor.event();
            let endpoint = editor.draft.with(|draft| draft.endpoint.clone());
            if event.is_empty() {
                endpoint
            } else {
                format!("{} {endpoint}", label(&event))
            }
        };
        ui! {
            <div class="draft">
                <p>{words::DRAFT_KEPT} ": " <span class="muted">{what}</span></p>
                <button type="button" class="button quiet" on:click=move |_| board.reopen(editor)>{words::OPEN_DRAFT}</button>
                <button type="button" class="button quiet" disabled=move || editor.is_sending() on:click=move |_| board.discard(editor)>
                    {words::DISCARD_DRAFT}
                </button>
            </div>
        }
    };
    ui! { <Each each=move || board.parked.get() key=|editor: &Editor| editor.number.to_string() let:editor>{draft(editor)}</Each> }
}
