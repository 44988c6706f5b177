//! The connections of the wall, each with its own state: one that fails hides nothing of the others.

use crate::signals::*;

use super::board;
use super::failure::Failure;
use super::ledger_tools::LedgerTools;
use crate::components::focus_id;
use crate::platform::{ApiError, Cause};
use crate::state::board::Live;
use crate::subscription::{Access, Connection, HappyColisMode};
use crate::text::{platform as names, time, wall as words};
use crate::transport::Transport as _;
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
    let access = move || {
        live.connection
            .with(|connection| names::access(&connection.access))
    };
    let title = move || {
        live.listing
            .with(|listing| listing.value().and_then(|read| read.value.title.clone()))
    };
    let read_at = move || {
        let at = live
            .listing
            .with(|listing| listing.value().map(|read| read.value.read_at))?;
        let now = crate::transport::Browser::new(0).now();
        let when = time::relative(at, now);
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
    let ledger = move || {
        names::list_source(&live.capabilities()).map(|note| ui! { <LedgerTools live note /> })
    };
    ui! {
        <article class="connection" aria-busy=move || reading().to_string()>
            <div class="connection-line">
                <strong>{move || live.name()}</strong>
                <span class="muted">{access}</span>
                <span class="muted">{title}</span>
                {read_at}
                <span class="refreshing" role="status">{move || reading().then_some(words::REFRESHING)}</span>
                <button type="button" class="button quiet small" aria-label=move || words::forget(&live.name()) on:click=forget>
                    {words::FORGET}
                </button>
            </div>
            {move || error().map(|error| ui! { <ReadError live error /> })}
            {ledger}
        </article>
    }
}

/// Why the last reading failed, and the ways out of it.
#[component]
fn ReadError(live: Live, error: ApiError) -> Html {
    let board = board();
    let again = move |_| board.refresh(live);
    let token = move |_| board.ask_token(live.connection.get_untracked());
    let other = move |_| board.ask_token(in_other_mode(live.connection.get_untracked()));
    let wants_token = matches!(error.cause(), Some(Cause::Token | Cause::Scope { .. }));
    let wants_mode = matches!(error.cause(), Some(Cause::OtherMode));
    ui! {
        <div role="alert" class="alert">
            <Failure error />
            <div class="buttons">
                <button type="button" class="button" on:click=again>{words::TRY_AGAIN}</button>
                <Show when=move || wants_token>
                    <button type="button" class="button" on:click=token>{words::NEW_TOKEN}</button>
                </Show>
                <Show when=move || wants_mode>
                    <button type="button" class="button" on:click=other>{words::OTHER_MODE}</button>
                </Show>
            </div>
        </div>
    }
}

/// The same connection, asked for in the other access mode; the person confirms it with a token.
pub fn in_other_mode(connection: Connection) -> Connection {
    let access = match connection.access {
        Access::HappyColis { mode, integration } => Access::HappyColis {
            mode: match mode {
                HappyColisMode::Integration => HappyColisMode::Oauth,
                HappyColisMode::Oauth => HappyColisMode::Integration,
            },
            integration,
        },
    };
    Connection {
        access,
        ..connection
    }
}
