//! JSON as a tree that opens and closes.

use pegboard::components::json_tree;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::is_true;
use crate::page::{Page, mount, text};
use crate::wait::until;

fn tree(value: Value) -> Page {
    mount(move || json_tree("Payload", &value))
}

#[wasm_bindgen_test]
fn every_kind_of_value_stands_under_its_name() {
    let page = tree(json!({
        "text": "a \"b\"",
        "number": 1.5,
        "large": 12_345_678_901_u64,
        "yes": true,
        "nothing": null,
        "list": [1, { "deep": "x" }],
        "empty": {},
        "none": [],
    }));
    // In any order: an object has none.
    let mut leaves = page.texts(".leaf");
    leaves.sort_unstable();
    let mut expected = [
        "0 1",
        "deep \"x\"",
        "large 12345678901",
        "nothing null",
        "number 1.5",
        "text \"a \\\"b\\\"\"",
        "yes true",
    ];
    expected.sort_unstable();
    assert_eq!(leaves, expected);
    let mut branches = page.texts("summary");
    branches.sort_unstable();
    assert_eq!(
        branches,
        ["1 (1)", "Payload (8)", "empty (0)", "list (2)", "none (0)"]
    );
}

#[wasm_bindgen_test]
async fn a_branch_is_open_until_it_is_closed() {
    let page = tree(json!({ "a": { "b": 1 } }));
    let branches = page.all("details");
    assert_eq!(branches.len(), 2);
    assert!(branches.iter().all(|branch| is_true(branch, "open")));
    page.all("summary")[1].click();
    until("it closed", || !is_true(&branches[1], "open")).await;
    assert!(is_true(&branches[0], "open"));
    page.all("summary")[1].click();
    until("it open again", || is_true(&branches[1], "open")).await;
}

#[wasm_bindgen_test]
fn a_value_that_is_no_object_is_a_leaf() {
    for (value, shown) in [
        (json!("text"), "Payload \"text\""),
        (json!(5), "Payload 5"),
        (json!(null), "Payload null"),
    ] {
        let page = tree(value);
        assert!(!page.has("details"));
        assert_eq!(page.text(), shown);
    }
}

#[wasm_bindgen_test]
fn a_text_in_it_is_never_read_as_markup() {
    let markup = "<img src=x onerror=alert(1)>";
    let page = tree(json!({ markup: markup, "list": { markup: [] } }));
    assert!(!page.has("img"));
    assert_eq!(page.text().matches("<img").count(), 3);
    assert!(
        page.all("summary")
            .iter()
            .any(|it| text(it).starts_with(markup))
    );
}
