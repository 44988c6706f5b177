//! Forgetting everything: as if the console had never been opened in this browser.

use leptos::reactive::owner::Owner;
use pegboard::signals::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{
    ENDPOINT, EVENT, again, done, fresh, integration, kept, list, storage, webhook,
};
use crate::forgetting::{begin, created, creating, drafts, until_landed};
use crate::wait::{quiet, until};

#[wasm_bindgen_test]
async fn forgetting_everything_leaves_nothing() {
    let console = fresh().await;
    storage().set_item("another.program", "stays").unwrap();
    console.connect_ledger().await;
    console.network.answer(
        200,
        done("oauthWebhookCreate", webhook("wh_1", EVENT, "HEALTHY")),
    );
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Create subscription").click();
    until("the row", || console.events() == [EVENT]).await;
    assert_eq!(kept("pegboard.journal").as_array().unwrap().len(), 1);
    console.page.button("This device").click();
    until("the dialog", || console.has_dialog()).await;
    console.page.button("Forget everything").click();
    until("the question", || console.page.has("#forget-cancel")).await;
    let buttons = console.page.all(".button.danger");
    buttons[0].click();
    until("the connect page", || {
        console.page.texts("h1") == ["Connect a platform"]
    })
    .await;
    let names: Vec<String> = (0..storage().length().unwrap())
        .filter_map(|at| storage().key(at).unwrap())
        .filter(|name| name.starts_with("pegboard."))
        .collect();
    // What tells other tabs to lock is no memory of anything.
    assert!(
        names.iter().all(|name| name == "pegboard.locked"),
        "{names:?}"
    );
    assert_eq!(
        storage().get_item("another.program").unwrap().as_deref(),
        Some("stays")
    );
    assert!(!console.page.has(".known"));
}

#[wasm_bindgen_test]
async fn what_arrives_after_everything_was_forgotten_is_not_kept() {
    let console = creating().await;
    console.board.forget_everything();
    console.network.answer(200, created());
    until_landed(&console).await;
    for at in 0..storage().length().unwrap() {
        let key = storage().key(at).unwrap().unwrap();
        assert_eq!(kept(&key), json!([]), "{key}");
    }
}

#[wasm_bindgen_test]
async fn forgetting_everything_leaves_nothing_within_the_visit_either() {
    let before = fresh().await;
    let owner = Owner::new();
    owner.with(|| before.board.rescue_drafts());
    before.connect("Other", integration(), list(&[])).await;
    before
        .fill_new(EVENT, "https://hooks.example.com/before")
        .await;
    quiet().await;
    owner.cleanup();
    drop(before);

    let console = again().await;
    let board = console.board;
    let owner = Owner::new();
    owner.with(|| board.rescue_drafts());
    console.connect_ledger().await;
    let live = board.lives.get_untracked()[0];
    assert_eq!(
        board.keep_token(live, "correct horse battery").await,
        Ok(())
    );
    console.fill_new(EVENT, ENDPOINT).await;
    console.network.answer(500, "");
    console.page.button("Create subscription").click();
    until("the open end", || {
        console.alerts().contains("may have happened")
    })
    .await;
    console.page.button("Cancel").click();
    until("the draft kept", || drafts(&console) == 1).await;
    let other = board.remembered.get_untracked().remove(0);
    board.ask_token(other);
    let proven = begin(&console, integration(), "Late");
    until("the proof asked for", || console.network.is_waiting()).await;
    let drafts_kept = || {
        let area = window().session_storage().unwrap().unwrap();
        area.get_item("pegboard.drafts").unwrap()
    };
    assert!(drafts_kept().is_some_and(|kept| kept.contains("hooks.example.com/before")));

    board.forget_everything();
    assert!(live.session().credential.is_forgotten());
    console.network.answer(200, list(&[]));
    until("its end", || proven.borrow().is_some()).await;
    quiet().await;
    assert!(board.lives.with_untracked(Vec::is_empty));
    assert!(board.remembered.with_untracked(Vec::is_empty));
    assert!(board.vault.with_untracked(Vec::is_empty));
    assert!(board.journal.with_untracked(Vec::is_empty));
    assert!(board.parked.with_untracked(Vec::is_empty));
    assert!(board.rescued.with_untracked(Vec::is_empty));
    assert!(board.prefill.with_untracked(Option::is_none));
    assert_eq!(
        board.notices.with_untracked(Vec::len),
        1,
        "that it was done"
    );
    // What is kept of drafts from now on is none.
    assert!(drafts_kept().is_none_or(|kept| kept == "[]"));
    owner.cleanup();
}

/// Unfinished writes of an earlier visit are forgotten before they were told.
#[wasm_bindgen_test]
async fn forgetting_everything_ends_what_an_earlier_visit_left_unfinished() {
    drop(creating().await);
    let console = again().await;
    assert_eq!(console.board.notes.with_untracked(Vec::len), 1);
    let area = window().session_storage().unwrap().unwrap();
    area.set_item("pegboard.drafts", "[]").unwrap();
    console.board.forget_everything();
    assert!(console.board.notes.with_untracked(Vec::is_empty));
    assert_eq!(area.get_item("pegboard.drafts").unwrap(), None);
}
