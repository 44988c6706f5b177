//! The deliveries of one subscription, newest first.

use crate::signals::*;

use super::board;
use super::copy::{copy, save_file};
use super::failure::Failure;
use crate::components::json_tree;
use crate::platform::Answered;
use crate::state::board::Details;
use crate::subscription::json;
use crate::subscription::{Connection, Deliveries, Delivery, DeliveryFilter, Outcome};
use crate::text::{details as words, error, platform as names, time, wall};
use crate::ui::{Html, Show, ui};

#[component]
pub fn DeliveryList(details: Details) -> Html {
    let board = board();
    let platform = details.live.connection.with_untracked(Connection::platform);
    let filters = untrack(|| details.live.capabilities().delivery_filters)
        .then(|| ui! { <Filters details /> });
    let busy = move || details.deliveries.with(|read| read.is_reading());
    let failed = move || {
        details.deliveries.with(|read| read.error().cloned()).map(|error| {
            ui! {
                <div role="alert" class="alert">
                    <Failure error live=details.live />
                    <button type="button" class="button" on:click=move |_| board.read_deliveries(details, 1)>{wall::TRY_AGAIN}</button>
                </div>
            }
        })
    };
    let list = move || {
        let narrowed = details
            .filter
            .with_untracked(|filter| *filter != DeliveryFilter::default());
        details
            .deliveries
            .with(|read| read.value().map(|read| shown(read, narrowed)))
    };
    let more = move |_| {
        let next = details
            .deliveries
            .with_untracked(|read| read.value().and_then(|read| read.value.next));
        if let Some(page) = next {
            board.read_deliveries(details, page);
        }
    };
    let has_more = move || {
        details
            .deliveries
            .with(|read| read.value().is_some_and(|read| read.value.next.is_some()))
    };
    ui! {
        <section class="part" aria-label=words::DELIVERIES aria-busy=move || busy().to_string()>
            <h3>{words::DELIVERIES}</h3>
            <p class="help">{words::retention(platform)}</p>
            {filters}
            <p class="progress" role="status">{move || busy().then_some(words::READING)}</p>
            {failed}
            {list}
            <Show when=has_more>
                <button type="button" class="button small" disabled=busy on:click=more>{words::MORE}</button>
            </Show>
        </section>
    }
}

fn shown(answered: &Answered<Deliveries>, narrowed: bool) -> Html {
    let read = &answered.value;
    let complaint = answered.warning.as_ref().map(|warning| {
        ui! { <p class="caution" role="alert">{error::complaint(warning)}</p> }
    });
    if read.items.is_empty() {
        let none = if narrowed {
            words::NONE_FITS
        } else {
            words::NO_DELIVERIES
        };
        return ui! { {complaint} <p>{none}</p> };
    }
    let count = read
        .total
        .map(|total| ui! { <p class="muted">{words::shown(read.items.len(), total)}</p> });
    let rows = read
        .items
        .iter()
        .map(|delivery| row(delivery.clone()))
        .collect::<Vec<_>>();
    ui! { {complaint} {count} <ul class="deliveries">{rows}</ul> }
}

fn row(delivery: Delivery) -> Html {
    let board = board();
    let kind = match delivery.outcome {
        Outcome::Delivered => "delivered",
        Outcome::Failed => "failed",
        Outcome::Other(_) => "other",
    };
    let at = match delivery.at {
        Some(at) => ui! { <time datetime=time::iso(at)>{time::exact(at)}</time> },
        None => ui! { <span class="muted">{names::NO_TIME}</span> },
    };
    let code = delivery.code.clone().or_else(|| {
        (delivery.outcome == Outcome::Failed && delivery.attempts.is_none())
            .then(|| words::NO_CODE.to_owned())
    });
    let attempts = delivery.attempts.map(words::attempts);
    let payload = delivery.payload.clone().map(|payload| {
        // The tree is built when it is opened: a payload can be large.
        let open = RwSignal::new(false);
        let (text, to_copy, to_save) = (payload.clone(), payload.clone(), payload);
        let name = format!("{}.json", delivery.id);
        let tree = move || {
            open.get().then(|| match json::parse(&text) {
                Ok(value) => json_tree(words::PAYLOAD, &value),
                Err(_) => ui! { <code class="whole">{text.clone()}</code> },
            })
        };
        ui! {
            <details class="more" on:toggle=move |_| open.set(true)>
                <summary>{words::PAYLOAD}</summary>
                <div class="buttons">
                    <button type="button" class="button small" on:click=move |_| copy(board, to_copy.clone())>{words::COPY_PAYLOAD}</button>
                    <button type="button" class="button small" on:click=move |_| { save_file(&name, &to_save); }>{words::DOWNLOAD_PAYLOAD}</button>
                </div>
                {tree}
            </details>
        }
    });
    ui! {
        <li class="delivery" data-outcome=kind>
            <strong>{words::outcome(&delivery.outcome)}</strong>
            <code>{code}</code>
            <span>{attempts}</span>
            <code class="muted">{delivery.event.clone()}</code>
            {at}
            <span class="muted">{delivery.message.clone()}</span>
            {payload}
        </li>
    }
}

/// Where the platform can narrow its events.
#[component]
fn Filters(details: Details) -> Html {
    let board = board();
    let (types, statuses) = details.live.learned.with_untracked(|learned| {
        let types = learned.events.as_ref().map(|group| group.events.clone());
        (types.unwrap_or_default(), learned.statuses.clone())
    });
    let change = move |set: fn(&mut DeliveryFilter, Option<String>)| {
        move |event: web_sys::Event| {
            let text = event_target_value(&event);
            board.filter_deliveries(details, |filter| {
                set(filter, (!text.is_empty()).then_some(text))
            });
        }
    };
    let options = |all: Vec<String>| {
        let option = |it: String| ui! { <option value=it.clone()>{it.clone()}</option> };
        all.into_iter().map(option).collect::<Vec<_>>()
    };
    ui! {
        <div class="filters">
            <label>{words::TYPE} <select class="input" on:change=change(|filter, it| filter.event = it)><option value="">{words::ALL}</option>{options(types)}</select></label>
            <label>{words::STATUS} <select class="input" on:change=change(|filter, it| filter.status = it)><option value="">{words::ALL}</option>{options(statuses)}</select></label>
            <label>{words::FROM} <input type="date" class="input" on:change=change(|filter, it| filter.from = it) /></label>
            <label>{words::UNTIL} <input type="date" class="input" on:change=change(|filter, it| filter.until = it) /></label>
        </div>
    }
}
