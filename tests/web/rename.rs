//! The settings of a connection: another name, another token, and nothing lost on the way.

use pegboard::signals::*;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{is_true, type_text, value};
use crate::board::{
    Console, ENDPOINT, EVENT, TOKEN, again, done, fresh, kept, list, storage, webhook,
};
use crate::page::{focused, name};
use crate::wait::{quiet, until};

const LEDGER: &str = "pegboard.ledger.happycolis/oauth/Client";
const RENAMED: &str = "pegboard.ledger.happycolis/oauth/Branch";

async fn open(console: &Console, connection: &str) {
    console
        .page
        .button(&format!("Settings of {connection}"))
        .click();
    until("the dialog", || console.has_dialog()).await;
}

fn names(console: &Console) -> Vec<String> {
    console.page.texts(".connection strong")
}

fn track(console: &Console, id: &str) {
    let live = console.board.lives.get_untracked()[0];
    console.board.track(live, id, EVENT, ENDPOINT);
}

#[wasm_bindgen_test]
async fn the_dialog_shows_the_name_and_never_the_token() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    open(&console, "Shop").await;
    assert_eq!(name(&console.page.find("dialog")), "Connection settings");
    assert_eq!(value(&console.page.field("Connection name")), "Shop");
    assert_eq!(value(&console.page.field("Access token")), "");
    assert!(!console.page.root().outer_html().contains(TOKEN));
    console.page.button("Cancel").click();
    until("it closed", || !console.has_dialog()).await;
    assert_eq!(names(&console), ["Shop"]);
}

#[wasm_bindgen_test]
async fn another_name_keeps_the_rows_the_ledger_and_the_notes() {
    let console = fresh().await;
    console.connect_ledger().await;
    track(&console, "wh_1");
    until("the row", || console.events() == [EVENT]).await;
    // A removal whose outcome nobody knows.
    console.ask_removal(EVENT).await;
    console.network.answer(500, "");
    console.page.button("Remove subscription").click();
    until("the open end", || console.page.has("#remove-alert")).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    let entries = kept(LEDGER);
    let sent = console.network.sent().len();

    open(&console, "Client").await;
    type_text(&console.page.field("Connection name"), " Branch ");
    console.page.button("Save").click();
    until("the other name", || names(&console) == ["Branch"]).await;
    until("the dialog closed", || !console.has_dialog()).await;
    assert_eq!(console.events(), [EVENT]);
    assert_eq!(
        console.network.sent().len(),
        sent,
        "a name is nobody else's business"
    );
    assert_eq!((kept(RENAMED), kept(LEDGER)), (entries, json!(null)));
    let notes = kept("pegboard.writes");
    assert_eq!(notes.as_array().unwrap().len(), 1);
    assert_eq!(notes[0]["connection"], "happycolis/oauth/Branch");
    let remembered = kept("pegboard.connections");
    assert_eq!(
        (remembered.as_array().unwrap().len(), &remembered[0]["name"]),
        (1, &json!("Branch"))
    );

    // The next attempt settles the one before, under whatever name that was made.
    assert!(console.alerts().contains("may have happened"));
    console.ask_removal(EVENT).await;
    console
        .network
        .answer(200, done("oauthWebhookRemove", json!({ "id": "wh_1" })));
    console.page.button("Remove subscription").click();
    until("the row gone", || console.events().is_empty()).await;
    assert_eq!(kept("pegboard.writes"), json!([]));
    assert!(!console.alerts().contains("may have happened"));
}

#[wasm_bindgen_test]
async fn a_renamed_connection_comes_back_under_its_new_name() {
    let console = fresh().await;
    console.connect_ledger().await;
    track(&console, "wh_1");
    open(&console, "Client").await;
    type_text(&console.page.field("Connection name"), "Branch");
    console.page.button("Save").click();
    until("the other name", || names(&console) == ["Branch"]).await;
    drop(console);
    let console = again().await;
    assert_eq!(console.page.texts(".known strong"), ["Branch"]);
    console
        .connect(
            "Branch",
            crate::board::oauth(),
            done("__typename", json!("Query")),
        )
        .await;
    assert_eq!(console.events(), [EVENT]);
}

#[wasm_bindgen_test]
async fn a_name_that_another_one_had_loses_none_of_its_ledger() {
    let console = fresh().await;
    console
        .connect(
            "Branch",
            crate::board::oauth(),
            done("__typename", json!("Query")),
        )
        .await;
    track(&console, "wh_of_branch");
    drop(console);
    let console = again().await;
    console.connect_ledger().await;
    track(&console, "wh_of_client");
    open(&console, "Client").await;
    type_text(&console.page.field("Connection name"), "Branch");
    console.page.button("Save").click();
    until("the other name", || names(&console) == ["Branch"]).await;
    until("both rows", || console.events().len() == 2).await;
    let entries = kept(RENAMED);
    let ids: Vec<&str> = entries
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["wh_of_branch", "wh_of_client"]);
}

#[wasm_bindgen_test]
async fn an_empty_name_changes_nothing() {
    let console = fresh().await;
    console.connect_ledger().await;
    open(&console, "Client").await;
    type_text(&console.page.field("Connection name"), "  ");
    console.page.button("Save").click();
    until("the dialog closed", || !console.has_dialog()).await;
    assert_eq!(names(&console), ["Client"]);
}

#[wasm_bindgen_test]
async fn a_token_that_is_not_accepted_changes_nothing() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    open(&console, "Shop").await;
    type_text(&console.page.field("Connection name"), "Renamed");
    type_text(&console.page.field("Access token"), "wrong-token");
    console.page.button("Save").click();
    until("the request", || console.network.is_waiting()).await;
    assert!(is_true(&console.page.button("Save"), "disabled"));
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(sent.authorization.as_deref(), Some("Bearer wrong-token"));
    console.network.answer(401, "{}");
    until("the reason", || console.page.has("dialog #settings-alert")).await;
    until("the focus on it", || focused().id() == "settings-alert").await;
    assert!(
        console
            .alerts()
            .contains("does not accept this access token")
    );
    assert_eq!(
        value(&console.page.field("Connection name")),
        "Renamed",
        "what was typed stays"
    );
    assert_eq!(
        (names(&console), console.events()),
        (vec!["Shop".to_owned()], vec![EVENT.to_owned()])
    );
    assert_eq!(kept("pegboard.connections")[0]["name"], "Shop");
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    // The old token is still the one in use.
    console.page.button("Refresh").click();
    until("the request", || console.network.is_waiting()).await;
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(sent.authorization, Some(format!("Bearer {TOKEN}")));
}

#[wasm_bindgen_test]
async fn a_new_token_is_proven_first_and_everything_stays() {
    let console = fresh().await;
    console
        .connect_list(&[webhook("wh_1", EVENT, "HEALTHY")])
        .await;
    console.fill_new("order/updated", ENDPOINT).await;
    console.page.button("Cancel").click();
    until("the draft kept", || console.page.has(".draft")).await;
    console.page.button("Refresh Shop").click();
    console.network.answer(401, "{}");
    until("the failure", || console.alerts().contains("access token")).await;
    // The way out that the failure offers.
    console.page.button("Give a new token").click();
    until("the dialog", || console.has_dialog()).await;
    type_text(&console.page.field("Access token"), "new-token");
    let rows = [webhook("wh_1", EVENT, "FAILING")];
    console.network.answer(200, list(&rows));
    console.network.answer(200, list(&rows));
    console.page.button("Save").click();
    until("the dialog closed", || !console.has_dialog()).await;
    until("the new rows", || {
        console.page.texts(".badge") == ["Failing"]
    })
    .await;
    assert!(!console.page.has(".connection [role=alert]"));
    assert!(console.page.has(".draft"));
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(sent.authorization.as_deref(), Some("Bearer new-token"));
    for at in 0..storage().length().unwrap() {
        let key = storage().key(at).unwrap().unwrap();
        assert!(
            !storage()
                .get_item(&key)
                .unwrap()
                .unwrap()
                .contains("new-token"),
            "{key}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_dialog_that_was_closed_meanwhile_stays_closed() {
    let console = fresh().await;
    console.connect_list(&[]).await;
    open(&console, "Shop").await;
    type_text(&console.page.field("Access token"), "new-token");
    console.page.button("Save").click();
    until("the request", || console.network.is_waiting()).await;
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
    console.network.answer(200, list(&[]));
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    until("the row", || console.events() == [EVENT]).await;
    quiet().await;
    assert!(!console.has_dialog());
}
