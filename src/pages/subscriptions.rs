//! The wall: every subscription of every connection in one table.

use leptos::prelude::*;

use super::board;
use super::connections::Connections;
use super::health_popover::HealthPopover;
use super::states::{EmptyState, NoMatch, Skeleton};
use super::table::{Table, rows_of};
use crate::components::{Icon, Shape};
use crate::state::board::Board;
use crate::state::route::Only;
use crate::state::table::{WallRow, arrange};
use crate::subscription::Health;
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
    let all = Memo::new(move |_| rows_of(board));
    let seen = Memo::new(move |_| arrange(all.get(), &board.view()));
    let scene = Memo::new(move |_| scene(board, all.with(Vec::len), seen.with(Vec::len)));
    let shown_health = RwSignal::new(None);
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
                <p class="muted" role="status">{move || counted(scene.get(), &seen, &all)}</p>
                <Toolbar />
            </div>
            <Connections />
            <Trouble all />
            <Search />
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

fn counted(scene: Scene, seen: &Memo<Vec<WallRow>>, all: &Memo<Vec<WallRow>>) -> Option<String> {
    matches!(scene, Scene::Rows | Scene::NoMatch)
        .then(|| words::count(seen.with(Vec::len), all.with(Vec::len)))
}

#[component]
fn Toolbar() -> Html {
    let board = board();
    let new = move |_| {
        if let Some(live) = board.lives.with_untracked(|lives| lives.first().copied()) {
            board.open_new(live);
        }
    };
    ui! {
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
fn Trouble(all: Memo<Vec<WallRow>>) -> Html {
    let board = board();
    let count = Memo::new(move |_| {
        all.with(|rows| {
            rows.iter()
                .filter(|row| row.health().is_some_and(Health::is_trouble))
                .count()
        })
    });
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
        <Show when=move || (count.get() > 0) || only()>
            <div class="trouble">
                <Icon shape=Shape::Health(Health::Failing) />
                <p>{move || words::trouble(count.get())}</p>
                <button type="button" class="button quiet" on:click=toggle>
                    {move || if only() { words::SHOW_ALL } else { words::SHOW_TROUBLE }}
                </button>
            </div>
        </Show>
    }
}
