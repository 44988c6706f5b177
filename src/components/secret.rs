//! A field for a secret, masked until it is shown on purpose.

use crate::signals::*;

use super::text_field::invalid;
use super::{ErrorLine, ErrorLines};
use crate::text::connect::{HIDE_TOKEN, SHOW_TOKEN};
use crate::ui::{Html, ui};

/// A password input with a button that shows it. Its value is a property and never an attribute of the page.
#[component]
pub fn SecretField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] help: String,
    /// `current-password` for a token; `off` for what is sent once and never kept.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    #[prop(default = SHOW_TOKEN)] show: &'static str,
    #[prop(default = HIDE_TOKEN)] hide: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] errors: Signal<Vec<ErrorLine>>,
    on_input: Callback<String>,
) -> Html {
    let shown = RwSignal::new(false);
    let help_id = format!("{id}-help");
    let errors_id = format!("{id}-errors");
    let described_by = format!("{help_id} {errors_id}");
    ui! {
        <div class="field">
            <div class="label-line"><label for=id.clone()>{label}</label></div>
            <p id=help_id class="help">{help}</p>
            <div class="with-button">
                <input
                    id=id.clone()
                    class="input mono"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=described_by
                    aria-invalid=move || invalid(&errors.get())
                    prop:value=move || value.get()
                    on:input=move |event| on_input.run(event_target_value(&event))
                />
                <button type="button" class="button quiet" aria-controls=id on:click=move |_| shown.update(|shown| *shown = !*shown)>
                    {move || if shown.get() { hide } else { show }}
                </button>
            </div>
            <ErrorLines id=errors_id errors on_fix=on_input />
        </div>
    }
}
