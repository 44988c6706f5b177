//! This device: when the console locks itself, what was done from here, and forgetting all of it.

use crate::signals::*;

use super::board;
use super::copy::save_file;
use crate::components::{Dialog, focus_id};
use crate::state::idle;
use crate::state::journal::{self, Entry};
use crate::state::storage::LocalStorage;
use crate::text::device as words;
use crate::text::{details, notice, time};
use crate::ui::{Html, Show, ui};

#[component]
pub fn DeviceDialog() -> Html {
    let board = board();
    let close = Callback::new(move |()| board.close_dialog());
    ui! {
        <Dialog title=words::TITLE on_close=close>
            <Lock />
            <Journal />
            <Forget />
            <div class="buttons dialog-buttons">
                <button type="button" class="button" on:click=move |_| board.close_dialog()>{details::CLOSE}</button>
            </div>
        </Dialog>
    }
}

#[component]
fn Lock() -> Html {
    let board = board();
    let chosen = RwSignal::new(idle::minutes(&LocalStorage));
    let choose = move |event| {
        let Ok(minutes) = event_target_value(&event).parse() else {
            return;
        };
        board.tell_storage(idle::choose(&LocalStorage, minutes));
        chosen.set(idle::minutes(&LocalStorage));
    };
    let option = move |minutes: u32| {
        ui! { <option value=minutes.to_string() selected=move || chosen.get() == minutes>{words::minutes(minutes)}</option> }
    };
    let options = idle::CHOICES.map(option).into_iter().collect::<Vec<_>>();
    ui! {
        <section class="part" aria-label=words::LOCK>
            <h3>{words::LOCK}</h3>
            <p class="help">{words::LOCK_HELP}</p>
            <div class="field">
                <div class="label-line"><label for="lock-after">{words::LOCK_AFTER}</label></div>
                <select id="lock-after" class="input" on:change=choose>{options}</select>
            </div>
        </section>
    }
}

/// The latest first.
#[component]
fn Journal() -> Html {
    let board = board();
    let entry = |entry: &Entry| {
        ui! {
            <li>
                <p><strong>{words::outcome(entry.outcome)}</strong> " " {notice::deed(&entry.deed)}</p>
                <p class="muted">
                    <time datetime=time::iso(entry.at)>{time::exact(entry.at)}</time>
                    " · "
                    {entry.connection.name().to_owned()}
                </p>
                {entry.why.clone().map(|why| ui! { <p class="help">{why}</p> })}
            </li>
        }
    };
    let entries = move || {
        board
            .journal
            .with(|all| all.iter().rev().map(entry).collect::<Vec<_>>())
    };
    let export = move |_| {
        let text = board.journal.with_untracked(|all| journal::export(all));
        save_file("pegboard-journal.json", &text);
    };
    let is_empty = move || board.journal.with(Vec::is_empty);
    ui! {
        <section class="part" aria-label=words::JOURNAL>
            <h3>{words::JOURNAL}</h3>
            <p class="help">{words::JOURNAL_HELP}</p>
            <Show when=move || !is_empty() fallback=|| ui! { <p>{words::JOURNAL_EMPTY}</p> }>
                <ol class="journal" tabindex="0" aria-label=words::JOURNAL>{entries}</ol>
                <div class="buttons">
                    <button type="button" class="button small" on:click=export>{words::EXPORT}</button>
                    <button type="button" class="button small" on:click=move |_| board.clear_journal()>{words::CLEAR}</button>
                </div>
            </Show>
        </section>
    }
}

/// Asked once more before it is done.
#[component]
fn Forget() -> Html {
    let board = board();
    let asked = RwSignal::new(false);
    let ask = move |_| {
        asked.set(true);
        focus_id("forget-cancel");
    };
    let forget = move |_| {
        board.forget_everything();
        focus_id("page-title");
    };
    ui! {
        <section class="part" aria-label=words::FORGET>
            <h3>{words::FORGET}</h3>
            <p class="help">{words::FORGET_HELP}</p>
            <Show when=move || asked.get() fallback=move || ui! {
                <button type="button" class="button small" on:click=ask>{words::FORGET}</button>
            }>
                <div class="alert" role="alert">
                    <p>{words::FORGET_ASK}</p>
                    <div class="buttons">
                        <button type="button" id="forget-cancel" class="button" on:click=move |_| asked.set(false)>{words::CANCEL}</button>
                        <button type="button" class="button danger" on:click=forget>{words::FORGET}</button>
                    </div>
                </div>
            </Show>
        </section>
    }
}
