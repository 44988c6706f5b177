//! While a write is on its way: nothing is sent twice, and nothing is lost.

use pegboard::signals::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{escape, is_true, submit, type_text};
use crate::board::{Console, ENDPOINT, EVENT, done, fresh, kept, list, webhook};
use crate::page::attribute;
use crate::wait::{quiet, until};

const WRITES: &str = "pegboard.writes";

fn writes(console: &Console) -> Vec<String> {
    let mut operations = console.network.operations();
    operations.retain(|operation| operation.ends_with("Create") || operation.ends_with("Remove"));
    operations
}

#[wasm_bindgen_test]
async fn a_creation_is_sent_once_however_often_it_is_asked_for() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    let button = console.page.button("Create subscription");
    // All in one breath, before anything can be drawn.
    button.click();
    button.click();
    submit(&console.page.field("Endpoint URL"));
    until("the request", || console.network.is_waiting()).await;
    assert!(is_true(&button, "disabled"));
    assert_eq!(attribute(&button, "aria-busy").as_deref(), Some("true"));
    submit(&console.page.field("Endpoint URL"));
    quiet().await;
    assert_eq!(writes(&console), ["IntegrationWebhookCreate"]);
    assert_eq!(console.board.in_flight.get_untracked(), 1);
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
    until("the row", || console.events() == [EVENT]).await;
    until("the dialog closed", || !console.page.has("dialog")).await;
    assert_eq!(console.board.in_flight.get_untracked(), 0);
    assert_eq!(writes(&console).len(), 1);
}

#[wasm_bindgen_test]
async fn a_removal_is_sent_once_and_its_row_stays_until_it_is_confirmed() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.ask_removal(EVENT).await;
    let button = console.page.button("Remove subscription");
    button.click();
    button.click();
    until("the request", || console.network.is_waiting()).await;
    assert!(is_true(&button, "disabled"));
    button.click();
    quiet().await;
    assert_eq!(writes(&console), ["IntegrationWebhookRemove"]);
    assert_eq!(console.events(), [EVENT]);
    console.network.answer(
        200,
        done("integrationWebhookRemove", json!({ "id": "wh_1" })),
    );
    until("the row gone", || console.events().is_empty()).await;
    until("the dialog closed", || !console.page.has("dialog")).await;
    assert!(console.status().contains("was removed"));
}

#[wasm_bindgen_test]
async fn a_write_is_noted_before_it_is_sent_and_without_any_secret() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Add header").click();
    until("the row", || console.page.has("#header-name-0")).await;
    type_text(&console.page.find("#header-name-0"), "X-Key");
    type_text(&console.page.find("#header-value-0"), "s3cret-value");
    console.page.button("Create subscription").click();
    // Noted at once, before the request has gone out.
    let notes = kept(WRITES);
    assert_eq!(notes.as_array().unwrap().len(), 1);
    assert_eq!(
        notes[0]["deed"],
        json!({ "deed": "create", "event": EVENT, "endpoint": ENDPOINT })
    );
    assert_eq!(notes[0]["connection"], "happycolis/integration/Shop");
    let journal = kept("pegboard.journal");
    assert_eq!(journal.as_array().unwrap().len(), 1);
    assert_eq!(
        (&journal[0]["deed"], &journal[0]["outcome"]),
        (&notes[0]["deed"], &json!("unknown"))
    );
    until("the request", || console.network.is_waiting()).await;
    console.network.answer(400, "{}");
    until("the refusal", || console.page.has("#editor-alert")).await;
    assert_eq!(kept(WRITES), json!([]));
}

#[wasm_bindgen_test]
async fn a_write_outlives_its_dialog() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Create subscription").click();
    until("the request", || console.network.is_waiting()).await;
    escape(&console.page.find("dialog"));
    until("the draft kept", || console.page.all(".draft").len() == 1).await;
    assert!(is_true(
        &console.page.button("Discard the draft"),
        "disabled"
    ));
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
    until("the row", || console.events() == [EVENT]).await;
    until("no draft", || !console.page.has(".draft")).await;
    assert!(console.status().contains("was created"));
}

#[wasm_bindgen_test]
async fn a_failure_behind_a_closed_dialog_becomes_a_notice_and_the_draft_is_kept() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Create subscription").click();
    until("the request", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.page.has("dialog")).await;
    console.network.answer(401, "{}");
    until("the notice", || {
        console.alerts().contains("was not changed")
    })
    .await;
    console.page.button("Open the draft").click();
    until("the reason", || console.page.has("dialog #editor-alert")).await;
    assert!(console.page.texts("#editor-alert")[0].contains("access token"));
}
