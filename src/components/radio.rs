//! A choice of a few, all in sight.

use crate::signals::*;
use crate::ui::{Html, ui};

/// One choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RadioOption<T> {
    pub value: T,
    pub label: &'static str,
}

/// A native radio group named by its legend.
#[component]
pub fn RadioGroup<T: Copy + PartialEq + Send + Sync + 'static>(
    name: &'static str,
    legend: &'static str,
    options: Vec<RadioOption<T>>,
    #[prop(into)] value: Signal<T>,
    on_change: Callback<T>,
) -> Html {
    let option = move |option: RadioOption<T>| {
        ui! {
            <label class="radio">
                <input
                    type="radio"
                    name=name
                    aria-label=option.label
                    prop:checked=move || value.get() == option.value
                    on:change=move |_| on_change.run(option.value)
                />
                <span class="radio-label">{option.label}</span>
            </label>
        }
    };
    let options = options.into_iter().map(option).collect::<Vec<_>>();
    ui! {
        <fieldset class="radios" role="radiogroup" aria-labelledby=format!("{name}-legend")>
            <legend id=format!("{name}-legend")>{legend}</legend>
            <div class="radio-row">{options}</div>
        </fieldset>
    }
}
