//! A failed request in words: what happened, what to do, and what the platform said.

use crate::signals::*;

use super::board;
use crate::platform::{ApiError, Cause, TransportError};
use crate::state::board::Live;
use crate::text::{error, wall};
use crate::ui::{Html, ui};

/// The lines of a failure, to stand inside an alert.
#[component]
pub fn Failure(
    error: ApiError,
    /// The connection that can be given another token in place, where that helps.
    #[prop(optional)]
    live: Option<Live>,
) -> Html {
    let detail = error::detail(&error).map(|detail| ui! { <p class="detail mono">{detail}</p> });
    let wants_token = error == ApiError::Transport(TransportError::Locked)
        || error.cause() == Some(&Cause::Token);
    let again = live.filter(|_| wants_token).map(|live| {
        ui! {
            <button type="button" class="button" on:click=move |_| board().interrupt(live)>{wall::NEW_TOKEN}</button>
        }
    });
    ui! {
        <p class="what">{error::sentence(&error)}</p>
        <p>{error::remedy(&error)}</p>
        {detail}
        {again}
    }
}
