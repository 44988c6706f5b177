//! A field for a secret, masked until it is shown on purpose.

use crate::signals::*;

use super::text_field::invalid;
use super::{ErrorLine, ErrorLines};
use crate::text::connect::{HIDE_TOKEN, SHOW_TOKEN};
use crate::ui::{Html, ui};

/// A password input with a button that shows it. Its value is a property and never an attribute of the page.
#[component]
pub fn SecretField(
    id: &'static str,
    label: &'static str,
    help: &'static str,
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
            <div class="label-line"><label for=id>{label}</label></div>
            <p id=help_id class="help">{help}</p>
            <div class="with-button">
                <input
                    id=id
                    class="input mono"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete="current-password"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=described_by
                    aria-invalid=move || invalid(&errors.get())
                    prop:value=move || value.get()
                    on:input=move |event| on_input.run(event_target_value(&event))
                />
                <button type="button" class="button quiet" aria-controls=id on:click=move |_| shown.update(|shown| *shown = !*shown)>
                    {move || if shown.get() { HIDE_TOKEN } else { SHOW_TOKEN }}
                </button>
            </div>
            <ErrorLines id=errors_id errors on_fix=on_input />
        </div>
    }
}
