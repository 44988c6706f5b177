//! Locking: secrets go, what was read stays.

use pegboard::signals::*;
use pegboard::state::board::{Details, Dialog, NewConnection, SharedSecret};
use pegboard::subscription::Instant;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::board::{
    Console, ENDPOINT, EVENT, TOKEN, again, fresh, integration, kept, list, webhook,
};
use crate::platforms::{TOPIC, topic};
use crate::wait::until;

#[wasm_bindgen_test]
async fn the_wall_stays_and_nothing_can_be_done_until_a_token_is_given() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.page.button("Lock now").click();
    until("it locked", || console.page.has(".locked")).await;
    assert_eq!(console.events(), [EVENT]);
    let actions = console.page.names(".actions button");
    assert_eq!(
        actions,
        ["Copy endpoint of order/created", "Copy ID of order/created"]
    );
    for gone in ["New subscription", "Refresh", "Lock now", "Refresh Shop"] {
        assert!(!console.page.has_button(gone), "{gone}");
    }
    assert!(untrack(|| console.board.lives.get()[0]
        .session()
        .credential
        .is_forgotten()));

    console.page.button("Unlock Shop").click();
    until("the dialog", || console.has_dialog()).await;
    assert!(
        !console.page.has("#keep-passphrase"),
        "there is nothing to keep"
    );
    console.page.button("Save").click();
    until("the refusal", || {
        console.page.text().contains("This connection is locked")
    })
    .await;
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    type_text(&console.page.field("Access token"), TOKEN);
    console.page.button("Save").click();
    until("it open", || {
        !console.page.has(".locked") && !console.has_dialog()
    })
    .await;
    assert!(console.page.has_button("New subscription"));
    assert!(console.page.has_button("Remove order/created"));
}

#[wasm_bindgen_test]
async fn a_draft_stays_without_its_secrets() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Add header").click();
    until("the row", || console.page.has("#header-name-0")).await;
    type_text(&console.page.find("#header-name-0"), "X-Key");
    type_text(&console.page.find("#header-value-0"), "s3cret-value");
    console.board.lock();
    until("the draft kept", || console.page.has(".draft")).await;
    console.page.button("Open the draft").click();
    until("the dialog", || console.has_dialog()).await;
    assert_eq!(value(&console.page.field("Endpoint URL")), ENDPOINT);
    assert_eq!(value(&console.page.find("#header-name-0")), "X-Key");
    assert_eq!(value(&console.page.find("#header-value-0")), "");
}

#[wasm_bindgen_test]
async fn a_token_that_was_only_typed_goes_too() {
    let console = fresh().await;
    type_text(&console.page.field("Access token"), TOKEN);
    console.board.lock();
    until("it gone", || {
        value(&console.page.field("Access token")).is_empty()
    })
    .await;

    console.connect_list(&[]).await;
    console.page.button("Settings of Shop").click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.find("#settings-token"), TOKEN);
    console.board.lock();
    until("the dialog closed", || !console.has_dialog()).await;
    console.page.button("Settings of Shop").click();
    until("the dialog", || console.has_dialog()).await;
    assert_eq!(value(&console.page.find("#settings-token")), "");
}

#[wasm_bindgen_test]
async fn a_fetched_secret_goes_too_shown_or_not() {
    for shown in [false, true] {
        let console = fresh().await;
        let details = fetched(&console).await;
        if shown {
            console.page.button("Show secret").click();
            until("it shown", || console.page.text().contains(SECRET)).await;
        }
        console.board.lock();
        until("the dialog closed", || !console.has_dialog()).await;
        let secret = details.secret.get_untracked();
        assert!(secret == SharedSecret::NotFetched);
    }
}

/// What is closed is not kept for later either.
#[wasm_bindgen_test]
async fn a_fetched_secret_goes_with_its_dialog_and_before_another_token_is_given() {
    let console = fresh().await;
    let details = fetched(&console).await;
    console.page.find("dialog .dialog-buttons button").click();
    until("the dialog closed", || !console.has_dialog()).await;
    let secret = details.secret.get_untracked();
    assert!(secret == SharedSecret::NotFetched);
    drop(console);

    let console = fresh().await;
    let details = fetched(&console).await;
    console.board.interrupt(details.live);
    let secret = details.secret.get_untracked();
    assert!(secret == SharedSecret::NotFetched);
}

#[wasm_bindgen_test]
async fn a_passphrase_that_was_only_typed_goes_too() {
    let before = fresh().await;
    before.connect_list(&[]).await;
    let live = before.board.lives.get_untracked()[0];
    let kept = before.board.keep_token(live, "correct horse battery").await;
    assert_eq!(kept, Ok(()));
    drop(before);
    let console = again().await;
    let field = || console.page.find(".known input[type=password]");
    type_text(&field(), "correct horse battery");
    until("it typed", || !value(&field()).is_empty()).await;
    console.board.lock();
    until("it gone", || value(&field()).is_empty()).await;
}

#[wasm_bindgen_test]
async fn the_journal_tells_what_was_done_and_can_be_cleared() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console
        .network
        .answer(200, crate::board::refusal("FORBIDDEN", "Not for you"));
    console.page.button("Remove order/created").click();
    until("the question", || console.has_dialog()).await;
    console.page.button("Remove subscription").click();
    until("the refusal", || console.page.has("#remove-alert")).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    console.page.button("This device").click();
    until("the journal", || console.page.has(".journal")).await;
    let lines = console.page.texts(".journal li");
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].starts_with("Not done Removing order/created to https://"),
        "{lines:?}"
    );
    assert!(lines[0].contains("Shop") && !lines[0].contains("Not for you"));
    console.page.button("Clear journal").click();
    until("it empty", || !console.page.has(".journal")).await;
    assert_eq!(kept("pegboard.journal"), json!([]));
}

const SECRET: &str = "5h4r3d";

/// The details of a webhook whose signing secret was fetched.
async fn fetched(console: &Console) -> Details {
    console.connect_topics(&[topic("t1", json!({}))]).await;
    console.network.answer(200, json!({ "data": [] }));
    console.page.button(&format!("Details {TOPIC}")).click();
    until("the dialog", || console.has_dialog()).await;
    let answer = json!({ "data": { "attributes": { "shared_secret": SECRET } } });
    console.network.answer(200, answer);
    console.page.button("Fetch the secret").click();
    until("the secret", || console.page.has_button("Show secret")).await;
    match console.board.dialog.get_untracked() {
        Some(Dialog::Details(details)) => details,
        _ => panic!("the details are open"),
    }
}

#[wasm_bindgen_test]
async fn the_wall_tells_how_long_a_token_still_lives_and_takes_another_after_its_end() {
    const END: u64 = 4_102_444_800_000;
    let console = fresh().await;
    let payload = window().btoa(r#"{"exp": 4102444800}"#).unwrap();
    let new = NewConnection {
        api: console.board.config.api_for(&integration()),
        access: integration(),
        name: "Shop".to_owned(),
        token: format!("e30.{payload}.x"),
    };
    console.network.answer(200, list(&[]));
    assert_eq!(console.board.connect(new).await, Ok(()));
    let life = || console.page.texts(".connection-line time")[0].clone();
    until("the wall", || console.page.texts("h1") == ["Subscriptions"]).await;
    for (left, said) in [
        (3 * 3_600_000, "token expires in 3"),
        (1, "token expires in less"),
    ] {
        console.board.now.set(Instant(END - left));
        until(said, || life().starts_with(said)).await;
        assert!(!console.page.has_button("Give a new token"));
    }
    console.board.now.set(Instant(END + 120_000));
    until("its end", || life().starts_with("token expired 2")).await;
    console.page.button("Give a new token").click();
    until("the dialog", || console.has_dialog()).await;
    assert!(console.page.has("dialog #settings-token"));
}

#[wasm_bindgen_test]
async fn a_reading_ends_where_a_token_is_forgotten() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.page.button("Refresh Shop").click();
    until("the question", || console.network.is_waiting()).await;
    let asked = console.network.sent().pop().unwrap().request;
    assert!(!asked.signal().aborted());
    console.board.lock();
    assert!(asked.signal().aborted());
}

#[wasm_bindgen_test]
async fn a_new_subscription_begins_where_there_is_a_token() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.connect("Other", integration(), list(&[])).await;
    let [_, open] = console.board.lives.get_untracked()[..] else {
        panic!("there are two");
    };
    console.board.lock();
    console.network.answer(200, list(&[]));
    console.network.answer(200, list(&[]));
    let changed = console.board.change_connection(open, "", TOKEN).await;
    assert_eq!(changed, Ok(()));
    until("it open", || console.page.has_button("New subscription")).await;
    console.page.button("New subscription").click();
    until("the dialog", || console.has_dialog()).await;
    match console.board.dialog.get_untracked() {
        Some(Dialog::Editor(editor)) => assert!(editor.live.get_untracked() == open),
        _ => panic!("the draft is open"),
    }
}
