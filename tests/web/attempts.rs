//! Several attempts at one write: what the last one shows is what counts, and an open one is never forgotten.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{Console, ENDPOINT, EVENT, again, done, fresh, kept, list, refusal, webhook};
use crate::wait::until;

fn open_notes() -> usize {
    kept("pegboard.writes").as_array().map_or(0, Vec::len)
}

fn notices(console: &Console) -> String {
    console.page.texts(".notices [role=alert]").join(" ")
}

/// A creation whose answer was lost, and that nothing can read back.
async fn lost_creation() -> Console {
    let console = fresh().await;
    console.connect_ledger().await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.network.answer(500, "");
    console.page.button("Create subscription").click();
    until("the open end", || {
        notices(&console).contains("may have happened")
    })
    .await;
    assert_eq!(open_notes(), 1);
    let journal = kept("pegboard.journal");
    assert_eq!(journal.as_array().map(Vec::len), Some(1));
    assert_eq!(journal[0]["outcome"], "unknown");
    assert!(journal[0]["why"].is_string(), "{journal}");
    console
}

#[wasm_bindgen_test]
async fn a_success_settles_the_attempt_before_it() {
    let console = lost_creation().await;
    let webhook = webhook("wh_1", EVENT, "HEALTHY");
    console
        .network
        .answer(200, done("oauthWebhookCreate", webhook));
    console.page.button("Create subscription").click();
    until("the row", || console.events() == [EVENT]).await;
    assert_eq!((notices(&console), open_notes()), (String::new(), 0));
}

/// What arrived after all is not created twice.
#[wasm_bindgen_test]
async fn another_attempt_looks_at_the_list_before_it_sends() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.network.answer(500, "");
    console.network.answer_all(500, "");
    console.page.button("Create subscription").click();
    until("the open end", || {
        notices(&console).contains("may have happened")
    })
    .await;
    for _ in 0..2 {
        let rows = list(&[webhook("wh_1", EVENT, "HEALTHY")]);
        console.network.answer(200, rows);
    }
    console.page.button("Create subscription").click();
    until("the row", || console.events() == [EVENT]).await;
    let mut operations = console.network.operations();
    operations.retain(|operation| operation.ends_with("Create"));
    assert_eq!(operations.len(), 1);
    assert_eq!((notices(&console), open_notes()), (String::new(), 0));
}

#[wasm_bindgen_test]
async fn a_refusal_for_another_reason_leaves_the_attempt_before_it_open() {
    let console = lost_creation().await;
    console.network.answer(401, "{}");
    console.page.button("Create subscription").click();
    until("the refusal", || {
        console
            .page
            .texts("#editor-alert")
            .join("")
            .contains("access token")
    })
    .await;
    assert!(notices(&console).contains("may have happened"));
    assert_eq!(open_notes(), 1);
    drop(console);

    let console = again().await;
    assert!(
        console
            .page
            .texts(".known")
            .join("")
            .contains("may have happened")
    );
}

#[wasm_bindgen_test]
async fn a_second_lost_attempt_is_told_once() {
    let console = lost_creation().await;
    console.network.answer(502, "");
    console.page.button("Create subscription").click();
    until("the second", || console.network.sent().len() == 3).await;
    until("its end", || !console.network.is_waiting()).await;
    assert_eq!(console.page.all(".notices [role=alert]").len(), 1);
    assert_eq!(open_notes(), 1);

    // To another endpoint it is another write: both may have happened.
    type_text(
        &console.page.field("Endpoint URL"),
        "https://other.example.com/",
    );
    console.network.answer(502, "");
    console.page.button("Create subscription").click();
    until("the third", || open_notes() == 2).await;
    until("its notice", || {
        console.page.all(".notices [role=alert]").len() == 2
    })
    .await;
}

#[wasm_bindgen_test]
async fn removing_again_shows_that_it_is_gone_and_settles_the_attempt_before() {
    let console = fresh().await;
    console.connect_ledger().await;
    let live = pegboard::signals::Readable::get_untracked(&console.board.lives)[0];
    console.board.track(live, "wh_1", EVENT, ENDPOINT);
    until("the row", || console.events() == [EVENT]).await;
    console.ask_removal(EVENT).await;
    console.network.answer(500, "");
    console.page.button("Remove subscription").click();
    until("the open end", || console.page.has("#remove-alert")).await;
    assert!(notices(&console).contains("may have happened"));
    assert_eq!(
        (console.events(), open_notes()),
        (vec![EVENT.to_owned()], 1)
    );

    let gone = refusal(
        "FORBIDDEN",
        "You can't remove this webhook: webhook not found",
    );
    console.network.answer(200, gone);
    console.page.button("Remove subscription").click();
    until("the row gone", || console.events().is_empty()).await;
    assert_eq!((notices(&console), open_notes()), (String::new(), 0));
    assert_eq!(kept("pegboard.ledger.happycolis/oauth/Client"), json!([]));
}
