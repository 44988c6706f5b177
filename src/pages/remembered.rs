//! Connections of earlier visits: everything but the token is known.

use crate::signals::*;

use super::board;
use super::passphrase::{Passphrase, Purpose};
use crate::state::note::Note;
use crate::subscription::Connection;
use crate::text::notice;
use crate::text::{connect as words, platform as names, time, wall};
use crate::ui::{Each, Html, Show, ui};

#[component]
pub fn Remembered() -> Html {
    let board = board();
    let waiting = move || {
        let connected: Vec<_> = board
            .lives
            .get()
            .iter()
            .map(|live| live.connection.with(Connection::key))
            .collect();
        let mut known = board.remembered.get();
        known.retain(|connection| !connected.contains(&connection.key()));
        known
    };
    let entry = move |connection: Connection| {
        let (to_open, to_forget, key) = (connection.clone(), connection.clone(), connection.key());
        let unlock = {
            let key = connection.key();
            move || {
                board
                    .sealed(&key)
                    .map(|sealed| ui! { <Passphrase purpose=Purpose::Unlock(sealed) /> })
            }
        };
        let unfinished = move || {
            let mine = |note: &&Note| note.connection == key;
            let line = |note: &Note| ui! { <p class="caution">{notice::unfinished(note, time::exact)}</p> };
            board
                .notes
                .with(|notes| notes.iter().filter(mine).map(line).collect::<Vec<_>>())
        };
        ui! {
            <li class="known">
                <div>
                    <strong>{connection.name.clone()}</strong>
                    <span class="muted">{names::access(&connection.access)}</span>
                    {unfinished}
                    {unlock}
                </div>
                <button type="button" class="button" aria-label=words::reconnect(&connection.name) on:click=move |_| board.ask_token(to_open.clone())>
                    {words::RECONNECT}
                </button>
                <button type="button" class="button quiet" aria-label=wall::forget(&connection.name) on:click=move |_| board.forget(&to_forget)>
                    {wall::FORGET}
                </button>
            </li>
        }
    };
    ui! {
        <Show when=move || !waiting().is_empty()>
            <section class="remembered" aria-labelledby="remembered-title">
                <h2 id="remembered-title">{words::REMEMBERED}</h2>
                <p class="help">{words::REMEMBERED_HELP}</p>
                <ul><Each each=waiting key=|connection: &Connection| connection.key().as_str().to_owned() let:connection>{entry(connection)}</Each></ul>
            </section>
        </Show>
    }
}
