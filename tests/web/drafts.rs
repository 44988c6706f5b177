//! Drafts: closing their dialog loses nothing.

use pegboard::signals::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{escape, type_text, value};
use crate::board::{ENDPOINT, EVENT, fresh, webhook};
use crate::wait::until;

#[wasm_bindgen_test]
async fn a_draft_that_was_touched_is_kept_and_can_be_opened_again() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    assert!(console.page.texts(".draft p")[0].contains(ENDPOINT));
    console.page.button("Open the draft").click();
    until("the dialog", || console.has_dialog()).await;
    assert!(!console.page.has(".draft"));
    assert_eq!(value(&console.page.field("Event")), EVENT);
    assert_eq!(value(&console.page.field("Endpoint URL")), ENDPOINT);
    escape(&console.page.find("dialog"));
    until("it kept again", || console.page.all(".draft").len() == 1).await;
    console.page.button("Discard the draft").click();
    until("it gone", || !console.page.has(".draft")).await;
    assert!(console.board.parked.with_untracked(Vec::is_empty));
}

#[wasm_bindgen_test]
async fn one_that_was_not_touched_is_not_worth_keeping() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    for opener in [
        "New subscription",
        "Duplicate order/created",
        "Replace order/created",
    ] {
        console.page.button(opener).click();
        until("the dialog", || console.has_dialog()).await;
        escape(&console.page.find("dialog"));
        until("the dialog closed", || !console.page.has("dialog")).await;
        assert!(!console.page.has(".draft"), "{opener}");
    }
}

#[wasm_bindgen_test]
async fn a_copy_begins_with_what_is_there_and_without_headers() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    for (opener, title) in [
        ("Duplicate order/created", "New subscription"),
        ("Replace order/created", "Replace subscription"),
    ] {
        console.page.button(opener).click();
        until("the dialog", || console.has_dialog()).await;
        assert_eq!(console.page.texts("dialog h2"), [title]);
        assert_eq!(value(&console.page.field("Event")), EVENT);
        assert_eq!(value(&console.page.field("Endpoint URL")), ENDPOINT);
        assert!(!console.page.has_field("Header name"));
        console.page.button("Cancel").click();
        until("the dialog closed", || !console.page.has("dialog")).await;
    }
}

#[wasm_bindgen_test]
async fn a_taken_event_is_told_before_sending_and_can_become_a_replacement() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", "delivery_order/created", "HEALTHY")])
        .await;
    console.fill_new(EVENT, "https://new.example.com/").await;
    assert_eq!(console.page.buttons("Replace it instead").len(), 0);
    // The other spelling is the same event.
    type_text(&console.page.field("Event"), "delivery-order/created");
    until("the warning", || {
        console.page.buttons("Replace it instead").len() == 1
    })
    .await;
    let said = console.page.texts("dialog .note-box").join(" ");
    assert!(
        said.contains(ENDPOINT) && said.contains("delivery_order/created"),
        "{said}"
    );
    console.page.button("Replace it instead").click();
    until("a replacement", || {
        console.page.texts("dialog h2") == ["Replace subscription"]
    })
    .await;
    assert_eq!(
        value(&console.page.field("Event")),
        "delivery_order/created"
    );
    assert_eq!(
        value(&console.page.field("Endpoint URL")),
        "https://new.example.com/"
    );
    assert_eq!(console.network.sent().len(), 1, "nothing was written");
}

#[wasm_bindgen_test]
async fn what_was_typed_before_it_became_a_replacement_is_worth_keeping() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    let typed = "https://new.example.com/";
    console.fill_new(EVENT, typed).await;
    until("the warning", || {
        console.page.has_button("Replace it instead")
    })
    .await;
    console.page.button("Replace it instead").click();
    until("a replacement", || {
        console.page.texts("dialog h2") == ["Replace subscription"]
    })
    .await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.page.has("dialog")).await;
    assert!(console.page.texts(".draft p").join("").contains(typed));
}

#[wasm_bindgen_test]
async fn problems_are_shown_all_at_once_when_the_main_button_is_pressed() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new("", "http://hooks.example.com/#x").await;
    assert!(!console.page.has("dialog [role=alert]"));
    console.page.button("Create subscription").click();
    until("the summary", || {
        console.page.all("dialog [role=alert] li").len() == 3
    })
    .await;
    assert!(
        console
            .page
            .buttons("Use https://hooks.example.com/#x")
            .len()
            <= 1
    );
    assert_eq!(console.network.sent().len(), 1, "nothing was written");
    // A click on a problem leads to its field.
    console.page.all("dialog [role=alert] li button")[0].click();
    until("the focus on the event", || {
        crate::page::focused().id() == "event"
    })
    .await;
    type_text(&console.page.field("Event"), EVENT);
    until("one less", || {
        console.page.all("dialog [role=alert] li").len() == 2
    })
    .await;
}
