//! The connections of the wall, each with its own state: one that fails hides nothing of the others.

use crate::signals::*;

use super::board;
use super::failure::Failure;
use super::ledger_tools::LedgerTools;
use crate::components::{Icon, Shape, focus_id};
use crate::platform::{ApiError, Cause};
use crate::state::board::{Dialog, Live};
use crate::subscription::{Connection, Instant};
use crate::text::connect::other_way;
use crate::text::{device, platform as names, time, wall as words};
use crate::ui::{Each, Html, Show, ui};

#[component]
pub fn Connections() -> Html {
    let board = board();
    ui! {
        <section class="connections" aria-label=words::CONNECTIONS>
            <Each each=move || board.lives.get() key=|live: &Live| live.number.to_string() let:live>
                <OneConnection live />
            </Each>
        </section>
    }
}

#[component]
fn OneConnection(live: Live) -> Html {
    let board = board();
    // A connection without a name of its own is named by its way in, which is not said twice.
    let access = move || {
        live.connection.with(|connection| {
            let access = names::access(&connection.access);
            (access != connection.name).then_some(access)
        })
    };
    let title = move || {
        live.listing
            .with(|listing| listing.value().and_then(|read| read.value.title.clone()))
    };
    let read_at = move || {
        let at = live
            .listing
            .with(|listing| listing.value().map(|read| read.value.read_at))?;
        let when = time::ago(at, board.now.get());
        Some(
            ui! { <time class="muted" datetime=time::iso(at) title=time::exact(at)>{words::read_at(&when)}</time> },
        )
    };
    let reading = move || live.listing.with(crate::state::remote::Remote::is_reading);
    let error = move || live.listing.with(|listing| listing.error().cloned());
    let forget = move |_| {
        board.forget(&live.connection.get_untracked());
        focus_id("page-title");
    };
    let settings = move |_| board.dialog.set(Some(Dialog::Connection(live)));
    let progress = move || {
        live.progress.get().map(|(read, total)| {
            ui! {
                <span class="muted" role="status">{words::progress(read, total)}</span>
                <button type="button" class="button quiet small" on:click=move |_| board.cancel(live)>{words::STOP}</button>
            }
        })
    };
    // A list that does not say all of its rows, because its reading was stopped or because its rows moved meanwhile.
    let partly = move || {
        live.listing.with(|listing| {
            let list = &listing.value().filter(|_| !listing.is_reading())?.value;
            let (read, total) = (list.rows.len(), list.total?);
            let said = match list.next {
                Some(_) => words::partly(read, total),
                None if (read as u64) < total => words::GAP.to_owned(),
                None => return None,
            };
            Some(ui! { <p class="caution">{said}</p> })
        })
    };
    // What the token says of itself: whose data it is, and how long it lives.
    let claims = move || {
        let claims = live.claims()?;
        let test = claims.test.map(|test| match test {
            true => ui! { <strong class="mode">{words::TEST_DATA}</strong> },
            false => ui! { <span class="mode">{words::LIVE_DATA}</span> },
        });
        let kind = claims
            .kind
            .map(|kind| ui! { <span class="muted">{kind}</span> });
        let expires = claims.expires.map(|at| ui! { <Life live at /> });
        Some((test, kind, expires))
    };
    let locked = move || {
        live.is_locked().then(|| {
            ui! {
                <div class="locked">
                    <Icon shape=Shape::Lock />
                    <strong>{device::LOCKED}</strong>
                    <button type="button" class="button small" on:click=settings>{device::unlock(&live.name())}</button>
                </div>
            }
        })
    };
    let ledger = move || {
        names::list_source(
            live.connection.with(Connection::platform),
            &live.capabilities(),
        )
        .map(|note| ui! { <LedgerTools live note /> })
    };
    ui! {
        <article class="connection" aria-busy=move || reading().to_string()>
            <div class="connection-line">
                <strong>{move || live.name()}</strong>
                <span class="muted">{access}</span>
                <span class="muted">{title}</span>
                {claims}
                {read_at}
                {progress}
                <span class="refreshing" role="status">{move || reading().then_some(words::REFRESHING)}</span>
                <div class="buttons">
                    <Show when=move || !live.is_locked()>
                        <button type="button" class="button quiet small" aria-label=move || words::refresh(&live.name()) on:click=move |_| board.refresh(live)>
                            {words::REFRESH}
                        </button>
                    </Show>
                    <button type="button" class="button quiet small" aria-label=move || words::settings(&live.name()) on:click=settings>
                        {words::SETTINGS}
                    </button>
                    <button type="button" class="button quiet small" aria-label=move || words::forget(&live.name()) on:click=forget>
                        {words::FORGET}
                    </button>
                </div>
            </div>
            {locked}
            {move || error().map(|error| ui! { <ReadError live error /> })}
            {partly}
            {ledger}
        </article>
    }
}

/// How long the token says that it still lives. Once that is over, another one can be given.
#[component]
fn Life(live: Live, at: Instant) -> Html {
    let board = board();
    let over = Memo::new(move |_| board.now.get() >= at);
    let said = move || {
        let when = time::relative(at, board.now.get());
        match over.get() {
            true => words::expired(&when),
            false => words::expires(&when),
        }
    };
    let token = move |_| board.dialog.set(Some(Dialog::Connection(live)));
    ui! {
        <time class=move || if over.get() { "over" } else { "muted" } datetime=time::iso(at) title=time::exact(at)>{said}</time>
        <Show when=move || over.get()>
            <button type="button" class="button small" on:click=token>{words::NEW_TOKEN}</button>
        </Show>
    }
}

/// Why the last reading failed, and the ways out of it.
#[component]
fn ReadError(live: Live, error: ApiError) -> Html {
    let board = board();
    let again = move |_| board.refresh(live);
    let token = move |_| board.dialog.set(Some(Dialog::Connection(live)));
    let other = move |_| {
        let connection = live.connection.get_untracked();
        board.ask_token(board.config.in_other_way(connection));
    };
    let wants_token = matches!(
        error.cause(),
        Some(Cause::Token | Cause::Scope { .. } | Cause::Role)
    );
    let platform = live.connection.with_untracked(Connection::platform);
    let other_way = other_way(error.cause(), platform).map(|label| {
        ui! { <button type="button" class="button" on:click=other>{label}</button> }
    });
    ui! {
        <div role="alert" class="alert">
            <Failure error />
            <div class="buttons">
                <button type="button" class="button" on:click=again>{words::TRY_AGAIN}</button>
                <Show when=move || wants_token>
                    <button type="button" class="button" on:click=token>{words::NEW_TOKEN}</button>
                </Show>
                {other_way}
            </div>
        </div>
    }
}
