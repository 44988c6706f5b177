//! A list that Sentera does not document and its schema has: it is shown, and a failed refresh takes nothing away.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{press, type_text};
use crate::board::{Console, ENDPOINT, done, fresh, kept};
use crate::platforms::{TYPE, organizations, sentera};
use crate::wait::{quiet, until};

/// A schema whose query has a plain list of subscriptions.
fn schema() -> Value {
    let list = json!({ "kind": "LIST", "name": null, "ofType": { "kind": "OBJECT", "name": "WebhookSubscription" } });
    let field = json!({ "name": "webhook_subscriptions", "args": [], "type": list });
    json!({ "data": { "__schema": { "queryType": { "fields": [field] } } } })
}

fn row(id: &str, events: &[&str]) -> Value {
    json!({ "sentera_id": id, "callback_url": ENDPOINT, "event_types": events })
}

fn rows(rows: &[Value]) -> Value {
    done("list", json!(rows))
}

async fn connected(list: &[Value]) -> Console {
    let console = fresh().await;
    let answers = [organizations(), schema(), schema(), rows(list)];
    console.connect_by("Farm", sentera(), &answers).await;
    until("the rows", || console.events().len() == list.len()).await;
    console
}

#[wasm_bindgen_test]
async fn the_list_of_the_schema_takes_the_place_of_the_ledger() {
    let console = connected(&[row("a", &[TYPE, "FEATURE_SET_CREATED"]), row("b", &[TYPE])]).await;
    assert_eq!(
        console.events(),
        ["TASK_MODIFIED, FEATURE_SET_CREATED", TYPE]
    );
    assert_eq!(console.page.texts(".badge"), ["Unknown", "Unknown"]);
    assert!(!console.page.text().contains("kept in this browser"));
    assert!(console.page.buttons("Export ledger").is_empty());
}

#[wasm_bindgen_test]
async fn a_refresh_that_fails_keeps_the_rows_and_says_why() {
    for status in [401, 500] {
        let console = connected(&[row("a", &[TYPE])]).await;
        // Neither the schema nor the list can be read now.
        for _ in 0..2 {
            if status == 500 {
                console.network.answer_all(status, "{}");
            } else {
                console.network.answer(status, "{}");
            }
        }
        console.page.button("Refresh").click();
        until("the failure", || !console.alerts().is_empty()).await;
        assert_eq!(console.events(), [TYPE], "{status}");
        assert!(!console.page.text().contains("kept in this browser"));
    }
}

#[wasm_bindgen_test]
async fn a_refresh_without_a_network_keeps_the_rows() {
    let console = connected(&[row("a", &[TYPE])]).await;
    console.network.lose_all();
    console.network.lose_all();
    console.page.button("Refresh").click();
    until("the failure", || !console.alerts().is_empty()).await;
    assert_eq!(console.events(), [TYPE]);
}

#[wasm_bindgen_test]
async fn without_a_list_a_creation_of_several_events_is_kept_in_the_ledger() {
    let console = fresh().await;
    console.connect_farm(json!({ "data": null })).await;
    console.page.button("New subscription").click();
    until("the dialog", || console.has_dialog()).await;
    for event in [TYPE, "FEATURE_SET_CREATED"] {
        type_text(&console.page.field("Events"), event);
        press(&console.page.field("Events"), "Enter");
    }
    type_text(&console.page.field("Endpoint URL"), ENDPOINT);
    console.page.button("Create subscription").click();
    until("the request", || console.network.is_waiting()).await;
    let created = row("a_WS_1", &[TYPE, "FEATURE_SET_CREATED"]);
    console
        .network
        .answer(200, done("create_webhook_subscription", created));
    console.network.answer(200, json!({ "data": null }));
    let both = "TASK_MODIFIED, FEATURE_SET_CREATED";
    until("the row", || console.events() == [both]).await;
    let entries = kept("pegboard.ledger.sentera/org-1/Farm");
    assert_eq!(
        (&entries[0]["id"], &entries[0]["event"]),
        (&json!("a_WS_1"), &json!(both))
    );
    quiet().await;
    assert_eq!(console.events(), [both]);
    assert!(console.page.texts("tbody .event")[0].contains("created here"));
}
