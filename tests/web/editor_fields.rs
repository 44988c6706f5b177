//! The dialog of a subscription: what it asks for on each platform.

use pegboard::signals::*;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{is_true, send, set_value, type_text, value};
use crate::board::{Console, ENDPOINT, EVENT, fresh, webhook};
use crate::page::{name, text};
use crate::platforms::{SCOPE, TOPIC, scope, topic};
use crate::wait::until;

pub async fn open_new(console: &Console) {
    console.page.button("New subscription").click();
    until("the dialog", || console.has_dialog()).await;
}

/// The labels of the fields of the dialog, in their order.
pub fn labels(console: &Console) -> Vec<String> {
    console.page.texts("dialog label")
}

pub fn groups(console: &Console) -> Vec<String> {
    console.page.texts("dialog legend")
}

#[wasm_bindgen_test]
async fn happycolis_asks_for_one_event_and_headers() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    open_new(&console).await;
    assert_eq!(labels(&console), ["Event", "Endpoint URL"]);
    assert_eq!(groups(&console), ["Custom headers"]);
}

#[wasm_bindgen_test]
async fn ikas_asks_for_events_and_sales_channels() {
    let console = fresh().await;
    console.connect_scopes(&[]).await;
    open_new(&console).await;
    assert_eq!(
        labels(&console),
        ["Events", "Endpoint URL", "Sales channels"]
    );
    assert!(groups(&console).is_empty());
    let asked = console.network.sent().len();
    let channels = json!({ "data": { "listSalesChannel": [
        { "id": "c1", "name": "Web" }, { "id": "c2", "name": "Gone", "deleted": true },
    ] } });
    console.network.answer(200, channels);
    console.page.button("Read the sales channels").click();
    until("them read", || {
        console.page.buttons("Read the sales channels").is_empty()
    })
    .await;
    assert_eq!(console.network.sent().len(), asked + 1);
    console.page.field("Sales channels").click();
    until("the list", || {
        console.page.texts("[role=option] code") == ["c1"]
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_complaint_beside_the_channels_is_told_and_they_are_there() {
    let console = fresh().await;
    console.connect_scopes(&[]).await;
    open_new(&console).await;
    console.network.answer(
        200,
        json!({
            "data": { "listSalesChannel": [{ "id": "c1", "name": "Web" }] },
            "errors": [{ "message": "Some are hidden" }],
        }),
    );
    console.page.button("Read the sales channels").click();
    until("the complaint", || {
        console
            .alerts()
            .contains("added a complaint: Some are hidden")
    })
    .await;
    assert!(console.page.buttons("Read the sales channels").is_empty());
}

#[wasm_bindgen_test]
async fn channels_that_cannot_be_read_say_why() {
    let console = fresh().await;
    console.connect_scopes(&[]).await;
    open_new(&console).await;
    console.network.answer(500, "");
    console.page.button("Read the sales channels").click();
    until("the reason", || console.alerts().contains("HTTP 500")).await;
    assert_eq!(console.page.buttons("Read the sales channels").len(), 1);
}

#[wasm_bindgen_test]
async fn sentera_without_a_schema_says_why_there_is_no_authentication() {
    let console = fresh().await;
    console.connect_farm(json!({ "data": null })).await;
    open_new(&console).await;
    assert_eq!(labels(&console), ["Events", "Endpoint URL"]);
    assert!(groups(&console).is_empty());
    assert!(
        console
            .page
            .text()
            .contains("Callback authentication is not offered here")
    );
}

#[wasm_bindgen_test]
async fn several_connections_ask_which_one_and_its_fields_follow() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console
        .connect_scopes(&[scope("s1", SCOPE, ENDPOINT)])
        .await;
    console.connect_topics(&[]).await;
    open_new(&console).await;
    let choice = console.page.field("Connection");
    let options: Vec<String> = console.page.texts("#connection option");
    assert_eq!(options, ["Shop", "Store", "Layer"]);
    assert_eq!(labels(&console)[1..], ["Event", "Endpoint URL"]);
    type_text(
        &console.page.field("Endpoint URL"),
        "https://kept.example.com/",
    );
    let lives = console.board.lives.get_untracked();
    let choose = |at: usize| {
        set_value(&choice, &lives[at].number.to_string());
        send(&choice, "change");
    };
    choose(1);
    until("the fields of ikas", || console.page.has_field("Events")).await;
    assert!(!console.page.has("dialog legend"));
    choose(2);
    until("those of Commerce Layer", || {
        console.page.has_field("Metadata")
    })
    .await;
    assert_eq!(
        value(&console.page.field("Endpoint URL")),
        "https://kept.example.com/"
    );
    choose(0);
    until("those of HappyColis", || console.page.has("dialog legend")).await;
    assert!(!console.page.has_field("Metadata"));
}

#[wasm_bindgen_test]
async fn what_is_delivered_twice_is_said_and_not_refused() {
    let console = fresh().await;
    console.connect_topics(&[topic("t1", json!({}))]).await;
    console.fill_new(TOPIC, "https://other.example.com/").await;
    assert!(!console.page.text().contains("would deliver it twice"));
    type_text(&console.page.field("Endpoint URL"), ENDPOINT);
    until("the word", || {
        console.page.text().contains("would deliver it twice")
    })
    .await;
    // Only where the platform refuses a second one is a replacement offered.
    assert!(console.page.buttons("Replace it instead").is_empty());
    assert!(!is_true(
        &console.page.button("Create subscription"),
        "disabled"
    ));
}

#[wasm_bindgen_test]
async fn a_picker_groups_the_events_of_its_platform() {
    let console = fresh().await;
    console.connect_topics(&[]).await;
    open_new(&console).await;
    type_text(&console.page.field("Event"), "orders.pla");
    let found = || -> Vec<Value> {
        console
            .page
            .texts("[role=option] code")
            .into_iter()
            .map(Value::from)
            .collect()
    };
    until("the topics", || {
        found() == ["orders.place", "orders.placing"]
    })
    .await;
    assert!(
        console
            .page
            .all("[role=listbox] [role=group]")
            .iter()
            .all(|group| name(group) == "Orders")
    );
    type_text(&console.page.field("Event"), "orders.unheard");
    until("the caution", || {
        console
            .page
            .texts(".caution")
            .iter()
            .any(|said| said.contains("Commerce Layer"))
    })
    .await;
    assert!(text(&console.page.find("dialog")).contains("Commerce Layer decides"));
}
