//! The ledger's own tools: track, export, import, and what survives a reload.

use js_sys::Function;
use pegboard::signals::*;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::type_text;
use crate::board::{Console, ENDPOINT, EVENT, again, fresh, kept};
use crate::page::{attribute, focused};
use crate::wait::{quiet, until};

const LEDGER: &str = "pegboard.ledger.happycolis/oauth/Client";

async fn open_track(console: &Console) {
    console
        .page
        .button("Track an existing subscription")
        .click();
    until("the dialog", || console.has_dialog()).await;
}

/// Tracks a subscription through the dialog.
async fn track(console: &Console, id: &str, event: &str) {
    open_track(console).await;
    type_text(&console.page.field("Subscription ID"), id);
    type_text(&console.page.field("Event"), event);
    type_text(&console.page.field("Endpoint URL"), ENDPOINT);
    console.page.button("Track subscription").click();
    until("the dialog closed", || !console.has_dialog()).await;
}

fn ids() -> Vec<String> {
    let entries = kept(LEDGER).as_array().cloned().unwrap_or_default();
    let id = |entry: &Value| entry["id"].as_str().unwrap().to_owned();
    entries.iter().map(id).collect()
}

#[wasm_bindgen_test]
async fn a_subscription_is_tracked_and_survives_a_reload() {
    let console = fresh().await;
    console.connect_ledger().await;
    assert!(console.page.text().contains("documents no list"));
    track(&console, " wh_1 ", EVENT).await;
    until("its row", || console.events() == [EVENT]).await;
    assert_eq!(console.page.texts(".badge"), ["Unknown"]);
    assert!(console.page.texts("tbody .event")[0].contains("tracked by you"));
    assert_eq!(
        console.status(),
        format!("{EVENT} to {ENDPOINT} is in the ledger.")
    );
    assert_eq!(ids(), ["wh_1"]);
    assert_eq!(
        console.network.sent().len(),
        1,
        "nothing but the proof of the token was sent"
    );
    drop(console);

    let console = again().await;
    console.connect_ledger().await;
    assert_eq!(console.events(), [EVENT]);
}

#[wasm_bindgen_test]
async fn every_field_is_needed() {
    let console = fresh().await;
    console.connect_ledger().await;
    open_track(&console).await;
    console.page.button("Track subscription").click();
    until("the summary", || console.page.has("#track-alert")).await;
    until("the focus on it", || focused().id() == "track-alert").await;
    for label in ["Subscription ID", "Event", "Endpoint URL"] {
        let invalid = attribute(&console.page.field(label), "aria-invalid");
        assert_eq!(invalid.as_deref(), Some("true"), "{label}");
    }
    type_text(&console.page.field("Event"), EVENT);
    until("one problem less", || {
        attribute(&console.page.field("Event"), "aria-invalid").is_none()
    })
    .await;
    assert!(console.has_dialog() && ids().is_empty());
    console.page.button("Cancel").click();
    until("the dialog closed", || !console.has_dialog()).await;
}

#[wasm_bindgen_test]
async fn an_entry_can_be_dropped_without_asking_the_platform() {
    let console = fresh().await;
    console.connect_ledger().await;
    track(&console, "wh_1", EVENT).await;
    track(&console, "wh_2", "order/updated").await;
    console.ask_removal(EVENT).await;
    console
        .page
        .button("Only remove it from the ledger")
        .click();
    until("its row gone", || console.events() == ["order/updated"]).await;
    assert!(!console.has_dialog());
    assert!(console.status().contains("was not asked to do anything"));
    assert_eq!(
        (ids(), console.network.sent().len()),
        (vec!["wh_2".to_owned()], 1)
    );
}

/// Catches the file that the page hands to the browser, instead of saving it.
fn catch_file() -> JsValue {
    Function::new_no_args(
        "const caught = { name: null, blob: null };
         const make = URL.createObjectURL;
         URL.createObjectURL = blob => { caught.blob = blob; URL.createObjectURL = make; return '#caught'; };
         const click = HTMLAnchorElement.prototype.click;
         HTMLAnchorElement.prototype.click = function () {
             caught.name = this.download;
             HTMLAnchorElement.prototype.click = click;
         };
         return caught;",
    )
    .call0(&JsValue::NULL)
    .unwrap()
}

async fn text_of(caught: &JsValue) -> String {
    let read = Function::new_with_args("caught", "return caught.blob.text()");
    let text = js_sys::Promise::from(read.call1(&JsValue::NULL, caught).unwrap());
    JsFuture::from(text).await.unwrap().as_string().unwrap()
}

/// Gives the page a file, as choosing one does.
fn choose_file(console: &Console, text: &str) {
    let choose = Function::new_with_args(
        "input, text",
        "const chosen = new DataTransfer();
         chosen.items.add(new File([text], 'ledger.json'));
         input.files = chosen.files;
         input.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    let input = console.page.find("input[aria-label='Ledger file']");
    choose.call2(&JsValue::NULL, &input, &text.into()).unwrap();
}

#[wasm_bindgen_test]
async fn a_ledger_goes_through_a_file_and_loses_nothing() {
    let console = fresh().await;
    console.connect_ledger().await;
    track(&console, "wh_1", EVENT).await;
    track(&console, "wh_2", "order/updated").await;
    let before = kept(LEDGER);
    let caught = catch_file();
    console.page.button("Export ledger").click();
    until("the word", || console.status().contains("saved as a file")).await;
    assert!(
        console
            .page
            .text()
            .contains("can carry a secret in its query")
    );
    let file = text_of(&caught).await;
    let name = js_sys::Reflect::get(&caught, &"name".into()).unwrap();
    assert_eq!(
        name.as_string().as_deref(),
        Some("pegboard-ledger-Client.json")
    );
    drop(console);

    let console = fresh().await;
    console.connect_ledger().await;
    assert_eq!(console.events().len(), 0);
    choose_file(&console, &file);
    until("the rows", || console.events().len() == 2).await;
    assert_eq!(console.status(), "2 added to the ledger, 0 known already.");
    assert_eq!(kept(LEDGER), before);
    choose_file(&console, &file);
    until("known", || {
        console.status() == "0 added to the ledger, 2 known already."
    })
    .await;
    assert_eq!(console.events().len(), 2);
}

/// The browser takes its time to read the file.
#[wasm_bindgen_test]
async fn a_file_is_not_taken_for_a_connection_that_is_forgotten_meanwhile() {
    let console = fresh().await;
    console.connect_ledger().await;
    track(&console, "wh_1", EVENT).await;
    let live = console.board.lives.get_untracked()[0];
    choose_file(&console, &console.board.export_ledger(live));
    console.board.forget(&live.connection.get_untracked());
    quiet().await;
    assert_eq!(kept(LEDGER), json!(null));
}

#[wasm_bindgen_test]
async fn a_file_that_is_no_ledger_changes_nothing() {
    let console = fresh().await;
    console.connect_ledger().await;
    track(&console, "wh_1", EVENT).await;
    let before: Value = kept(LEDGER);
    let other = json!({ "format": "pegboard-ledger", "version": 1, "connection": "happycolis/integration/a", "entries": [] });
    for (file, said) in [
        ("not json", "no Pegboard ledger"),
        (&other.to_string(), "another platform or access mode"),
    ] {
        choose_file(&console, file);
        until("the refusal", || console.alerts().contains(said)).await;
        quiet().await;
        assert_eq!((kept(LEDGER), console.events().len()), (before.clone(), 1));
        console.page.button("Dismiss").click();
        until("it dismissed", || console.alerts().is_empty()).await;
    }
}
