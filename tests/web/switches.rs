//! Enabling, disabling and resetting a circuit from the row, and changing a webhook that somebody else changed.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{Console, ENDPOINT, fresh, kept};
use crate::platforms::{TOPIC, topic, topics};
use crate::wait::{quiet, until};

fn disabled() -> Value {
    topic("t1", json!({ "disabled_at": "2026-01-01T00:00:00Z" }))
}

async fn connected(webhook: Value) -> Console {
    let console = fresh().await;
    console.connect_topics(&[webhook]).await;
    until("the row", || console.events() == [TOPIC]).await;
    console
}

fn actions(console: &Console) -> Vec<String> {
    let mut names: Vec<String> = console
        .page
        .all(".actions button")
        .iter()
        .map(crate::page::name)
        .collect();
    names.retain(|name| !name.starts_with("Copy") && !name.starts_with("Duplicate"));
    names
}

#[wasm_bindgen_test]
async fn a_row_offers_what_can_be_done_to_it() {
    let own = |names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{name} {TOPIC}")).collect()
    };
    let console = connected(topic("t1", json!({}))).await;
    assert_eq!(
        actions(&console),
        own(&["Details", "Edit", "Disable", "Remove"])
    );
    let console = connected(disabled()).await;
    assert_eq!(
        actions(&console),
        own(&["Details", "Edit", "Enable", "Remove"])
    );
    let console = connected(topic("t1", json!({ "circuit_state": "open" }))).await;
    assert_eq!(
        actions(&console),
        own(&["Details", "Edit", "Reset circuit", "Disable", "Remove"])
    );
}

#[wasm_bindgen_test]
async fn a_switch_is_sent_once_and_noted_until_it_is_over() {
    let console = connected(topic("t1", json!({}))).await;
    let before = console.network.sent().len();
    let button = console.page.button(&format!("Disable {TOPIC}"));
    button.click();
    button.click();
    let notes = kept("pegboard.writes");
    assert_eq!(notes.as_array().unwrap().len(), 1);
    let deed = json!({ "deed": "act", "id": "t1", "event": TOPIC, "endpoint": ENDPOINT, "stage": "disable" });
    assert_eq!(notes[0]["deed"], deed);
    until("the request", || console.network.is_waiting()).await;
    quiet().await;
    assert_eq!(console.requests(before), ["PATCH /webhooks/t1"]);
    assert_eq!(console.page.texts(".badge"), ["Healthy"]);
    console.network.answer(200, json!({ "data": disabled() }));
    until("the badge", || console.page.texts(".badge") == ["Disabled"]).await;
    until("the word", || console.status().contains("is disabled")).await;
    assert_eq!(kept("pegboard.writes"), json!([]));
    assert_eq!(console.page.buttons(&format!("Enable {TOPIC}")).len(), 1);
}

#[wasm_bindgen_test]
async fn a_switch_whose_answer_is_lost_is_read_back() {
    let console = connected(disabled()).await;
    let before = console.network.sent().len();
    console.network.answer(500, "");
    console
        .network
        .answer(200, json!({ "data": topic("t1", json!({})) }));
    console.page.button(&format!("Enable {TOPIC}")).click();
    until("the badge", || console.page.texts(".badge") == ["Healthy"]).await;
    assert_eq!(
        console.requests(before),
        ["PATCH /webhooks/t1", "GET /webhooks/t1"]
    );
    assert_eq!(kept("pegboard.writes"), json!([]));
}

#[wasm_bindgen_test]
async fn a_switch_that_nobody_knows_the_end_of_may_have_happened() {
    let console = connected(disabled()).await;
    console.network.answer(500, "");
    console.network.answer_all(500, "");
    console.page.button(&format!("Enable {TOPIC}")).click();
    until("the open end", || {
        console.alerts().contains("may have happened")
    })
    .await;
    assert!(console.alerts().contains("Enabling"));
    assert_eq!(kept("pegboard.writes").as_array().unwrap().len(), 1);
    // The next list shows it.
    console
        .network
        .answer(200, topics(&[topic("t1", json!({}))], 1, 1));
    console.page.button("Refresh").click();
    until("the badge", || console.page.texts(".badge") == ["Healthy"]).await;
    until("the word", || console.alerts().contains("shows it done")).await;
}

#[wasm_bindgen_test]
async fn a_refused_switch_leaves_the_row_and_says_why() {
    let console = connected(disabled()).await;
    console.network.answer(
        401,
        json!({ "errors": [{ "code": "UNAUTHORIZED", "title": "Not allowed" }] }),
    );
    console.network.answer(200, topics(&[disabled()], 1, 1));
    console.page.button(&format!("Enable {TOPIC}")).click();
    until("the reason", || {
        console.alerts().contains("Your role does not allow this")
    })
    .await;
    assert_eq!(console.page.texts(".badge"), ["Disabled"]);
    assert_eq!(kept("pegboard.writes"), json!([]));
}

#[wasm_bindgen_test]
async fn a_change_by_somebody_else_is_shown_and_overwritten_on_purpose_only() {
    let console = connected(topic("t1", json!({ "name": "Orders" }))).await;
    console.page.button(&format!("Edit {TOPIC}")).click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.field("Reference"), "ours");
    let before = console.network.sent().len();
    let theirs = topic("t1", json!({ "name": "Theirs" }));
    console.network.answer(200, json!({ "data": theirs }));
    console.page.button("Save changes").click();
    until("their change", || {
        console
            .alerts()
            .contains("Somebody changed this subscription")
    })
    .await;
    let said = console.page.texts("#editor-alert li");
    assert_eq!(said, ["Name: Theirs"]);
    assert_eq!(console.requests(before), ["GET /webhooks/t1"]);
    assert_eq!(kept("pegboard.writes"), json!([]));

    let ours = topic("t1", json!({ "name": "Orders", "reference": "ours" }));
    console.network.answer(200, json!({ "data": ours }));
    console.network.answer(200, topics(&[ours], 1, 1));
    console.page.button("Save changes").click();
    until("the word", || console.status().contains("was changed")).await;
    assert_eq!(console.requests(before)[1], "PATCH /webhooks/t1");
    until("the dialog closed", || !console.has_dialog()).await;
}

#[wasm_bindgen_test]
async fn a_change_by_somebody_else_behind_a_closed_dialog_is_told() {
    let console = connected(topic("t1", json!({ "name": "Orders" }))).await;
    console.page.button(&format!("Edit {TOPIC}")).click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.field("Reference"), "ours");
    console.page.button("Save changes").click();
    until("the look", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    let theirs = topic("t1", json!({ "name": "Theirs" }));
    console.network.answer(200, json!({ "data": theirs }));
    until("the word", || console.alerts().contains("was not sent")).await;
    console.page.button("Open the draft").click();
    until("their change", || {
        console
            .alerts()
            .contains("Somebody changed this subscription")
    })
    .await;
}
