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
use crate::ui::{Html, ui};

/// One passphrase and what is wrong with it; both end with the page that shows them.
#[derive(Clone, Copy)]
struct Typed {
    passphrase: RwSignal<String>,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<UnlockError>>,
}

impl Typed {
    fn new() -> Self {
        Self {
            passphrase: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            failed: RwSignal::new(None),
        }
    }

    /// Takes the passphrase, unless one is being tried.
    fn begin(self) -> Option<String> {
        if self.busy.get_untracked() {
            return None;
        }
        self.busy.set(true);
        self.failed.set(None);
        Some(self.passphrase.get_untracked())
    }

    /// The page can be gone by now.
    fn end(self, result: Result<(), UnlockError>) {
        self.busy.try_set(false);
        self.passphrase.try_set(String::new());
        self.failed.try_set(result.err());
    }

    fn field(self, id: String, help: &'static str) -> Html {
        let errors = Signal::derive(move || match self.failed.get() {
            Some(UnlockError::Vault(error)) => vec![ErrorLine::plain(words::vault(error))],
            _ => Vec::new(),
        });
        let refused = move || match self.failed.get() {
            Some(UnlockError::Api(error)) => {
                Some(ui! { <div role="alert" class="alert"><Failure error /></div> })
            }
            _ => None,
        };
        ui! {
            <SecretField
                id
                label=words::PASSPHRASE
                help
                autocomplete="off"
                show=words::SHOW
                hide=words::HIDE
                value=self.passphrase
                errors
                on_input=Callback::new(move |text| self.passphrase.set(text))
            />
            {refused}
        }
    }
}

/// Opens a kept token: the connection goes on, or is there again.
#[component]
pub fn Unlock(sealed: Sealed) -> Html {
    let board = board();
    let typed = Typed::new();
    let name = sealed.connection.name.clone();
    let id = format!("passphrase-{}", sealed.connection.key().as_str());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = typed.begin() else {
            return;
        };
        let sealed = sealed.clone();
        spawn_local(async move {
            let opened = board.unlock(sealed, &passphrase).await;
            let is_open = opened.is_ok();
            typed.end(opened);
            if is_open {
                board.close_dialog();
            }
        });
    };
    ui! {
        <form class="form" novalidate=true on:submit=submit>
            {typed.field(id, words::UNLOCK_HELP)}
            <div class="buttons">
                <button type="submit" class="button" disabled=move || typed.busy.get()>{words::unlock(&name)}</button>
            </div>
        </form>
    }
}

/// Keeps the token of a connection, or removes the kept one.
#[component]
pub fn KeepToken(live: Live) -> Html {
    let board = board();
    let typed = Typed::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(passphrase) = typed.begin() else {
            return;
        };
        spawn_local(async move {
            let kept = board.keep_token(live, &passphrase).await;
            typed.end(kept.map_err(UnlockError::Vault));
        });
    };
    let is_kept = move || {
        board
            .sealed(&live.connection.with(Connection::key))
            .is_some()
    };
    let remove = move |_| board.unkeep_token(&live.connection.get_untracked());
    let content = move || {
        if is_kept() {
            return ui! {
                <p>{words::KEPT}</p>
                <button type="button" class="button small" on:click=remove>{words::UNKEEP}</button>
            };
        }
        ui! {
            <form class="form" novalidate=true on:submit=submit>
                {typed.field("keep-passphrase".to_owned(), words::KEEP_HELP)}
                <div class="buttons">
                    <button type="submit" class="button small" disabled=move || typed.busy.get()>{words::KEEP_BUTTON}</button>
                </div>
            </form>
        }
    };
    ui! {
        <section class="part" aria-label=words::KEEP>
            <h3>{words::KEEP}</h3>
            {content}
        </section>
    }
}
