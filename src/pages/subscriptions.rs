//! The wall: every subscription of every connection in one table.

use crate::signals::*;

use super::board;
use super::connections::Connections;
use super::filters::Filters;
use super::health_popover::HealthPopover;
use super::states::{EmptyState, NoMatch, Skeleton};
use super::table::{Table, rows_of};
use crate::components::{Icon, Shape};
use crate::state::board::{Board, Live};
use crate::state::route::Only;
use crate::state::table::arrange;
use crate::subscription::{Health, Row};
use crate::text::wall as words;
use crate::ui::{Html, Show, ui};

/// What stands where the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scene {
    Reading,
    /// Nothing was read; the connections above say why.
    Nothing,
    Empty,
    NoMatch,
    Rows,
}

#[component]
pub fn SubscriptionsPage() -> Html {
    let board = board();
    let seen = Memo::new(move |_| arrange(rows_of(board), &board.view()));
    let scene = Memo::new(move |_| scene(board, count(board, |_| true), seen.with(Vec::len)));
    let shown_health = RwSignal::new(None);
    let counted = move || {
        // Read before the scene, which reads it too: what a memo brings up to date while an effect looks at it is not told
        // to that effect again.
        let matching = seen.with(Vec::len);
        let has_rows = matches!(scene.get(), Scene::Rows | Scene::NoMatch);
        has_rows.then(|| words::count(matching, count(board, |_| true)))
    };
    let content = move || match scene.get() {
        Scene::Reading => ui! { <Skeleton /> },
        Scene::Nothing => Html::fragment(),
        Scene::Empty => ui! { <EmptyState /> },
        Scene::NoMatch => ui! { <NoMatch /> },
        Scene::Rows => ui! { <Table rows=seen shown_health /> },
    };
    ui! {
        <div class="wall">
            <div class="title-line">
                <h1 id="page-title" tabindex="-1">{words::TITLE}</h1>
                <p class="muted" role="status">{counted}</p>
                <Toolbar />
            </div>
            <Connections />
            <Trouble />
            <div class="narrowing">
                <Search />
                <Filters />
            </div>
            {content}
            <HealthPopover shown=shown_health />
        </div>
    }
}

fn scene(board: Board, all: usize, seen: usize) -> Scene {
    let lives = board.lives.get();
    let reading = lives
        .iter()
        .any(|live| live.listing.with(|listing| listing.is_reading()));
    let read = lives
        .iter()
        .any(|live| live.listing.with(|listing| listing.value().is_some()));
    match (all, seen) {
        (0, _) if reading && !read => Scene::Reading,
        (0, _) if !read => Scene::Nothing,
        (0, _) => Scene::Empty,
        (_, 0) => Scene::NoMatch,
        _ => Scene::Rows,
    }
}

/// How many rows of all connections are of a kind.
fn count(board: Board, kind: fn(&Row) -> bool) -> usize {
    let of_one = |live: &Live| {
        live.listing.with(|listing| {
            let rows = listing.value().map(|read| read.value.rows.iter());
            rows.into_iter().flatten().filter(|row| kind(row)).count()
        })
    };
    board.lives.with(|lives| lives.iter().map(of_one).sum())
}

#[component]
fn Toolbar() -> Html {
    let board = board();
    let new = move |_| {
        let lives = board.lives.get_untracked();
        if let Some(live) = lives.into_iter().find(|live| !untrack(|| live.is_locked())) {
            board.open_new(live);
        }
    };
    ui! {
        <Show when=move || board.is_open_anywhere()>
            <div class="buttons">
                <button type="button" class="button" on:click=move |_| board.refresh_all()>
                    <Icon shape=Shape::Refresh />
                    {words::REFRESH}
                </button>
                <button type="button" class="button primary" on:click=new>
                    <Icon shape=Shape::Add />
                    {words::NEW}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn Search() -> Html {
    let board = board();
    let typed = move |event| {
        let text = event_target_value(&event);
        board.look(|view| view.search = text);
    };
    ui! {
        <div class="search">
            <Icon shape=Shape::Search />
            <input
                type="search"
                class="input"
                aria-label=words::SEARCH
                placeholder=words::SEARCH
                autocomplete="off"
                spellcheck="false"
                prop:value=move || board.view().search
                on:input=typed
            />
        </div>
    }
}

/// One line that counts what is broken and shows only that.
#[component]
fn Trouble() -> Html {
    let board = board();
    let in_trouble = |row: &Row| {
        row.subscription()
            .is_some_and(|row| row.reading.health.is_trouble())
    };
    let broken = Memo::new(move |_| count(board, in_trouble));
    let only = move || board.view().only == Only::Trouble;
    let toggle = move |_| {
        board.look(|view| {
            view.only = match view.only {
                Only::All => Only::Trouble,
                Only::Trouble => Only::All,
            }
        });
    };
    ui! {
        <Show when=move || (broken.get() > 0) || only()>
            <div class="trouble">
                <Icon shape=Shape::Health(Health::Failing) />
                <p>{move || words::trouble(broken.get())}</p>
                <button type="button" class="button quiet" on:click=toggle>
                    {move || if only() { words::SHOW_ALL } else { words::SHOW_TROUBLE }}
                </button>
            </div>
        </Show>
    }
}
