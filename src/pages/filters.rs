//! What narrows the wall, groups it and orders it, all of it in the link.

use crate::signals::*;

use super::board;
use super::table::rows_of;
use crate::state::route::{Column, Direction, Filter};
use crate::subscription::{Health, Platform};
use crate::text::{health, platform as names, wall as words};
use crate::ui::{Html, Show, ui};

#[component]
pub fn Filters() -> Html {
    let board = board();
    let several = move || board.lives.with(|lives| lives.len() > 1);
    let group = move |_| board.look(|view| view.grouped = !view.grouped);
    let filters = move || {
        let filters = Filter::ALL.into_iter();
        let wanted =
            filters.filter(|filter| several() || matches!(filter, Filter::Health | Filter::Event));
        wanted
            .map(|filter| ui! { <Menu filter /> })
            .collect::<Vec<_>>()
    };
    ui! {
        <div class="filters" role="group" aria-label=words::FILTERS>
            {filters}
            <Order />
            <Show when=several>
                <label class="check">
                    <input type="checkbox" prop:checked=move || board.view().grouped on:change=group />
                    <span>{words::GROUP}</span>
                </label>
            </Show>
        </div>
    }
}

/// What the rows of the wall have to choose from; a value of the link stays although no row has it.
#[component]
fn Menu(filter: Filter) -> Html {
    let board = board();
    let wanted = Memo::new(move |_| board.view().filters[filter as usize].clone());
    let values = Memo::new(move |_| {
        let rows = rows_of(board);
        let mut values: Vec<String> = rows.iter().flat_map(|row| row.traits(filter)).collect();
        values.push(wanted.get());
        values.retain(|value| !value.is_empty());
        values.sort_unstable();
        values.dedup();
        values
    });
    let choose = move |event| {
        let value = event_target_value(&event);
        board.look(|view| view.filters[filter as usize] = value);
    };
    let option = move |value: String| {
        let chosen = value == wanted.get();
        ui! { <option value=value.clone() selected=chosen>{word(filter, &value)}</option> }
    };
    ui! {
        <label class="menu">
            <span>{words::filter(filter)}</span>
            <select class="input" on:change=choose>
                <option value="" selected=move || wanted.with(String::is_empty)>{words::ALL}</option>
                {move || values.get().into_iter().map(option).collect::<Vec<_>>()}
            </select>
        </label>
    }
}

fn word(filter: Filter, value: &str) -> String {
    match filter {
        Filter::Platform => {
            Platform::from_key(value).map(|platform| names::name(platform).to_owned())
        }
        Filter::Health => Health::from_key(value).map(|state| health::badge(state).to_owned()),
        Filter::Connection | Filter::Event => None,
    }
    .unwrap_or_else(|| value.to_owned())
}

/// The order, where the table's header is out of sight.
#[component]
fn Order() -> Html {
    let board = board();
    let choose = move |event| {
        let value = event_target_value(&event);
        let column = Column::ALL
            .into_iter()
            .find(|column| words::column(*column) == value);
        board.look(|view| view.sort = column.map(|column| (column, Direction::Ascending)));
    };
    let by = move || board.view().sort.map(|(column, _)| column);
    let option = move |column: Column| {
        let name = words::column(column);
        ui! { <option value=name selected=move || by() == Some(column)>{name}</option> }
    };
    let options = Column::ALL.map(option).into_iter().collect::<Vec<_>>();
    ui! {
        <label class="menu narrow-only">
            <span>{words::SORT}</span>
            <select class="input" on:change=choose>
                <option value="" selected=move || by().is_none()>{words::TROUBLE_FIRST}</option>
                {options}
            </select>
        </label>
    }
}
