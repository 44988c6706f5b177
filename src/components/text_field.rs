//! Fields for text: label above, help under the label, problems under the field.

use crate::signals::*;

use super::{ErrorLine, ErrorLines};
use crate::text::connect::OPTIONAL;
use crate::ui::{Html, ui};

/// One line of text.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(optional)] optional: bool,
    /// For the browser's own memory; `off` where a value must not be kept.
    #[prop(default = "off")]
    autocomplete: &'static str,
    #[prop(default = "text")] inputmode: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] errors: Signal<Vec<ErrorLine>>,
    on_input: Callback<String>,
) -> Html {
    let help_id = format!("{id}-help");
    let errors_id = format!("{id}-errors");
    let described_by = format!("{help_id} {errors_id}");
    ui! {
        <div class="field">
            <FieldLabel id=id.clone() label optional />
            <p id=help_id class="help">{help}</p>
            <input
                id=id
                type="text"
                class="input"
                autocomplete=autocomplete
                inputmode=inputmode
                autocapitalize="off"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=move || invalid(&errors.get())
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            <ErrorLines id=errors_id errors on_fix=on_input />
        </div>
    }
}

/// Several lines of text, with line numbers beside them.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] help: Option<Signal<String>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] errors: Signal<Vec<ErrorLine>>,
    on_input: Callback<String>,
) -> Html {
    let help_id = format!("{id}-help");
    let errors_id = format!("{id}-errors");
    let described_by = format!("{help_id} {errors_id}");
    let lines = Memo::new(move |_| value.with(|text| text.split('\n').count().max(4)));
    let numbers = move || {
        (1..=lines.get())
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    };
    ui! {
        <div class="field">
            <FieldLabel id=id.clone() label />
            <p id=help_id class="help">{help}</p>
            <div class="code">
                <pre class="gutter" aria-hidden="true">{numbers}</pre>
                <textarea
                    id=id
                    class="input mono"
                    rows=move || lines.get()
                    wrap="off"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=described_by
                    aria-invalid=move || invalid(&errors.get())
                    prop:value=move || value.get()
                    on:input=move |event| on_input.run(event_target_value(&event))
                ></textarea>
            </div>
            <ErrorLines id=errors_id errors on_fix=on_input />
        </div>
    }
}

#[component]
fn FieldLabel(id: String, label: String, #[prop(optional)] optional: bool) -> Html {
    // The word stands beside the label, not in it: the label is the field's name.
    let word = optional.then(|| ui! { <span class="optional">{OPTIONAL}</span> });
    ui! { <div class="label-line"><label for=id>{label}</label> {word}</div> }
}

/// The value of `aria-invalid`, which is left out while a field is in order.
pub(super) fn invalid(errors: &[ErrorLine]) -> Option<&'static str> {
    (!errors.is_empty()).then_some("true")
}
