//! The event picker, by keyboard, by mouse and by free text.

use pegboard::components::ErrorLine;
use pegboard::signals::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{count, press, send, type_text, value};
use crate::listbox::picker;
use crate::page::{attribute, description, name};
use crate::wait::{quiet, until};

#[wasm_bindgen_test]
async fn a_click_opens_all_proposals_in_their_groups() {
    let picker = picker("");
    let field = picker.field();
    assert_eq!(attribute(&field, "role").as_deref(), Some("combobox"));
    assert!(!picker.is_open());
    assert_eq!(picker.count(), "");
    field.click();
    until("the list", || picker.is_open()).await;
    assert_eq!(picker.group_names(), ["Order", "Shipment"]);
    assert_eq!(
        picker.proposals(),
        ["order/created", "order/updated", "shipment/created"]
    );
    assert_eq!(picker.count(), "3 events");
    assert_eq!((picker.active(), picker.chosen()), (None, vec![]));
    let list = picker.page.find("[role=listbox]");
    assert_eq!(attribute(&field, "aria-controls"), Some(list.id()));
    assert_eq!(name(&list), "Event");
    // Opening again what is open changes nothing.
    field.click();
    quiet().await;
    assert!(picker.is_open());
}

#[wasm_bindgen_test]
async fn the_arrows_go_round_and_enter_takes() {
    let picker = picker("");
    let field = picker.field();
    let step = async |key: &str, expected: &str| {
        assert!(press(&field, key), "{key} moves no cursor");
        until("the next proposal", || {
            picker.active().as_deref() == Some(expected)
        })
        .await;
    };
    assert!(press(&field, "ArrowDown"));
    until("the list", || picker.is_open()).await;
    assert_eq!(picker.active(), None);
    step("ArrowDown", "order/created").await;
    step("ArrowDown", "order/updated").await;
    step("ArrowDown", "shipment/created").await;
    step("ArrowDown", "order/created").await;
    step("ArrowUp", "shipment/created").await;
    step("ArrowUp", "order/updated").await;
    assert_eq!(picker.value.get_untracked(), "");
    assert!(
        press(&field, "Enter"),
        "Enter takes the proposal and submits no form"
    );
    until("the choice", || {
        picker.value.get_untracked() == "order/updated"
    })
    .await;
    until("the list closed", || !picker.is_open()).await;
    assert_eq!(value(&field), "order/updated");
    assert!(
        !press(&field, "Enter"),
        "Enter in a closed list belongs to the form"
    );
}

#[wasm_bindgen_test]
async fn upwards_begins_at_the_end() {
    let picker = picker("");
    let field = picker.field();
    assert!(press(&field, "ArrowUp"));
    until("the list", || picker.is_open()).await;
    press(&field, "ArrowUp");
    until("the last", || {
        picker.active().as_deref() == Some("shipment/created")
    })
    .await;
}

#[wasm_bindgen_test]
async fn escape_closes_the_list_first_and_only_then_leaves_the_field() {
    let picker = picker("");
    let field = picker.field();
    let outside = count(picker.page.root(), "keydown");
    field.click();
    until("the list", || picker.is_open()).await;
    assert!(press(&field, "Escape"), "the dialog around it must stay");
    assert_eq!(outside.get_untracked(), 0);
    until("the list closed", || !picker.is_open()).await;
    assert!(
        !press(&field, "Escape"),
        "the second one belongs to the dialog"
    );
    assert_eq!(outside.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn other_keys_are_left_alone() {
    let picker = picker("");
    let field = picker.field();
    for key in ["Tab", "a", "Home", "Enter"] {
        assert!(!press(&field, key), "{key}");
    }
    assert!(!picker.is_open());
    field.click();
    until("the list", || picker.is_open()).await;
    for key in ["Tab", "a", "Home"] {
        assert!(!press(&field, key), "{key}");
    }
}

#[wasm_bindgen_test]
async fn typing_narrows_and_what_was_typed_counts() {
    let picker = picker("");
    let field = picker.field();
    for (text, expected) in [
        ("updated", &["order/updated"][..]),
        ("CREATED ship", &["shipment/created"]),
        ("order/c", &["order/created"]),
        (
            "  ",
            &["order/created", "order/updated", "shipment/created"],
        ),
    ] {
        type_text(&field, text);
        until("the narrowed list", || picker.proposals() == expected).await;
        assert!(picker.is_open());
        assert_eq!(picker.value.get_untracked(), text);
    }
    type_text(&field, "ship");
    until("one group", || picker.group_names() == ["Shipment"]).await;
    assert_eq!(picker.count(), "1 event");
    // The keyboard is at what is in sight.
    press(&field, "ArrowDown");
    until("the only one", || {
        picker.active().as_deref() == Some("shipment/created")
    })
    .await;
    press(&field, "Enter");
    until("the choice", || {
        picker.value.get_untracked() == "shipment/created"
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_was_typed_is_marked_where_it_was_found() {
    let picker = picker("");
    type_text(&picker.field(), "upd");
    until("the mark", || picker.page.texts("mark") == ["upd", "upd"]).await;
    assert_eq!(picker.page.texts("[role=option] span"), ["Order updated"]);
    type_text(&picker.field(), "order/");
    until("another mark", || {
        picker.page.texts("mark") == ["order/"; 2]
    })
    .await;
}

#[wasm_bindgen_test]
async fn free_text_that_nothing_fits_is_kept() {
    let picker = picker("");
    type_text(&picker.field(), "warehouse/flooded");
    until("no proposal", || {
        picker.page.text().contains("Nothing fits.")
    })
    .await;
    assert!(picker.is_open() && picker.proposals().is_empty());
    assert_eq!(picker.count(), "0 events");
    for key in ["ArrowDown", "ArrowUp"] {
        press(&picker.field(), key);
        assert_eq!(picker.active(), None);
    }
    assert!(!press(&picker.field(), "Enter"));
    assert_eq!(picker.value.get_untracked(), "warehouse/flooded");
}

#[wasm_bindgen_test]
async fn a_click_takes_a_proposal_and_a_press_keeps_the_focus() {
    let picker = picker("");
    picker.field().click();
    until("the list", || picker.is_open()).await;
    let option = picker.option("shipment/created");
    assert!(
        send(&option, "mousedown"),
        "the field would lose the focus and close its list"
    );
    option.click();
    until("the choice", || {
        picker.value.get_untracked() == "shipment/created"
    })
    .await;
    until("the list closed", || !picker.is_open()).await;
}

#[wasm_bindgen_test]
async fn a_chosen_value_does_not_narrow_its_own_list() {
    let picker = picker("order/updated");
    assert_eq!(value(&picker.field()), "order/updated");
    picker.field().click();
    until("the list", || picker.is_open()).await;
    assert_eq!(picker.proposals().len(), 3);
    assert_eq!(picker.chosen(), ["order/updated"]);
}

#[wasm_bindgen_test]
async fn leaving_the_field_closes_the_list() {
    let picker = picker("");
    picker.field().focus().unwrap();
    picker.field().click();
    until("the list", || picker.is_open()).await;
    picker.page.find("#after").focus().unwrap();
    until("the list closed", || !picker.is_open()).await;
}

#[wasm_bindgen_test]
async fn help_caution_and_problems_describe_the_field() {
    let picker = picker("odd");
    let field = picker.field();
    assert_eq!(description(&field), "Choose or type.");
    assert_eq!(attribute(&field, "aria-invalid"), None);
    picker.caution.set(Some("Check the spelling.".to_owned()));
    until("the caution", || {
        description(&field).contains("Check the spelling.")
    })
    .await;
    assert_eq!(attribute(&field, "aria-invalid"), None);
    let fix = Some(("Use even".to_owned(), "even".to_owned()));
    picker.errors.set(vec![ErrorLine {
        fix,
        ..ErrorLine::plain("It is odd.")
    }]);
    until("the problem", || description(&field).contains("It is odd.")).await;
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    picker.page.button("Use even").click();
    until("the mended value", || value(&field) == "even").await;
}
