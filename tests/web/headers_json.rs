//! Custom headers as JSON, in sync with the rows.

use pegboard::components::{ErrorLine, HeaderErrors};
use pegboard::subscription::{HeadersDraft, Secret};
use pegboard::validation::headers::rows_to_json;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use crate::act::{press, type_text, value};
use crate::headers::{Editor, editor, rows};
use crate::page::{attribute, description, focused, name};
use crate::wait::{quiet, until};

fn json(text: &str) -> HeadersDraft {
    HeadersDraft::Json(Secret::new(text))
}

fn tab(editor: &Editor, wanted: &str) -> HtmlElement {
    editor.page.button(wanted)
}

/// The tab in use, which is the only one that the Tab key reaches.
fn selected(editor: &Editor) -> String {
    let tabs = editor.page.all("[role=tab]");
    let names = |attribute_name: &str, wanted: &str| -> Vec<String> {
        let mut tabs = tabs.clone();
        tabs.retain(|tab| attribute(tab, attribute_name).as_deref() == Some(wanted));
        tabs.iter().map(name).collect()
    };
    let chosen = names("aria-selected", "true");
    assert_eq!(chosen, names("tabindex", "0"));
    assert_eq!(chosen.len(), 1);
    assert_eq!(name(&editor.page.find("[role=tabpanel]")), chosen[0]);
    assert_eq!(editor.page.has("textarea"), chosen[0] == "JSON");
    chosen[0].clone()
}

/// What is lossless natively is lossless through the tabs: order, duplicates, quotes, empty rows.
#[wasm_bindgen_test]
async fn rows_become_json_and_rows_again() {
    let cases: [&[(&str, &str)]; 5] = [
        &[],
        &[("X-Key", "a \"b\" \\ c")],
        &[("X-Key", "1"), ("X-Key", "1"), ("x-key", "2")],
        &[("", ""), ("Half", ""), ("", "half")],
        &[("B", "ü\u{1F4A1}\n"), ("A", "")],
    ];
    for case in cases {
        let before = rows(case);
        let HeadersDraft::Rows(list) = &before else {
            unreachable!()
        };
        let editor = editor(before.clone());
        assert_eq!(selected(&editor), "Rows");
        tab(&editor, "JSON").click();
        until("the JSON", || selected(&editor) == "JSON").await;
        let text = rows_to_json(list);
        assert_eq!(value(&editor.page.field("Headers as JSON")), text);
        assert!(editor.is(&json(&text)));
        tab(&editor, "Rows").click();
        until("the rows", || selected(&editor) == "Rows").await;
        assert!(editor.is(&before));
        assert_eq!(editor.shown().len(), list.len());
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_as_json_becomes_rows() {
    let editor = editor(rows(&[]));
    tab(&editor, "JSON").click();
    until("the JSON", || selected(&editor) == "JSON").await;
    let text = r#"{ "X-Key": "1", "X-Key": "2" }"#;
    type_text(&editor.page.field("Headers as JSON"), text);
    assert!(editor.is(&json(text)));
    tab(&editor, "Rows").click();
    until("the rows", || selected(&editor) == "Rows").await;
    assert!(editor.is(&rows(&[("X-Key", "1"), ("X-Key", "2")])));
}

#[wasm_bindgen_test]
async fn a_text_that_would_lose_something_stays() {
    for text in [
        "{",
        "[]",
        r#"{"X-Key": 5}"#,
        r#"{"X-Key": "1""#,
        "null",
        r#"{"A": {"b": "c"}}"#,
    ] {
        let editor = editor(json(text));
        tab(&editor, "Rows").click();
        until("the reason", || {
            editor.page.text().contains("Correct the JSON first")
        })
        .await;
        assert_eq!(selected(&editor), "JSON");
        assert!(editor.is(&json(text)));
        assert_eq!(value(&editor.page.field("Headers as JSON")), text);
        type_text(&editor.page.field("Headers as JSON"), r#"{"X-Key": "1"}"#);
        tab(&editor, "Rows").click();
        until("the rows", || selected(&editor) == "Rows").await;
        assert!(editor.is(&rows(&[("X-Key", "1")])));
        assert!(!editor.page.text().contains("Correct the JSON first"));
    }
}

#[wasm_bindgen_test]
async fn the_arrow_keys_go_from_tab_to_tab() {
    let editor = editor(rows(&[("A", "1")]));
    for (key, next, id) in [
        ("ArrowRight", "JSON", "headers-tab-json"),
        ("ArrowLeft", "Rows", "headers-tab-rows"),
        ("ArrowLeft", "JSON", "headers-tab-json"),
    ] {
        let from = selected(&editor);
        assert!(press(&tab(&editor, &from), key));
        until("the other tab", || selected(&editor) == next).await;
        until("the focus on it", || focused().id() == id).await;
    }
    let from = selected(&editor);
    assert!(!press(&tab(&editor, &from), "ArrowDown"));
    quiet().await;
    assert_eq!(selected(&editor), from);
    assert!(editor.is(&json("{\n  \"A\": \"1\"\n}")));
}

/// Values are in sight as JSON on purpose; back in the rows they are masked again.
#[wasm_bindgen_test]
async fn leaving_the_json_masks_the_values_again() {
    let editor = editor(json(r#"{"X-Key": "s3cret"}"#));
    assert!(value(&editor.page.field("Headers as JSON")).contains("s3cret"));
    tab(&editor, "Rows").click();
    until("the rows", || selected(&editor) == "Rows").await;
    assert_eq!(
        attribute(&editor.page.field("Header value"), "type").as_deref(),
        Some("password")
    );
    assert!(!editor.page.root().outer_html().contains("s3cret"));
}

#[wasm_bindgen_test]
async fn a_fault_is_told_and_its_place_is_shown() {
    let editor = editor(json("{\"\u{1F4A1}\": 5}"));
    let field = editor.page.field("Headers as JSON");
    assert_eq!(attribute(&field, "aria-invalid"), None);
    assert_eq!(editor.page.buttons("Show the place").len(), 0);
    editor.errors.set(HeaderErrors {
        json: vec![ErrorLine::plain("A number.")],
        // In UTF-16 units, as a selection counts: the sign in the name takes two.
        json_range: Some((7, 8)),
        ..HeaderErrors::default()
    });
    until("the fault", || description(&field).contains("A number.")).await;
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    editor.page.button("Show the place").click();
    let area: HtmlTextAreaElement = field.unchecked_into();
    let range = (area.selection_start(), area.selection_end());
    assert_eq!(range, (Ok(Some(7)), Ok(Some(8))));
    assert_eq!(focused().id(), area.id());
    assert_eq!(
        &area.value().encode_utf16().collect::<Vec<_>>()[7..8],
        &[u16::from(b'5')]
    );
}
