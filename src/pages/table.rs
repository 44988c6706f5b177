//! The table of subscriptions, which keeps its roles when it becomes cards.

use crate::signals::*;

use super::board;
use super::health_popover::Shown;
use super::row::TableRow;
use crate::state::board::{Board, Live};
use crate::state::route::{Column, Direction};
use crate::state::table::{RowKey, WallRow};
use crate::subscription::{Connection, Row};
use crate::text::event::label;
use crate::text::wall as words;
use crate::ui::{Each, Html, Show, ui};

/// Rows drawn at first, and with every "Show more". Search and sort always cover all of them.
const PAGE: usize = 200;

/// All rows of all connections, with what search and sort go by.
pub fn rows_of(board: Board) -> Vec<WallRow> {
    board
        .lives
        .get()
        .into_iter()
        .flat_map(rows_of_live)
        .collect()
}

fn rows_of_live(live: Live) -> Vec<WallRow> {
    let connection = live.name();
    let wall_row = |row: &Row| {
        let (key, label) = match row {
            Row::Subscription(it) => (
                RowKey::Subscription {
                    live: live.number,
                    id: it.id.clone(),
                },
                label(&it.event_names()),
            ),
            Row::Unreadable { position, .. } => (
                RowKey::Unreadable {
                    live: live.number,
                    position: *position,
                },
                words::UNREADABLE.to_owned(),
            ),
        };
        WallRow {
            key,
            platform: live.connection.with(Connection::platform),
            connection: connection.clone(),
            row: row.clone(),
            label,
        }
    };
    live.listing.with(|listing| {
        let rows = listing
            .value()
            .map(|read| read.value.rows.iter().map(wall_row).collect());
        rows.unwrap_or_default()
    })
}

#[component]
pub fn Table(rows: Memo<Vec<WallRow>>, shown_health: RwSignal<Option<Shown>>) -> Html {
    let board = board();
    let limit = RwSignal::new(PAGE);
    let several = Memo::new(move |_| board.lives.with(Vec::len) > 1);
    let keys = move || {
        rows.with(|rows| {
            let grouped = board.view().grouped;
            let mut last = None;
            let mut lines = Vec::new();
            for row in rows.iter().take(limit.get()) {
                let live = row.key.live();
                if grouped && last.replace(live) != Some(live) {
                    lines.push(Line::Heading(live));
                }
                lines.push(Line::Row(row.key.clone()));
            }
            lines
        })
    };
    let line = move |line: Line| match line {
        Line::Row(key) => ui! { <TableRow key rows several shown_health /> },
        Line::Heading(number) => ui! { <GroupRow number several /> },
    };
    let has_more = move || rows.with(Vec::len) > limit.get();
    let head = move || {
        let columns = Column::ALL
            .into_iter()
            .filter(|column| *column != Column::Connection || several.get());
        columns
            .map(|column| ui! { <Head column /> })
            .collect::<Vec<_>>()
    };
    ui! {
        <table class="subscriptions" role="table" aria-label=words::TITLE>
            <thead role="rowgroup">
                <tr role="row">
                    {head}
                    <th role="columnheader" scope="col"><span class="visually-hidden">{words::ACTIONS}</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <Each each=keys key=Line::key let:it>{line(it)}</Each>
            </tbody>
        </table>
        <Show when=has_more>
            <button type="button" class="button" on:click=move |_| limit.update(|limit| *limit += PAGE)>{words::SHOW_MORE}</button>
        </Show>
    }
}

/// A row of a subscription, or the name of the connection that the rows below it belong to.
#[derive(Clone)]
enum Line {
    Heading(usize),
    Row(RowKey),
}

impl Line {
    fn key(&self) -> String {
        match self {
            Self::Heading(number) => format!("#{number}"),
            Self::Row(key) => key.to_string(),
        }
    }
}

#[component]
fn GroupRow(number: usize, several: Memo<bool>) -> Html {
    let board = board();
    let name = move || {
        let live = board
            .lives
            .with(|lives| lives.iter().copied().find(|live| live.number == number));
        live.map(Live::name)
    };
    ui! {
        <tr role="row" class="group-row">
            <th role="rowheader" scope="rowgroup" colspan=move || if several.get() { "6" } else { "5" }>{name}</th>
        </tr>
    }
}

/// A header that sorts: first upwards, then downwards, then back to trouble first.
#[component]
fn Head(column: Column) -> Html {
    let board = board();
    let direction = move || {
        board
            .view()
            .sort
            .filter(|(by, _)| *by == column)
            .map(|(_, direction)| direction)
    };
    let sort = move || match direction() {
        None => "none",
        Some(Direction::Ascending) => "ascending",
        Some(Direction::Descending) => "descending",
    };
    let turn = move |_| {
        board.look(|view| {
            view.sort = match view.sort {
                Some((by, Direction::Ascending)) if by == column => {
                    Some((column, Direction::Descending))
                }
                Some((by, Direction::Descending)) if by == column => None,
                _ => Some((column, Direction::Ascending)),
            }
        });
    };
    ui! {
        <th role="columnheader" scope="col" aria-label=words::column(column) aria-sort=sort data-column=words::column(column)>
            <button type="button" class="sort" on:click=turn>{words::column(column)}</button>
        </th>
    }
}
