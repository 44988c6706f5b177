//! Telling the ledger about a subscription that exists.

use crate::signals::*;

use super::board;
use crate::components::{Dialog, ErrorLine, TextField, focus_id};
use crate::state::board::Live;
use crate::state::ledger;
use crate::subscription::Connection;
use crate::text::editor as words;
use crate::ui::{Html, Show, ui};

#[component]
pub fn TrackDialog(live: Live) -> Html {
    let board = board();
    let id = RwSignal::new(String::new());
    let event = RwSignal::new(String::new());
    let endpoint = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    // What exists is not judged by the rules for what is sent: it only has to be there.
    let missing = move |text: RwSignal<String>, sentence: &'static str| {
        Signal::derive(move || {
            let lacks = tried.get() && text.with(|text| ledger::events(text).is_empty());
            if lacks {
                vec![ErrorLine::plain(sentence)]
            } else {
                Vec::new()
            }
        })
    };
    let errors = [
        missing(id, words::ID_MISSING),
        missing(event, words::EVENT_MISSING),
        missing(endpoint, words::ENDPOINT_MISSING),
    ];
    let has_errors = move || {
        errors
            .iter()
            .any(|errors| errors.with(|errors| !errors.is_empty()))
    };
    let submit = move |submitted: web_sys::SubmitEvent| {
        submitted.prevent_default();
        tried.set(true);
        if untrack(has_errors) {
            focus_id("track-alert");
        } else {
            board.track(
                live,
                &id.get_untracked(),
                &event.get_untracked(),
                &endpoint.get_untracked(),
            );
        }
    };
    let set = |text: RwSignal<String>| Callback::new(move |typed| text.set(typed));
    let [id_errors, event_errors, endpoint_errors] = errors;
    let summary = move || {
        let all = errors.iter().flat_map(Signal::get);
        all.map(|line| ui! { <p class="what">{line.sentence}</p> })
            .collect::<Vec<_>>()
    };
    ui! {
        <Dialog title=words::TRACK_TITLE on_close=Callback::new(move |()| board.close_dialog())>
            <form class="form" novalidate=true autocomplete="off" on:submit=submit>
                <p class="help">{words::TRACK_HELP}</p>
                <TextField id="track-id" label=words::SUBSCRIPTION_ID help=Signal::stored(words::subscription_id_help(live.connection.with_untracked(Connection::platform)).to_owned()) value=id errors=id_errors on_input=set(id) />
                <TextField id="track-event" label=words::EVENT value=event errors=event_errors on_input=set(event) />
                <TextField id="track-endpoint" label=words::ENDPOINT inputmode="url" value=endpoint errors=endpoint_errors on_input=set(endpoint) />
                <Show when=has_errors>
                    <div id="track-alert" role="alert" class="alert" tabindex="-1">{summary}</div>
                </Show>
                <div class="buttons dialog-buttons">
                    <button type="button" class="button quiet" on:click=move |_| board.close_dialog()>{words::CANCEL}</button>
                    <button type="submit" class="button primary">{words::TRACK}</button>
                </div>
            </form>
        </Dialog>
    }
}
