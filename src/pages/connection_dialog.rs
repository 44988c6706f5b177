//! Another name for a connection, or another token, without leaving the wall.

use crate::signals::*;
use leptos::task::spawn_local;

use super::board;
use super::failure::Failure;
use super::passphrase::{KeepToken, Passphrase, Purpose};
use crate::components::{Dialog, SecretField, TextField, focus_id};
use crate::state::board::Live;
use crate::subscription::Connection;
use crate::text::{connect, editor, wall as words};
use crate::ui::{Html, Show, ui};

#[component]
pub fn ConnectionDialog(live: Live) -> Html {
    let board = board();
    let name = RwSignal::new(untrack(|| live.name()));
    let token = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        let (new_name, new_token) = (name.get_untracked(), token.get_untracked());
        spawn_local(async move {
            let changed = board.change_connection(live, &new_name, &new_token).await;
            // The dialog may have been closed meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match changed {
                Ok(()) => board.resume(),
                Err(error) => {
                    failed.set(Some(error));
                    focus_id("settings-alert");
                }
            }
        });
    };
    let alert = move || {
        failed.get().map(|error| {
            ui! { <div id="settings-alert" role="alert" class="alert" tabindex="-1"><Failure error /></div> }
        })
    };
    let unlock = move || {
        let sealed = board.sealed(&live.connection.with(Connection::key));
        sealed
            .filter(|_| live.is_locked())
            .map(|sealed| ui! { <Passphrase purpose=Purpose::Unlock(sealed) /> })
    };
    let none = Signal::stored(Vec::new());
    let close = Callback::new(move |()| board.give_up());
    ui! {
        <Dialog title=words::SETTINGS_TITLE on_close=close>
            {unlock}
            <form class="form" novalidate=true on:submit=submit>
                <TextField id="settings-name" label=connect::NAME autocomplete="username" value=name errors=none on_input=Callback::new(move |text| name.set(text)) />
                <SecretField id="settings-token" label=connect::TOKEN help=if untrack(|| live.is_locked()) { words::FORGOTTEN_HELP } else { words::NEW_TOKEN_HELP } value=token errors=none on_input=Callback::new(move |text| token.set(text)) />
                {alert}
                <div class="buttons dialog-buttons">
                    <span class="progress" role="status">{move || busy.get().then_some(words::SAVING)}</span>
                    <button type="button" class="button quiet" on:click=move |_| board.give_up()>{editor::CANCEL}</button>
                    <button type="submit" class="button primary" disabled=move || busy.get()>{words::SAVE}</button>
                </div>
            </form>
            <Show when=move || !live.is_locked()><KeepToken live /></Show>
        </Dialog>
    }
}
