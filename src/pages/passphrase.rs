//! Keeping a token on this device, and opening it again.

use crate::signals::*;
use leptos::task::spawn_local;

use super::board;
use super::failure::Failure;
use crate::components::{ErrorLine, SecretField};
use crate::state::board::{Live, UnlockError};
use crate::state::vault::Sealed;
use crate::subscription::Connection;
use crate::text::device as words;
use crate::ui::{Html, Show, ui, watch};

/// What a passphrase is typed for.
#[derive(Clone)]
pub enum Purpose {
    /// A kept token is opened: the connection goes on, or is there again.
    Unlock(Sealed),
    /// The token of a connection is to be kept.
    Keep(Live),
}

/// One passphrase, what it is for, and what is wrong with it.
#[component]
pub fn Passphrase(purpose: Purpose) -> Html {
    let board = board();
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None);
    // Locking forgets one that was only typed as well.
    watch(move || {
        if board.locks.get() > 0 {
            passphrase.set(String::new());
        }
    });
    let (id, help, label) = match &purpose {
        // By its place: a name can have spaces in it, which end an id.
        Purpose::Unlock(sealed) => (
            format!("passphrase-{}", board.place_of(sealed)),
            words::UNLOCK_HELP,
            words::unlock(&sealed.connection.name),
        ),
        Purpose::Keep(_) => (
            "keep-passphrase".to_owned(),
            words::KEEP_HELP,
            words::KEEP_BUTTON.to_owned(),
        ),
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        let (purpose, typed) = (purpose.clone(), passphrase.get_untracked());
        spawn_local(async move {
            let result = match purpose {
                Purpose::Unlock(sealed) => board.unlock(sealed, &typed).await,
                Purpose::Keep(live) => {
                    let kept = board.keep_token(live, &typed).await;
                    kept.map_err(UnlockError::Vault)
                }
            };
            // The page can be gone by now.
            busy.try_set(false);
            passphrase.try_set(String::new());
            failed.try_set(result.err());
        });
    };
    let errors = Signal::derive(move || match failed.get() {
        Some(UnlockError::Vault(error)) => vec![ErrorLine::plain(words::vault(error))],
        _ => Vec::new(),
    });
    let refused = move || match failed.get() {
        Some(UnlockError::Api(error)) => {
            Some(ui! { <div role="alert" class="alert"><Failure error /></div> })
        }
        _ => None,
    };
    ui! {
        <form class="form" novalidate=true on:submit=submit>
            <SecretField
                id
                label=words::PASSPHRASE
                help
                autocomplete="off"
                show=words::SHOW
                hide=words::HIDE
                value=passphrase
                errors
                on_input=Callback::new(move |text| passphrase.set(text))
            />
            {refused}
            <div class="buttons">
                <button type="submit" class="button small" disabled=move || busy.get()>{label}</button>
            </div>
        </form>
    }
}

/// Keeps the token of a connection, or removes the kept one.
#[component]
pub fn KeepToken(live: Live) -> Html {
    let board = board();
    let is_kept = move || {
        board
            .sealed(&live.connection.with(Connection::key))
            .is_some()
    };
    let remove = move |_| board.unkeep_token(&live.connection.get_untracked());
    ui! {
        <section class="part" aria-label=words::KEEP>
            <h3>{words::KEEP}</h3>
            <Show when=is_kept fallback=move || ui! { <Passphrase purpose=Purpose::Keep(live) /> }>
                <p>{words::KEPT}</p>
                <button type="button" class="button small" on:click=remove>{words::UNKEEP}</button>
            </Show>
        </section>
    }
}
