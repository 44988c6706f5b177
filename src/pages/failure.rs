//! A failed request in words: what happened, what to do, and what the platform said.

use crate::signals::*;

use crate::platform::ApiError;
use crate::text::error;
use crate::ui::{Html, ui};

/// The lines of a failure, to stand inside an alert.
#[component]
pub fn Failure(error: ApiError) -> Html {
    let detail = error::detail(&error).map(|detail| ui! { <p class="detail mono">{detail}</p> });
    ui! {
        <p class="what">{error::sentence(&error)}</p>
        <p>{error::remedy(&error)}</p>
        {detail}
    }
}
