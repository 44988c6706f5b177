//! Saving where nobody documents what saving over something does: the list is read first, and the person is asked.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{press, type_text};
use crate::board::{Console, ENDPOINT, done, fresh, kept};
use crate::page::focused;
use crate::platforms::{SCOPE, scope, scopes};
use crate::wait::until;

const OLD: &str = "https://old.example.com/";
const OTHER: &str = "store/order/updated";

/// Chooses these scopes for the endpoint in the dialog of a new subscription.
async fn fill(console: &Console, events: &[&str]) {
    console.page.button("New subscription").click();
    until("the dialog", || console.has_dialog()).await;
    for event in events {
        type_text(&console.page.field("Events"), event);
        press(&console.page.field("Events"), "Enter");
    }
    until("the events", || console.page.texts(".chip code") == events).await;
    type_text(&console.page.field("Endpoint URL"), ENDPOINT);
}

fn saved(webhooks: &[Value]) -> Value {
    done("saveWebhooks", json!(webhooks))
}

fn writes(console: &Console) -> usize {
    let is_save = |body: &Value| body["variables"]["input"].is_object();
    console
        .network
        .sent()
        .iter()
        .filter(|sent| is_save(&sent.body))
        .count()
}

#[wasm_bindgen_test]
async fn what_is_new_is_saved_after_a_look_and_every_event_is_told() {
    let console = fresh().await;
    console.connect_scopes(&[]).await;
    fill(&console, &[SCOPE, OTHER]).await;
    console.page.button("Create subscription").click();
    until("the look", || console.network.is_waiting()).await;
    assert_eq!(writes(&console), 0);
    console.network.answer(200, scopes(&[]));
    until("the save", || writes(&console) == 1).await;
    let sent = console.network.sent().pop().unwrap();
    let input = &sent.body["variables"]["input"];
    assert_eq!(
        (&input["scopes"], &input["endpoint"]),
        (&json!([SCOPE, OTHER]), &json!(ENDPOINT))
    );
    let both = [scope("1", SCOPE, ENDPOINT), scope("2", OTHER, ENDPOINT)];
    console.network.answer(200, saved(&both));
    console.network.answer(200, scopes(&both));
    until("the rows", || console.events().len() == 2).await;
    until("the word", || {
        console
            .status()
            .contains(&format!("{SCOPE} to {ENDPOINT}; {OTHER} to {ENDPOINT}"))
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_points_elsewhere_is_asked_about_and_saved_on_purpose_only() {
    let console = fresh().await;
    // On the wall there is nothing yet: the look finds what somebody else made meanwhile.
    console.connect_scopes(&[]).await;
    fill(&console, &[SCOPE, OTHER]).await;
    console.network.answer(
        200,
        scopes(&[
            scope("1", SCOPE, OLD),
            scope("3", "store/stock/created", OLD),
        ]),
    );
    console.page.button("Create subscription").click();
    until("the question", || {
        console.alerts().contains("point elsewhere today")
    })
    .await;
    until("the focus on it", || focused().id() == "editor-alert").await;
    assert_eq!(
        console.page.texts("#editor-alert li"),
        [format!("{SCOPE} → {OLD}")]
    );
    assert_eq!(
        (writes(&console), kept("pegboard.writes")),
        (0, json!(null))
    );

    let both = [scope("1", SCOPE, ENDPOINT), scope("2", OTHER, ENDPOINT)];
    console.network.answer(200, saved(&both));
    console.network.answer(200, scopes(&both));
    console.page.button("Save anyway").click();
    until("the rows", || console.events().len() == 2).await;
    // Two looks, the save and the reading after it, which no later test may have to answer.
    until("all sent", || console.network.sent().len() == 4).await;
    assert_eq!(writes(&console), 1);
}

#[wasm_bindgen_test]
async fn a_look_that_fails_sends_nothing_and_keeps_the_draft() {
    let console = fresh().await;
    console.connect_scopes(&[]).await;
    fill(&console, &[SCOPE]).await;
    console.network.answer(500, "");
    console.page.button("Create subscription").click();
    until("the reason", || console.alerts().contains("HTTP 500")).await;
    assert!(console.has_dialog());
    assert_eq!(console.page.texts(".chip code"), [SCOPE]);
    assert_eq!(writes(&console), 0);
}

#[wasm_bindgen_test]
async fn an_edit_saves_its_event_again() {
    let console = fresh().await;
    console.connect_scopes(&[scope("1", SCOPE, OLD)]).await;
    console.page.button(&format!("Edit {SCOPE}")).click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.field("Endpoint URL"), ENDPOINT);
    console
        .network
        .answer(200, scopes(&[scope("1", SCOPE, OLD)]));
    console.page.button("Save changes").click();
    until("the question", || {
        console.page.buttons("Save anyway").len() == 1
    })
    .await;
    let changed = [scope("1", SCOPE, ENDPOINT)];
    console.network.answer(200, saved(&changed));
    console.network.answer(200, scopes(&changed));
    console.page.button("Save anyway").click();
    until("the word", || {
        console.status().contains("The platform now lists")
    })
    .await;
    assert_eq!(console.events(), [SCOPE]);
}

/// Nothing was sent, and the person who closed the dialog does not know it.
#[wasm_bindgen_test]
async fn a_question_behind_a_closed_dialog_is_told_and_waits_in_its_draft() {
    let console = fresh().await;
    console.connect_scopes(&[]).await;
    fill(&console, &[SCOPE]).await;
    console.page.button("Create subscription").click();
    until("the look", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    console
        .network
        .answer(200, scopes(&[scope("1", SCOPE, OLD)]));
    until("the word", || console.alerts().contains("was not sent")).await;
    assert_eq!(writes(&console), 0);
    console.page.button("Open the draft").click();
    until("the question", || {
        console.page.buttons("Save anyway").len() == 1
    })
    .await;
}
