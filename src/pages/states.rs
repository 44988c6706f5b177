//! What stands in the place of the table while it has no rows.

use crate::signals::*;

use super::board;
use crate::state::route::Only;
use crate::text::wall as words;
use crate::ui::{Html, ui};

/// The shape of rows to come. The stylesheet shows it only after 300 ms, so that a quick answer does not flicker.
#[component]
pub fn Skeleton() -> Html {
    let rows = (0..6)
        .map(|_| ui! { <div class="skeleton-row"><span></span><span></span><span></span></div> })
        .collect::<Vec<_>>();
    ui! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{words::LOADING}</span>
            {rows}
        </div>
    }
}

/// Connected, and nothing hangs on the wall yet.
#[component]
pub fn EmptyState() -> Html {
    let board = board();
    let only_ledgers = move || {
        board
            .lives
            .with(|lives| lives.iter().all(|live| board.keeps_ledger(*live)))
    };
    let new = move |_| {
        if let Some(live) = board.lives.with_untracked(|lives| lives.first().copied()) {
            board.open_new(live);
        }
    };
    ui! {
        <section class="empty pegs">
            <h2>{words::EMPTY_TITLE}</h2>
            <p>{move || if only_ledgers() { words::LEDGER_EMPTY } else { words::EMPTY }}</p>
            <button type="button" class="button" on:click=new>{words::EMPTY_ACTION}</button>
        </section>
    }
}

/// There are subscriptions, but none fits.
#[component]
pub fn NoMatch() -> Html {
    let board = board();
    let clear = move |_| {
        board.look(|view| {
            view.search = String::new();
            view.only = Only::All;
            view.filters = Default::default();
        });
    };
    ui! {
        <section class="empty pegs">
            <h2>{words::NO_MATCH_TITLE}</h2>
            <p>{words::NO_MATCH}</p>
            <button type="button" class="button" on:click=clear>{words::CLEAR_FILTERS}</button>
        </section>
    }
}
