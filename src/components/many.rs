//! A combobox that takes several values: what is chosen stands above the field, and can be taken back.

use crate::signals::*;

use super::{ChoiceGroup, Combobox, ErrorLine, Icon, Shape};
use crate::text::editor::{NO_CHOICE, take_back};
use crate::ui::{Html, ui};

#[component]
pub fn Many(
    id: &'static str,
    label: &'static str,
    #[prop(into)] help: Signal<String>,
    #[prop(into)] groups: Signal<Vec<ChoiceGroup>>,
    #[prop(into)] values: Signal<Vec<String>>,
    #[prop(into)] errors: Signal<Vec<ErrorLine>>,
    #[prop(optional, into)] caution: Option<Signal<Option<String>>>,
    on_change: Callback<Vec<String>>,
) -> Html {
    let typed = RwSignal::new(String::new());
    let add = move |value: String| {
        let mut all = values.get_untracked();
        let value = value.trim().to_owned();
        if !value.is_empty() && !all.contains(&value) {
            all.push(value);
            on_change.run(all);
        }
        typed.set(String::new());
    };
    let remove = move |value: &str| {
        let mut all = values.get_untracked();
        all.retain(|other| other != value);
        on_change.run(all);
        super::focus_id(id);
    };
    let toggle = Callback::new(move |value: String| {
        if values.with_untracked(|all| all.contains(&value)) {
            remove(&value);
        } else {
            add(value);
        }
    });
    // What was typed counts as soon as the field is left, or with Enter; nothing typed is lost.
    // A field that is taken out of the page while it has the focus is left as well: by then nothing is there to add to.
    let settle = move |_| {
        if let Some(text) = typed.try_get_untracked() {
            add(text);
        }
    };
    let enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && typed.with_untracked(|text| !text.trim().is_empty()) {
            event.prevent_default();
            add(typed.get_untracked());
        }
    };
    let label_of = move |value: &str| {
        groups.with(|groups| {
            let mut choices = groups.iter().flat_map(|group| &group.choices);
            choices
                .find(|choice| choice.value == value)
                .map(|choice| choice.label.clone())
        })
    };
    let chip = move |value: String| {
        let name = label_of(&value).filter(|name| *name != value);
        let taken = value.clone();
        ui! {
            <li class="chip">
                <code>{value.clone()}</code>
                <span>{name}</span>
                <button type="button" class="icon-button" aria-label=take_back(&value) on:click=move |_| remove(&taken)>
                    <Icon shape=Shape::Close />
                </button>
            </li>
        }
    };
    let chips = move || {
        let values = values.get();
        (!values.is_empty()).then(|| {
            ui! { <ul class="chips">{values.into_iter().map(chip).collect::<Vec<_>>()}</ul> }
        })
    };
    let caution = Signal::derive(move || caution.and_then(|caution| caution.get()));
    ui! {
        <div class="many" on:focusout=settle on:keydown=enter>
            <Combobox
                id
                label
                help
                groups
                value=typed
                chosen=values
                errors
                no_match=NO_CHOICE
                caution
                on_input=Callback::new(move |text| typed.set(text))
                on_take=toggle
            />
            {chips}
        </div>
    }
}
