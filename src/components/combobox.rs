//! A text field with a list of proposals: grouped, searchable, by keyboard, free text allowed.

use crate::signals::*;
use web_sys::KeyboardEvent;

use super::choices::{Choice, ChoiceGroup, mark, narrow, nth, total};
use super::text_field::invalid;
use super::{ErrorLine, ErrorLines};
use crate::text::event::count;
use crate::ui::{ElementRef, Html, Show, ui, watch};

/// Whether the list is open, and which of the proposals in sight the keyboard is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Closed,
    Open(Option<usize>),
}

#[derive(Clone, Copy)]
struct Combo {
    list: RwSignal<List>,
    /// What was typed since the list was opened: a chosen value does not narrow its own list.
    search: RwSignal<String>,
    groups: Signal<Vec<ChoiceGroup>>,
    on_input: Callback<String>,
    on_take: Callback<String>,
}

#[component]
pub fn Combobox(
    id: &'static str,
    label: &'static str,
    #[prop(into)] help: Signal<String>,
    #[prop(into)] groups: Signal<Vec<ChoiceGroup>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] errors: Signal<Vec<ErrorLine>>,
    /// What to say while nothing fits.
    no_match: &'static str,
    /// A word of caution about the value, which is no error.
    #[prop(into)]
    caution: Signal<Option<String>>,
    on_input: Callback<String>,
    /// Gets a proposal that was chosen, where that is not the same as typing it.
    #[prop(optional)]
    on_take: Option<Callback<String>>,
    /// What is chosen already, where several can be.
    #[prop(optional, into)]
    chosen: Option<Signal<Vec<String>>>,
) -> Html {
    let search = RwSignal::new(String::new());
    let combo = Combo {
        list: RwSignal::new(List::Closed),
        search,
        groups,
        on_input,
        on_take: on_take.unwrap_or(on_input),
    };
    let is_open = move || combo.list.get() != List::Closed;
    let active = move || match combo.list.get() {
        List::Open(Some(at)) => Some(option_id(id, at)),
        List::Open(None) | List::Closed => None,
    };
    let help_id = format!("{id}-help");
    let errors_id = format!("{id}-errors");
    let list_id = format!("{id}-list");
    let described_by = format!("{help_id} {id}-caution {errors_id}");
    let fix = Callback::new(move |text| on_input.run(text));
    ui! {
        <div class="field combobox">
            <div class="label-line"><label for=id>{label}</label></div>
            <p id=help_id class="help">{help}</p>
            <input
                id=id
                type="text"
                class="input mono"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-haspopup="listbox"
                aria-expanded=move || is_open().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=active
                aria-describedby=described_by
                aria-invalid=move || invalid(&errors.get())
                prop:value=move || value.get()
                on:input=move |event| combo.typed(event_target_value(&event))
                on:keydown=move |event| combo.key(&event)
                on:click=move |_| combo.open()
                on:blur=move |_| combo.list.set(List::Closed)
            />
            <p class="visually-hidden" role="status">
                {move || is_open().then(|| count(total(&combo.seen())))}
            </p>
            <Show when=is_open>
                <Options id list_id=list_id.clone() label combo value chosen no_match />
            </Show>
            <p id=format!("{id}-caution") class="caution">{caution}</p>
            <ErrorLines id=errors_id errors on_fix=fix />
        </div>
    }
}

#[component]
fn Options(
    id: &'static str,
    list_id: String,
    label: &'static str,
    combo: Combo,
    value: Signal<String>,
    chosen: Option<Signal<Vec<String>>>,
    no_match: &'static str,
) -> Html {
    let node = ElementRef::default();
    // A press on the list must not take the focus from the field: that would close the list before the click.
    let keep_focus = |event: web_sys::MouseEvent| event.prevent_default();
    let options = move || {
        let mut at = 0;
        let group = |group: ChoiceGroup| {
            let options = group.choices.into_iter().map(|choice| {
                let view = ui! { <Proposal id at choice combo value chosen /> };
                at += 1;
                view
            });
            let options = options.collect::<Vec<_>>();
            ui! {
                <div role="group" aria-label=group.title.clone()>
                    <div class="group-title" aria-hidden="true">{group.title.clone()}</div>
                    {options}
                </div>
            }
        };
        combo.seen().into_iter().map(group).collect::<Vec<_>>()
    };
    let is_empty = move || combo.seen().is_empty();
    ui! {
        <div class="popup" on:mousedown=keep_focus>
            <div node_ref=node id=list_id role="listbox" aria-label=label class="listbox">{options}</div>
            <Show when=is_empty><p class="no-match">{no_match}</p></Show>
        </div>
    }
}

#[component]
fn Proposal(
    id: &'static str,
    at: usize,
    choice: Choice,
    combo: Combo,
    value: Signal<String>,
    chosen: Option<Signal<Vec<String>>>,
) -> Html {
    let node = ElementRef::default();
    let is_active = Memo::new(move |_| combo.list.get() == List::Open(Some(at)));
    watch(move || {
        if is_active.get()
            && let Some(option) = node.get()
        {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
    let taken = choice.value.clone();
    let is_chosen = {
        let own = choice.value.clone();
        move || match chosen {
            Some(chosen) => chosen.with(|chosen| chosen.contains(&own)),
            None => value.with(|value| *value == own),
        }
    };
    let (label, technical) = combo
        .search
        .with_untracked(|search| (mark(&choice.label, search), mark(&choice.value, search)));
    ui! {
        <div
            node_ref=node
            id=option_id(id, at)
            role="option"
            class="option"
            data-active=move || is_active.get().to_string()
            aria-selected=move || is_chosen().to_string()
            on:click=move |_| combo.take(taken.clone())
        >
            <span>{label}</span>
            <code>{technical}</code>
        </div>
    }
}

impl Combo {
    /// The groups that fit what is searched.
    fn seen(self) -> Vec<ChoiceGroup> {
        self.groups
            .with(|groups| self.search.with(|search| narrow(groups, search)))
    }

    fn open(self) {
        if self.list.get_untracked() == List::Closed {
            self.search.set(String::new());
            self.list.set(List::Open(None));
        }
    }

    fn typed(self, text: String) {
        self.search.set(text.clone());
        self.list.set(List::Open(None));
        self.on_input.run(text);
    }

    fn take(self, value: String) {
        self.list.set(List::Closed);
        self.on_take.run(value);
    }

    fn key(self, event: &KeyboardEvent) {
        let seen = untrack(|| self.seen());
        let last = total(&seen).checked_sub(1);
        let list = self.list.get_untracked();
        let at = if let List::Open(at) = list { at } else { None };
        match (event.key().as_str(), list, last) {
            ("ArrowDown" | "ArrowUp", List::Closed, _) => self.open(),
            ("ArrowDown", _, Some(last)) => self.list.set(List::Open(Some(
                at.map_or(0, |at| if at == last { 0 } else { at + 1 }),
            ))),
            ("ArrowUp", _, Some(last)) => self.list.set(List::Open(Some(
                at.map_or(last, |at| if at == 0 { last } else { at - 1 }),
            ))),
            ("Enter", List::Open(Some(at)), _) => {
                if let Some(value) = nth(&seen, at) {
                    self.take(value);
                }
            }
            // Esc closes the list first; only a second one reaches the dialog.
            ("Escape", List::Open(_), _) => self.list.set(List::Closed),
            // Enter takes what was typed, and goes on to whoever waits for it.
            ("Enter", ..) => return self.list.set(List::Closed),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

fn option_id(id: &str, at: usize) -> String {
    format!("{id}-option-{at}")
}
