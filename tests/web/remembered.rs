//! Connections of earlier visits: all of them but the token.

use pegboard::signals::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{is_true, value};
use crate::board::{EVENT, INTEGRATION, again, fresh, kept, storage, webhook};
use crate::page::focused;
use crate::wait::until;

const CONNECTIONS: &str = "pegboard.connections";

#[wasm_bindgen_test]
async fn a_connection_is_kept_without_its_token() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    let api = "https://api-v3.happycolis.com/graphql";
    let access =
        json!({ "platform": "happycolis", "mode": "integration", "integration": INTEGRATION });
    assert_eq!(
        kept(CONNECTIONS),
        json!([{ "name": "Shop", "api": api, "access": access }])
    );
    // Connecting it again does not keep it twice.
    console.connect_list(&[]).await;
    assert_eq!(kept(CONNECTIONS).as_array().unwrap().len(), 1);
    assert_eq!(console.page.texts(".connection strong"), ["Shop"]);
}

#[wasm_bindgen_test]
async fn a_reload_asks_for_the_token_alone() {
    let before = fresh().await;
    before.connect_list(&[]).await;
    drop(before);
    let console = again().await;
    assert_eq!(console.page.texts("h1"), ["Connect a platform"]);
    assert_eq!(console.page.texts(".known strong"), ["Shop"]);
    console.page.button("Reconnect Shop").click();
    until("the form filled", || {
        value(&console.page.field("Connection name")) == "Shop"
    })
    .await;
    assert_eq!(value(&console.page.field("Integration ID")), INTEGRATION);
    assert_eq!(value(&console.page.field("Access token")), "");
    assert!(is_true(
        &console.page.find("input[aria-label='Integration app']"),
        "checked"
    ));
    until("the focus on the token", || {
        focused().id() == "access-token"
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_connected_is_not_offered_again() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    console.page.button("Add connection").click();
    until("the form", || {
        console.page.texts("h1") == ["Connect a platform"]
    })
    .await;
    assert!(!console.page.has(".known"));
    console.page.button("Back to subscriptions").click();
    until("the wall", || console.page.texts("h1") == ["Subscriptions"]).await;
}

#[wasm_bindgen_test]
async fn forgetting_takes_everything_of_a_connection_and_nothing_of_another() {
    let console = fresh().await;
    console.connect_ledger().await;
    console.connect_list(&[]).await;
    let ledger = console.board.lives.get_untracked()[0];
    console
        .board
        .track(ledger, "wh_1", EVENT, "https://a.example/");
    assert!(
        storage()
            .get_item("pegboard.ledger.happycolis/oauth/Client")
            .unwrap()
            .is_some()
    );
    console.page.button("Forget Client").click();
    until("one left", || {
        console.page.texts(".connection strong") == ["Shop"]
    })
    .await;
    assert_eq!(
        storage()
            .get_item("pegboard.ledger.happycolis/oauth/Client")
            .unwrap(),
        None
    );
    assert_eq!(kept(CONNECTIONS)[0]["name"], "Shop");
    until("the word", || {
        console.status().contains("Client was forgotten")
    })
    .await;
    console.page.button("Forget Shop").click();
    until("the form", || {
        console.page.texts("h1") == ["Connect a platform"]
    })
    .await;
    assert_eq!(kept(CONNECTIONS), json!([]));
}

#[wasm_bindgen_test]
async fn a_remembered_one_can_be_forgotten_without_its_token() {
    let before = fresh().await;
    before.connect_list(&[]).await;
    drop(before);
    let console = again().await;
    console.page.button("Forget Shop").click();
    until("nothing known", || !console.page.has(".known")).await;
    assert_eq!(kept(CONNECTIONS), json!([]));
}
