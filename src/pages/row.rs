//! One row of the table.

use crate::signals::*;

use super::board;
use super::health_popover::Shown;
use super::row_actions::RowActions;
use crate::components::{Anchor, Badge};
use crate::state::board::Live;
use crate::state::table::{RowKey, WallRow};
use crate::subscription::{Evidence, Row, Subscription};
use crate::text::{event, health, platform as names, problem, time, wall as words};
use crate::transport::{Browser, Transport as _};
use crate::ui::{Html, ui};
use crate::validation::{Field, Kind, Problem, flags};

#[component]
pub fn TableRow(
    key: RowKey,
    rows: Memo<Vec<WallRow>>,
    several: Memo<bool>,
    shown_health: RwSignal<Option<Shown>>,
) -> Html {
    let number = match key {
        RowKey::Subscription { live, .. } | RowKey::Unreadable { live, .. } => live,
    };
    let own_key = key.clone();
    // The moment of reading changes with every refresh and is drawn nowhere in the row: a row that only grew younger
    // is not drawn again, so that the focus stays where it is.
    let row = Memo::new(move |_| {
        rows.with(|rows| find(rows, &own_key))
            .map(WallRow::without_moment)
    });
    let live = move || {
        board()
            .lives
            .with_untracked(|lives| lives.iter().copied().find(|live| live.number == number))
    };
    let drawn = move || {
        let (row, live) = (row.get()?, live()?);
        let connection = several.get().then(|| {
            ui! { <td role="cell" data-label=words::column(crate::state::route::Column::Connection)>{row.connection.clone()}</td> }
        });
        Some(match row.row {
            Row::Unreadable { raw, .. } => ui! { <UnreadableRow raw several /> },
            Row::Subscription(subscription) => {
                let key = key.clone();
                // The popover shows the latest reading, not the one that the row was drawn with.
                let open = Callback::new(move |anchor| {
                    let row = rows
                        .with_untracked(|rows| find(rows, &key))
                        .and_then(|row| row.row.subscription().cloned());
                    shown_health.set(row.map(|row| Shown {
                        event: row.event_names(),
                        reading: row.reading,
                        anchor,
                    }));
                });
                ui! { <SubscriptionRow live subscription cell=connection open /> }
            }
        })
    };
    ui! { {drawn} }
}

fn find(rows: &[WallRow], key: &RowKey) -> Option<WallRow> {
    rows.iter().find(|row| row.key == *key).cloned()
}

#[component]
fn UnreadableRow(raw: String, several: Memo<bool>) -> Html {
    let span = move || if several.get() { "6" } else { "5" };
    ui! {
        <tr role="row" class="unreadable">
            <td role="cell" colspan=span>
                <strong>{words::UNREADABLE}</strong>
                <p class="help">{words::UNREADABLE_NOTE}</p>
                <code class="raw">{raw}</code>
            </td>
        </tr>
    }
}

#[component]
fn SubscriptionRow(
    live: Live,
    subscription: Subscription,
    /// The cell of the connection, when there are several.
    cell: Option<Html>,
    open: Callback<Anchor>,
) -> Html {
    let types = subscription.event_names();
    let endpoint_id = format!("endpoint-{}-{}", live.number, subscription.id);
    let source =
        names::source(subscription.source).map(|source| ui! { <span class="note">{source}</span> });
    let created = match subscription.created {
        Some(created) => {
            let now = Browser::new(0).now();
            ui! { <time datetime=time::iso(created) title=time::exact(created)>{time::ago(created, now)}</time> }
        }
        None => ui! { <span class="muted">{names::NO_TIME}</span> },
    };
    let since = match &subscription.reading.evidence {
        Evidence::HappyColisCreation {
            value: Some(value),
            at,
        } => {
            Some(ui! { <span class="note">{health::at_creation(value, &time::exact(*at))}</span> })
        }
        _ => None,
    };
    ui! {
        <tr role="row">
            <td role="cell" class="event">
                <span class="event-label">{event::label(&types)}</span>
                <code class="muted">{types}</code>
                {source}
            </td>
            <td role="cell" class="endpoint-cell"><EndpointCell id=endpoint_id.clone() endpoint=subscription.endpoint.clone() /></td>
            <td role="cell" class="health-cell">
                <Badge health=subscription.reading.health described_by=endpoint_id.clone() on_open=open />
                {since}
            </td>
            <td role="cell" class="created-cell" data-label=words::column(crate::state::route::Column::Created)>{created}</td>
            {cell}
            <td role="cell" class="actions-cell"><RowActions live subscription endpoint_id /></td>
        </tr>
    }
}

/// The address as it is: host first, the path cut in the middle by the stylesheet, whole on hover and on copy.
#[component]
fn EndpointCell(id: String, endpoint: Option<String>) -> Html {
    let Some(endpoint) = endpoint else {
        return ui! { <span id=id class="muted">{names::NO_ENDPOINT}</span> };
    };
    let (host, path, tail) = cut(&endpoint);
    let flagged = flags(&endpoint).into_iter().map(|flag| {
        let flag = problem::sentence(&Problem::new(Field::Endpoint, Kind::Endpoint(flag)));
        ui! { <p class="flag"><strong>{words::FLAGGED}</strong> ": " {flag}</p> }
    });
    let flagged = flagged.collect::<Vec<_>>();
    ui! {
        <span id=id class="visually-hidden">{endpoint.clone()}</span>
        <code class="endpoint" aria-hidden="true" title=endpoint.clone()>
            <span class="host">{host}</span>
            <span class="path">{path}</span>
            <span class="tail">{tail}</span>
        </code>
        {flagged}
    }
}

/// Host, path, and the end of a long path, which stays in sight: it is where two endpoints of one host differ.
fn cut(endpoint: &str) -> (String, String, String) {
    const TAIL: usize = 12;
    let begin = endpoint.find("://").map_or(0, |at| at + 3);
    let slash = endpoint[begin..]
        .find('/')
        .map_or(endpoint.len(), |at| begin + at);
    let (host, path) = endpoint.split_at(slash);
    let letters = path.chars().count();
    let at = if letters > 2 * TAIL {
        letters - TAIL
    } else {
        letters
    };
    (
        host.to_owned(),
        path.chars().take(at).collect(),
        path.chars().skip(at).collect(),
    )
}
