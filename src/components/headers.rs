//! Custom headers in two views of one draft: rows and a JSON object.

use crate::signals::*;
use wasm_bindgen::JsCast as _;

use super::text_field::invalid;
use super::{ErrorLine, ErrorLines, TextArea};
use crate::subscription::{HeaderRow, HeadersDraft, Secret};
use crate::text::editor as words;
use crate::ui::{Each, Html, Show, ui};
use crate::validation::headers::{json_to_rows, rows_to_json};

/// What is wrong, by the place where it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderErrors {
    pub names: Vec<(usize, ErrorLine)>,
    pub values: Vec<(usize, ErrorLine)>,
    pub json: Vec<ErrorLine>,
    pub whole: Vec<ErrorLine>,
    /// The range of the first fault in the JSON text, in UTF-16 units, as a selection counts them.
    pub json_range: Option<(u32, u32)>,
}

#[component]
pub fn HeadersEditor(
    help: &'static str,
    #[prop(into)] value: Signal<HeadersDraft>,
    #[prop(into)] errors: Signal<HeaderErrors>,
    on_change: Callback<HeadersDraft>,
) -> Html {
    let is_json =
        Memo::new(move |_| value.with(|headers| matches!(headers, HeadersDraft::Json(_))));
    // Text that is no object of strings cannot become rows without losing some of it.
    let stuck = RwSignal::new(false);
    let to_rows = move || {
        if let HeadersDraft::Json(text) = value.get_untracked() {
            match json_to_rows(text.expose()) {
                Ok(rows) => on_change.run(HeadersDraft::Rows(rows)),
                Err(_) => stuck.set(true),
            }
        }
    };
    let to_json = move || {
        if let HeadersDraft::Rows(rows) = value.get_untracked() {
            stuck.set(false);
            on_change.run(HeadersDraft::Json(Secret::new(rows_to_json(&rows))));
        }
    };
    let turn = move |json: bool| if json { to_json() } else { to_rows() };
    let whole = Signal::derive(move || {
        let mut lines = errors.with(|errors| errors.whole.clone());
        if stuck.get() && is_json.get() {
            lines.push(ErrorLine::plain(words::JSON_STAYS));
        }
        lines
    });
    let tab = move |json: bool, label: &'static str| {
        let selected = move || is_json.get() == json;
        ui! {
            <button
                type="button"
                role="tab"
                id=tab_id(json)
                class="tab"
                aria-selected=move || selected().to_string()
                aria-controls="headers-panel"
                tabindex=move || if selected() { "0" } else { "-1" }
                on:click=move |_| turn(json)
                on:keydown=move |event| {
                    if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
                        event.prevent_default();
                        turn(!json);
                        super::focus_id(tab_id(!json));
                    }
                }
            >
                {label}
            </button>
        }
    };
    ui! {
        <fieldset class="headers" aria-describedby="headers-help headers-errors">
            <legend>{words::HEADERS}</legend>
            <p id="headers-help" class="help">{help}</p>
            <div role="tablist" aria-label=words::HEADERS class="tabs">
                {tab(false, words::ROWS)}
                {tab(true, words::JSON)}
            </div>
            <div id="headers-panel" role="tabpanel" aria-labelledby=move || tab_id(is_json.get())>
                <Show when=move || is_json.get() fallback=move || ui! { <Rows value errors on_change /> }>
                    <Json value errors on_change />
                </Show>
            </div>
            <ErrorLines id="headers-errors" errors=whole on_fix=Callback::new(|_| ()) />
        </fieldset>
    }
}

const fn tab_id(json: bool) -> &'static str {
    if json {
        "headers-tab-json"
    } else {
        "headers-tab-rows"
    }
}

#[component]
fn Json(
    value: Signal<HeadersDraft>,
    errors: Signal<HeaderErrors>,
    on_change: Callback<HeadersDraft>,
) -> Html {
    let text = Signal::derive(move || match value.get() {
        HeadersDraft::Json(text) => text.expose().to_owned(),
        HeadersDraft::Rows(_) => String::new(),
    });
    let lines = Signal::derive(move || errors.with(|errors| errors.json.clone()));
    let range = move || errors.with(|errors| errors.json_range);
    ui! {
        <TextArea
            id="headers-json"
            label=words::HEADERS_JSON
            help=Signal::stored(words::HEADERS_JSON_HELP.to_owned())
            value=text
            errors=lines
            on_input=Callback::new(move |text| on_change.run(HeadersDraft::Json(Secret::new(text))))
        />
        <Show when=move || range().is_some()>
            <button type="button" class="fix" on:click=move |_| select(range())>{words::GO_TO_PLACE}</button>
        </Show>
    }
}

/// Selects the place of a fault in the JSON text.
fn select(range: Option<(u32, u32)>) {
    let area = document().get_element_by_id("headers-json");
    let area = area.and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    if let (Some(area), Some((start, end))) = (area, range) {
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
    }
}

#[component]
fn Rows(
    value: Signal<HeadersDraft>,
    errors: Signal<HeaderErrors>,
    on_change: Callback<HeadersDraft>,
) -> Html {
    let change = Callback::new(move |edit: Edit| {
        let mut rows = value.with_untracked(|headers| rows_of(headers).to_vec());
        edit.apply(&mut rows);
        on_change.run(HeadersDraft::Rows(rows));
    });
    let count = Memo::new(move |_| value.with(|headers| rows_of(headers).len()));
    let add = move |_| {
        let at = count.get_untracked();
        change.run(Edit::Add);
        super::focus_id(format!("header-name-{at}"));
    };
    ui! {
        <div class="header-rows">
            <Each each=move || (0..count.get()).collect() key=usize::to_string let:at>
                <Row at value errors change />
            </Each>
            <button type="button" id="add-header" class="button quiet" on:click=add>
                {words::ADD_HEADER}
            </button>
        </div>
    }
}

/// The rows of a draft whose view is that of rows.
fn rows_of(headers: &HeadersDraft) -> &[HeaderRow] {
    match headers {
        HeadersDraft::Rows(rows) => rows,
        HeadersDraft::Json(_) => &[],
    }
}

/// One change of the rows.
enum Edit {
    Add,
    Remove(usize),
    Name(usize, String),
    Value(usize, String),
}

impl Edit {
    fn apply(self, rows: &mut Vec<HeaderRow>) {
        match self {
            Self::Add => rows.push(HeaderRow::default()),
            Self::Remove(at) => {
                if at < rows.len() {
                    rows.remove(at);
                }
            }
            Self::Name(at, name) => rows
                .get_mut(at)
                .into_iter()
                .for_each(|row| row.name.clone_from(&name)),
            Self::Value(at, value) => rows
                .get_mut(at)
                .into_iter()
                .for_each(|row| row.value = Secret::new(value.as_str())),
        }
    }
}

#[component]
fn Row(
    at: usize,
    value: Signal<HeadersDraft>,
    errors: Signal<HeaderErrors>,
    change: Callback<Edit>,
) -> Html {
    let row = move || {
        value
            .with(|headers| rows_of(headers).get(at).cloned())
            .unwrap_or_default()
    };
    let own = move |lines: &[(usize, ErrorLine)]| -> Vec<ErrorLine> {
        lines
            .iter()
            .filter(|(row, _)| *row == at)
            .map(|(_, line)| line.clone())
            .collect()
    };
    let names = Signal::derive(move || errors.with(|errors| own(&errors.names)));
    let values = Signal::derive(move || errors.with(|errors| own(&errors.values)));
    // A value is a secret: it is masked as soon as the field is left, and an empty one has nothing to hide.
    let focused = RwSignal::new(false);
    let kind = move || {
        if focused.get() || row().value.is_empty() {
            "text"
        } else {
            "password"
        }
    };
    let remove = move |_| {
        change.run(Edit::Remove(at));
        super::focus_id("add-header");
    };
    ui! {
        <div class="header-row" role="group" aria-label=format!("{} {}", words::HEADERS, at + 1)>
            <div class="field">
                <label for=format!("header-name-{at}")>{words::HEADER_NAME}</label>
                <input
                    id=format!("header-name-{at}")
                    type="text"
                    class="input mono"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=format!("header-name-{at}-errors")
                    aria-invalid=move || invalid(&names.get())
                    prop:value=move || row().name
                    on:input=move |event| change.run(Edit::Name(at, event_target_value(&event)))
                />
                <ErrorLines id=format!("header-name-{at}-errors") errors=names on_fix=Callback::new(move |name| change.run(Edit::Name(at, name))) />
            </div>
            <div class="field">
                <label for=format!("header-value-{at}")>{words::HEADER_VALUE}</label>
                <input
                    id=format!("header-value-{at}")
                    type=kind
                    class="input mono"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=format!("header-value-{at}-errors")
                    aria-invalid=move || invalid(&values.get())
                    prop:value=move || row().value.expose().to_owned()
                    on:focus=move |_| focused.set(true)
                    on:blur=move |_| focused.set(false)
                    on:input=move |event| change.run(Edit::Value(at, event_target_value(&event)))
                />
                <ErrorLines id=format!("header-value-{at}-errors") errors=values on_fix=Callback::new(|_| ()) />
            </div>
            <button type="button" class="button quiet" on:click=remove>{words::REMOVE_HEADER}</button>
        </div>
    }
}
