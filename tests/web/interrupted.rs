//! A token that is refused in the middle of something: another one is given, then it goes on by a press.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::board::{Console, ENDPOINT, EVENT, done, fresh, list, webhook};
use crate::wait::{quiet, until};

/// A draft whose token was refused, and the settings that ask for another one.
async fn refused_draft() -> Console {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.network.answer(
        200,
        crate::board::refusal("UNAUTHENTICATED", "Token expired"),
    );
    console.page.button("Create subscription").click();
    until("the way out", || {
        console.page.has_button("Give a new token")
    })
    .await;
    console.page.button("Give a new token").click();
    until("the settings", || {
        console.page.texts("dialog h2") == ["Connection settings"]
    })
    .await;
    console
}

/// The draft is open again with another token, and the interrupted action waits for a press.
#[wasm_bindgen_test]
async fn a_refused_token_is_replaced_in_the_middle_of_a_draft() {
    let console = refused_draft().await;
    type_text(&console.page.field("Access token"), "another-token");
    console.network.answer(200, list(&[]));
    console.network.answer(200, list(&[]));
    console.page.button("Save").click();
    until("the draft", || {
        console.page.texts("dialog h2") == ["New subscription"]
    })
    .await;
    assert_eq!(value(&console.page.field("Endpoint URL")), ENDPOINT);
    assert!(!console.page.has(".draft"), "it is not kept a second time");
    quiet().await;
    let creations = || {
        let mut operations = console.network.operations();
        operations.retain(|operation| operation.ends_with("Create"));
        operations.len()
    };
    assert_eq!(creations(), 1, "nothing is sent again by itself");
    console.network.answer(
        200,
        done(
            "integrationWebhookCreate",
            webhook("wh_1", EVENT, "HEALTHY"),
        ),
    );
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    console.page.button("Create subscription").click();
    until("the row", || console.events() == [EVENT]).await;
    assert_eq!(creations(), 2);
}

#[wasm_bindgen_test]
async fn a_draft_whose_token_is_not_replaced_is_kept() {
    let console = refused_draft().await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    assert!(console.page.has(".draft"));
    // A token that is given later, for whatever reason, opens nothing that was given up.
    console.page.button("Settings of Shop").click();
    until("the settings", || console.has_dialog()).await;
    console.network.answer(200, list(&[]));
    console.page.button("Save").click();
    until("the settings closed", || !console.has_dialog()).await;
    quiet().await;
    assert!(!console.has_dialog());
}

/// A draft that was interrupted waits to be opened on purpose.
#[wasm_bindgen_test]
async fn what_was_interrupted_is_not_opened_by_a_token_after_locking() {
    let console = refused_draft().await;
    console.board.lock();
    until("the dialog closed", || !console.has_dialog()).await;
    console.page.button("Unlock Shop").click();
    until("the settings", || console.has_dialog()).await;
    type_text(&console.page.field("Access token"), "another-token");
    console.network.answer(200, list(&[]));
    console.network.answer(200, list(&[]));
    console.page.button("Save").click();
    until("it open", || !console.page.has(".locked")).await;
    quiet().await;
    assert!(!console.has_dialog());
    assert_eq!(console.page.all(".draft").len(), 1);
}
