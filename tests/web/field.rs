//! Fields for text: label above, help and problems described.

use pegboard::components::{ErrorLine, TextArea, TextField};
use pegboard::signals::*;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::page::{Page, attribute, description, mount, text};
use crate::wait::until;

#[derive(Clone, Copy)]
struct Given {
    value: RwSignal<String>,
    errors: RwSignal<Vec<ErrorLine>>,
}

impl Given {
    fn new(value: &str) -> Self {
        Self {
            value: RwSignal::new(value.to_owned()),
            errors: RwSignal::new(Vec::new()),
        }
    }

    fn typed(self) -> Callback<String> {
        Callback::new(move |text| self.value.set(text))
    }
}

fn help(text: &str) -> Signal<String> {
    Signal::stored(text.to_owned())
}

fn line(given: Given) -> Page {
    mount(move || {
        ui! {
            <TextField
                id="endpoint"
                label="Endpoint URL"
                help=help("An address of yours.")
                optional=true
                autocomplete="username"
                inputmode="url"
                value=given.value
                errors=given.errors
                on_input=given.typed()
            />
        }
    })
}

fn area(given: Given) -> Page {
    mount(move || {
        ui! {
            <TextArea
                id="json"
                label="Headers as JSON"
                help=help("An object.")
                value=given.value
                errors=given.errors
                on_input=given.typed()
            />
        }
    })
}

/// What a line and an area have in common.
async fn behaves(page: &Page, given: Given, label: &str, help: &str) {
    let field = page.field(label);
    assert_eq!(description(&field), help);
    assert_eq!(attribute(&field, "aria-invalid"), None);
    assert_eq!(attribute(&field, "spellcheck").as_deref(), Some("false"));
    assert_eq!(value(&field), "before");
    type_text(&field, "typed");
    assert_eq!(given.value.get_untracked(), "typed");
    given.value.set("set from elsewhere".to_owned());
    until("the new value", || value(&field) == "set from elsewhere").await;

    let fix = Some(("Use this".to_owned(), "mended".to_owned()));
    given.errors.set(vec![ErrorLine {
        fix,
        ..ErrorLine::plain("It is wrong.")
    }]);
    until("the problem", || {
        description(&field).contains("It is wrong.")
    })
    .await;
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    page.button("Use this").click();
    until("the mended value", || value(&field) == "mended").await;
    given.errors.set(Vec::new());
    until("no problem", || attribute(&field, "aria-invalid").is_none()).await;
    assert_eq!(description(&field), help);
}

#[wasm_bindgen_test]
async fn a_line_has_a_label_help_and_problems() {
    let given = Given::new("before");
    let page = line(given);
    let field = page.field("Endpoint URL");
    assert_eq!(field.tag_name(), "INPUT");
    assert_eq!(attribute(&field, "type").as_deref(), Some("text"));
    assert_eq!(
        attribute(&field, "autocomplete").as_deref(),
        Some("username")
    );
    assert_eq!(attribute(&field, "inputmode").as_deref(), Some("url"));
    // The word stands beside the label: the name of the field is the label alone.
    assert_eq!(page.texts("label"), ["Endpoint URL"]);
    assert_eq!(page.texts(".optional"), ["optional"]);
    behaves(&page, given, "Endpoint URL", "An address of yours.").await;
}

#[wasm_bindgen_test]
fn a_line_is_plain_unless_it_is_told_otherwise() {
    let given = Given::new("");
    let page = mount(move || {
        ui! { <TextField id="a" label="A" value=given.value errors=given.errors on_input=given.typed() /> }
    });
    let field = page.field("A");
    assert_eq!(attribute(&field, "autocomplete").as_deref(), Some("off"));
    assert_eq!(attribute(&field, "inputmode").as_deref(), Some("text"));
    assert!(!page.has(".optional"));
    assert_eq!(description(&field), "");
}

#[wasm_bindgen_test]
async fn an_area_has_a_label_help_and_problems() {
    let given = Given::new("before");
    let page = area(given);
    assert_eq!(page.field("Headers as JSON").tag_name(), "TEXTAREA");
    behaves(&page, given, "Headers as JSON", "An object.").await;
}

#[wasm_bindgen_test]
async fn an_area_counts_its_lines() {
    let given = Given::new("{");
    let page = area(given);
    let numbers = || {
        text(&page.find("pre"))
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(), ["1", "2", "3", "4"]);
    assert_eq!(
        attribute(&page.find("pre"), "aria-hidden").as_deref(),
        Some("true")
    );
    type_text(&page.field("Headers as JSON"), "1\n2\n3\n4\n5\n");
    until("six lines", || numbers().len() == 6).await;
    assert_eq!(
        attribute(&page.field("Headers as JSON"), "rows").as_deref(),
        Some("6")
    );
}
