//! What can be done with a ledger: track, export, import.

use crate::signals::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::board;
use super::copy::save_file;
use crate::state::board::{Dialog, Live};
use crate::state::notice::Message;
use crate::text::wall as words;
use crate::ui::{ElementRef, Html, ui};

#[component]
pub fn LedgerTools(live: Live, note: &'static str) -> Html {
    let board = board();
    let track = move |_| board.dialog.set(Some(Dialog::Track(live)));
    let export = move |_| {
        let name = format!("pegboard-ledger-{}.json", live.name());
        if save_file(&name, &board.export_ledger(live)).is_some() {
            board.tell(Message::Exported);
        }
    };
    let file = ElementRef::default();
    let choose = move |_| {
        if let Some(input) = file.get_untracked() {
            input.click();
        }
    };
    let import = move |_| {
        let Some(element) = file.get_untracked() else {
            return;
        };
        let input: HtmlInputElement = element.take().unchecked_into();
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            let text = JsFuture::from(chosen.text())
                .await
                .ok()
                .and_then(|text| text.as_string());
            board.import_ledger(live, &text.unwrap_or_default());
            // The same file can be chosen again after it was corrected.
            input.set_value("");
        });
    };
    ui! {
        <div class="ledger" role="group" aria-label=words::LEDGER>
            <p class="help">{note}</p>
            <div class="buttons">
                <button type="button" class="button small" on:click=track>{words::TRACK}</button>
                <button type="button" class="button small" aria-describedby="export-note" on:click=export>{words::EXPORT}</button>
                <button type="button" class="button small" on:click=choose>{words::IMPORT}</button>
                <input node_ref=file type="file" class="visually-hidden" tabindex="-1" accept="application/json,.json" aria-label=words::IMPORT_FILE on:change=import />
            </div>
            <p class="help" id="export-note">{words::EXPORT_NOTE}</p>
        </div>
    }
}
