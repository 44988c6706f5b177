//! What is wrong with a field, at the field.

use crate::signals::*;
use crate::ui::{Html, ui};

/// One problem of a field, in words, and a text that would mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLine {
    pub sentence: String,
    /// The label of a button, and the text that the field then gets.
    pub fix: Option<(String, String)>,
}

impl ErrorLine {
    pub fn plain(sentence: impl Into<String>) -> Self {
        Self {
            sentence: sentence.into(),
            fix: None,
        }
    }
}

/// The problems of one field, under the id that the field's `aria-describedby` names.
#[component]
pub fn ErrorLines(
    #[prop(into)] id: String,
    #[prop(into)] errors: Signal<Vec<ErrorLine>>,
    /// Gets the text of a fix that was clicked.
    on_fix: Callback<String>,
) -> Html {
    let lines = move || {
        let line = |error: ErrorLine| {
            let fix = error.fix.map(|(label, replacement)| {
                ui! { <button type="button" class="fix" on:click=move |_| on_fix.run(replacement.clone())>{label}</button> }
            });
            ui! { <p class="error">{error.sentence} {fix}</p> }
        };
        errors.get().into_iter().map(line).collect::<Vec<_>>()
    };
    ui! { <div id=id class="errors">{lines}</div> }
}
