//! Custom headers as rows.

use pegboard::components::{ErrorLine, HeaderErrors, HeadersEditor};
use pegboard::signals::*;
use pegboard::subscription::{HeaderRow, HeadersDraft, Secret};
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::act::{type_text, value};
use crate::page::{Page, attribute, description, focused, mount, name};
use crate::wait::until;

/// The editor with the draft that it shows and changes.
pub struct Editor {
    pub page: Page,
    pub draft: RwSignal<HeadersDraft>,
    pub errors: RwSignal<HeaderErrors>,
}

pub fn rows(rows: &[(&str, &str)]) -> HeadersDraft {
    let row = |(name, value): &(&str, &str)| HeaderRow {
        name: (*name).to_owned(),
        value: Secret::new(*value),
    };
    HeadersDraft::Rows(rows.iter().map(row).collect())
}

pub fn editor(draft: HeadersDraft) -> Editor {
    let draft = RwSignal::new(draft);
    let errors = RwSignal::new(HeaderErrors::default());
    let on_change = Callback::new(move |headers| draft.set(headers));
    let page =
        mount(move || ui! { <HeadersEditor help="Sent along." value=draft errors on_change /> });
    Editor {
        page,
        draft,
        errors,
    }
}

impl Editor {
    pub fn is(&self, draft: &HeadersDraft) -> bool {
        self.draft.with_untracked(|now| now == draft)
    }

    fn names(&self) -> Vec<HtmlElement> {
        self.page.all("[id^=header-name-]:is(input)")
    }

    fn values(&self) -> Vec<HtmlElement> {
        self.page.all("[id^=header-value-]:is(input)")
    }

    /// What the rows show.
    pub fn shown(&self) -> Vec<(String, String)> {
        let names = self.names().into_iter().map(|field| value(&field));
        names.zip(self.values().iter().map(value)).collect()
    }
}

fn shows(editor: &Editor, expected: &[(&str, &str)]) -> bool {
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    editor.shown() == expected
}

#[wasm_bindgen_test]
async fn a_row_is_added_filled_and_removed() {
    let editor = editor(rows(&[]));
    assert_eq!(name(&editor.page.find("fieldset legend")), "Custom headers");
    assert_eq!(editor.shown().len(), 0);
    editor.page.button("Add header").click();
    until("a row", || shows(&editor, &[("", "")])).await;
    until("the focus in it", || focused().id() == "header-name-0").await;
    type_text(&editor.page.field("Header name"), "X-Key");
    type_text(&editor.page.field("Header value"), "a b");
    assert!(editor.is(&rows(&[("X-Key", "a b")])));
    editor.page.button("Add header").click();
    until("a second row", || {
        shows(&editor, &[("X-Key", "a b"), ("", "")])
    })
    .await;
    until("the focus in it", || focused().id() == "header-name-1").await;
    type_text(&editor.names()[1], "X-Other");
    assert!(editor.is(&rows(&[("X-Key", "a b"), ("X-Other", "")])));
    editor.page.buttons("Remove header")[0].click();
    until("one row less", || shows(&editor, &[("X-Other", "")])).await;
    until("the focus kept near", || focused().id() == "add-header").await;
    assert!(editor.is(&rows(&[("X-Other", "")])));
}

#[wasm_bindgen_test]
async fn removing_takes_away_the_row_it_stands_in() {
    let all = [("A", "1"), ("B", "2"), ("C", "3")];
    for at in 0..3 {
        let editor = editor(rows(&all));
        assert!(shows(&editor, &all));
        editor.page.buttons("Remove header")[at].click();
        let mut left = all.to_vec();
        left.remove(at);
        until("the others", || shows(&editor, &left)).await;
        assert!(editor.is(&rows(&left)));
    }
}

#[wasm_bindgen_test]
async fn a_value_is_masked_as_soon_as_it_is_left() {
    let editor = editor(rows(&[("X-Key", "s3cret"), ("X-New", "")]));
    let kind = |at: usize| attribute(&editor.values()[at], "type").unwrap();
    assert_eq!([kind(0), kind(1)], ["password", "text"]);
    editor.values()[0].focus().unwrap();
    until("the value in sight", || kind(0) == "text").await;
    editor.values()[1].focus().unwrap();
    until("the value masked", || kind(0) == "password").await;
    type_text(&editor.values()[1], "another");
    assert_eq!(kind(1), "text");
    editor.names()[1].focus().unwrap();
    until("both masked", || kind(1) == "password").await;
    assert!(!editor.page.root().outer_html().contains("s3cret"));
}

fn line(sentence: &str) -> ErrorLine {
    ErrorLine::plain(sentence)
}

#[wasm_bindgen_test]
async fn a_problem_stands_at_its_own_field() {
    let editor = editor(rows(&[("Host", "a"), ("X", "")]));
    editor.errors.set(HeaderErrors {
        names: vec![(0, line("Reserved."))],
        values: vec![(1, line("No value."))],
        whole: vec![line("Too many.")],
        ..HeaderErrors::default()
    });
    until("the problems", || editor.page.texts(".error").len() == 3).await;
    let of = |field: &HtmlElement| (description(field), attribute(field, "aria-invalid"));
    let wrong = |sentence: &str| (sentence.to_owned(), Some("true".to_owned()));
    let right = (String::new(), None);
    assert_eq!(of(&editor.names()[0]), wrong("Reserved."));
    assert_eq!(of(&editor.values()[0]), right);
    assert_eq!(of(&editor.names()[1]), right);
    assert_eq!(of(&editor.values()[1]), wrong("No value."));
    assert_eq!(
        description(&editor.page.find("fieldset")),
        "Sent along. Too many."
    );
}

#[wasm_bindgen_test]
async fn a_fix_goes_into_the_name_it_stands_at() {
    let editor = editor(rows(&[("A", "1"), ("X-Key: ", "2")]));
    let fix = Some(("Use X-Key".to_owned(), "X-Key".to_owned()));
    let names = vec![(
        1,
        ErrorLine {
            fix,
            ..line("No token.")
        },
    )];
    editor.errors.set(HeaderErrors {
        names,
        ..HeaderErrors::default()
    });
    until("the fix", || editor.page.buttons("Use X-Key").len() == 1).await;
    editor.page.button("Use X-Key").click();
    until("the mended name", || {
        shows(&editor, &[("A", "1"), ("X-Key", "2")])
    })
    .await;
    assert!(editor.is(&rows(&[("A", "1"), ("X-Key", "2")])));
}
