//! Drafts survive a reload, without their secrets.

use leptos::reactive::owner::Owner;
use pegboard::signals::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::board::{ENDPOINT, EVENT, again, fresh, webhook};
use crate::wait::until;

fn kept() -> String {
    let area = window().session_storage().unwrap().unwrap();
    area.get_item("pegboard.drafts")
        .unwrap()
        .unwrap_or_default()
}

#[wasm_bindgen_test]
async fn an_open_draft_is_there_again_once_its_connection_is() {
    let before = fresh().await;
    let owner = Owner::new();
    owner.with(|| before.board.rescue_drafts());
    before
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    before.page.button("Replace order/created").click();
    until("the dialog", || before.has_dialog()).await;
    type_text(&before.page.field("Endpoint URL"), ENDPOINT);
    type_text(
        &before.page.field("Endpoint URL"),
        "https://hooks.example.com/new",
    );
    before.page.button("Add header").click();
    until("the row", || before.page.has("#header-name-0")).await;
    type_text(&before.page.find("#header-name-0"), "X-Key");
    type_text(&before.page.find("#header-value-0"), "s3cret-value");
    until("it kept", || kept().contains("X-Key")).await;
    assert!(!kept().contains("s3cret-value"));
    owner.cleanup();
    drop(before);

    let console = again().await;
    assert!(!console.page.has(".draft"));
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    until("the draft", || console.page.all(".draft").len() == 1).await;
    console.page.button("Open the draft").click();
    until("the dialog", || console.has_dialog()).await;
    assert_eq!(console.page.texts("dialog h2"), ["Replace subscription"]);
    assert_eq!(
        value(&console.page.field("Endpoint URL")),
        "https://hooks.example.com/new"
    );
    assert_eq!(value(&console.page.find("#header-value-0")), "");
}

#[wasm_bindgen_test]
async fn what_was_done_is_not_brought_back() {
    let before = fresh().await;
    let owner = Owner::new();
    owner.with(|| before.board.rescue_drafts());
    before.connect_list(&[]).await;
    before.fill_new(EVENT, ENDPOINT).await;
    until("it kept", || kept().contains(ENDPOINT)).await;
    before.page.button("Cancel").click();
    until("the draft", || before.page.has(".draft")).await;
    before.page.button("Discard the draft").click();
    until("it gone", || kept() == "[]").await;
    owner.cleanup();
}
