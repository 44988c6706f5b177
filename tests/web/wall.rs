//! The wall: rows, search, order, and what stands there when there are none.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{Console, EVENT, fresh, list, webhook};
use crate::page::{attribute, description, focused, name};
use crate::wait::until;

fn three() -> [Value; 3] {
    [
        webhook("wh_1", "order/updated", "HEALTHY"),
        webhook("wh_2", EVENT, "FAILING"),
        webhook("wh_3", "shipment/created", "DEGRADED"),
    ]
}

fn search(console: &Console, text: &str) {
    type_text(&console.page.find("input[type=search]"), text);
}

fn sorting(console: &Console) -> Vec<String> {
    let heads = console.page.all("th[aria-sort]");
    heads
        .iter()
        .map(|head| attribute(head, "aria-sort").unwrap())
        .collect()
}

#[wasm_bindgen_test]
async fn a_row_says_event_endpoint_health_and_time() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    assert_eq!(
        console.events(),
        [EVENT, "order/updated", "shipment/created"],
        "trouble first"
    );
    assert_eq!(
        console.page.texts(".badge"),
        ["Failing", "Healthy", "Unknown"]
    );
    assert_eq!(console.page.texts("tbody .event-label")[0], "Order created");
    assert_eq!(
        console.page.texts("tbody .created-cell"),
        ["not reported"; 3]
    );
    assert_eq!(name(&console.page.find("table")), "Subscriptions");
    assert_eq!(
        attribute(&console.page.find("table"), "role").as_deref(),
        Some("table")
    );
    let remove = console.page.button("Remove order/created");
    assert_eq!(description(&remove), "https://hooks.example.com/orders");
    for action in ["Replace", "Duplicate", "Copy endpoint of", "Copy ID of"] {
        assert_eq!(
            console.page.buttons(&format!("{action} {EVENT}")).len(),
            1,
            "{action}"
        );
    }
    assert!(console.page.text().contains("3 subscriptions"));
    assert!(
        console
            .page
            .text()
            .contains("1 subscription needs attention")
    );
}

#[wasm_bindgen_test]
async fn a_header_sorts_up_then_down_then_not_at_all() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    assert_eq!(sorting(&console), ["none"; 4]);
    let turn = async |direction: &'static str, events: [&str; 3]| {
        console.page.button("Event").click();
        until(direction, || sorting(&console)[0] == direction).await;
        assert_eq!(sorting(&console)[1..], ["none"; 3]);
        assert_eq!(console.events(), events);
    };
    turn("ascending", [EVENT, "order/updated", "shipment/created"]).await;
    turn("descending", ["shipment/created", "order/updated", EVENT]).await;
    turn("none", [EVENT, "order/updated", "shipment/created"]).await;
    console.page.button("Health").click();
    until("another column", || sorting(&console)[2] == "ascending").await;
    assert_eq!(sorting(&console)[0], "none");
}

#[wasm_bindgen_test]
async fn a_search_narrows_while_it_is_typed_and_a_miss_is_told() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    search(&console, "WH_3");
    until("one row", || console.events() == ["shipment/created"]).await;
    search(&console, "nothing like it");
    until("the miss", || {
        console.page.text().contains("No subscription matches")
    })
    .await;
    assert!(!console.page.has("table"));
    console.page.button("Clear filters").click();
    until("all rows", || console.events().len() == 3).await;
}

#[wasm_bindgen_test]
async fn only_trouble_is_shown_on_request() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    console.page.button("Show only these").click();
    until("the failing one", || console.events() == [EVENT]).await;
    console.page.button("Show all subscriptions").click();
    until("all rows", || console.events().len() == 3).await;
}

#[wasm_bindgen_test]
async fn a_badge_opens_what_it_means() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    console.page.all(".badge")[2].click();
    until("the explanation", || {
        console.page.has("[popover]:popover-open")
    })
    .await;
    let popover = console.page.find("[popover]");
    assert_eq!(name(&popover), "Unknown · shipment/created");
    let said = console.page.texts("[popover] dd").join(" ");
    assert!(
        said.contains("DEGRADED") && said.contains("does not list"),
        "{said}"
    );
    until("the focus in it", || focused().id() == "health-close").await;
    console.page.button("Close").click();
    until("it closed", || !console.page.has("[popover]:popover-open")).await;
}

#[wasm_bindgen_test]
async fn nothing_yet_and_nothing_readable_are_different() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    assert!(console.page.text().contains("No subscriptions yet"));
    console.page.button("Create the first one").click();
    until("the dialog", || console.has_dialog()).await;
}

#[wasm_bindgen_test]
async fn a_row_that_cannot_be_read_is_shown_as_it_came() {
    let console = fresh().await;
    console
        .connect_list(&[
            json!({ "id": 5, "odd": true }),
            webhook("wh_1", EVENT, "HEALTHY"),
        ])
        .await;
    assert_eq!(console.events(), [EVENT]);
    assert_eq!(
        console.page.texts(".unreadable .raw"),
        [r#"{"id":5,"odd":true}"#]
    );
    assert!(console.page.text().contains("2 subscriptions"));
}

#[wasm_bindgen_test]
async fn an_endpoint_that_breaks_a_rule_is_flagged_and_not_hidden() {
    let console = fresh().await;
    let plain = json!({ "id": "wh_1", "type": EVENT, "health": "HEALTHY", "endPoint": "http://a.example/x" });
    let none = json!({ "id": "wh_2", "type": "order/updated" });
    console.connect_list(&[plain, none]).await;
    let endpoints = console.page.texts(".endpoint-cell");
    assert!(
        endpoints[0].starts_with("http://a.example/x") && endpoints[0].contains("Breaks a rule")
    );
    assert_eq!(endpoints[1], "Endpoint not reported");
}

#[wasm_bindgen_test]
async fn refreshing_keeps_the_rows_whatever_comes_of_it() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    let busy = || attribute(&console.page.find(".connection"), "aria-busy").unwrap() == "true";
    console.page.button("Refresh").click();
    until("the request", || console.network.is_waiting()).await;
    assert!(busy() && console.events().len() == 3);
    console.network.answer_all(500, "");
    until("the failure", || !busy()).await;
    assert_eq!(console.events().len(), 3);
    assert!(console.alerts().contains("The platform failed (HTTP 500)."));
    console.page.button("Try again").click();
    until("the request", || console.network.is_waiting()).await;
    console
        .network
        .answer(200, list(&[webhook("wh_1", "order/updated", "HEALTHY")]));
    until("the new rows", || console.events() == ["order/updated"]).await;
    assert!(!console.page.has(".connection [role=alert]"));
}

#[wasm_bindgen_test]
async fn a_second_connection_brings_its_column() {
    let console = fresh().await;
    console.connect_list(&three()).await;
    assert_eq!(sorting(&console).len(), 4);
    console.connect_ledger().await;
    until("the column", || sorting(&console).len() == 5).await;
    assert_eq!(
        console.page.texts("tbody td[data-label=Connection]"),
        ["Shop"; 3]
    );
}
