//! Writes that an earlier visit left unfinished.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{Console, ENDPOINT, EVENT, again, fresh, kept, list, storage, webhook};
use crate::wait::{quiet, until};

const WRITES: &str = "pegboard.writes";

/// Leaves the page while a creation is on its way.
async fn leave_while_creating(ledger: bool) {
    let console = fresh().await;
    if ledger {
        console.connect_ledger().await;
    } else {
        console.connect_list(&[]).await;
    }
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Create subscription").click();
    until("the request", || console.network.is_waiting()).await;
    drop(console);
    // As a reload would: the answer comes to nobody. The note is what is left.
    assert_eq!(kept(WRITES).as_array().unwrap().len(), 1);
}

fn notice(console: &Console) -> String {
    console.page.texts(".notices [role=alert]").join(" ")
}

#[wasm_bindgen_test]
async fn it_is_told_before_the_token_is_given_again() {
    leave_while_creating(true).await;
    let console = again().await;
    let known = console.page.texts(".known").join("");
    assert!(
        known.contains("Creating order/created") && known.contains("may have happened"),
        "{known}"
    );
}

#[wasm_bindgen_test]
async fn without_a_list_it_stays_open_until_the_person_has_dealt_with_it() {
    leave_while_creating(true).await;
    let console = again().await;
    console.connect_ledger().await;
    until("the notice", || {
        notice(&console).contains("may have happened")
    })
    .await;
    assert_eq!(
        kept(WRITES).as_array().unwrap().len(),
        1,
        "a second reload tells it again"
    );
    console.page.button("Dismiss").click();
    until("it gone", || notice(&console).is_empty()).await;
    assert_eq!(kept(WRITES), json!([]));
    assert_eq!(
        console.network.operations(),
        ["Prove"],
        "nothing is repeated by the program"
    );
}

#[wasm_bindgen_test]
async fn a_list_settles_it() {
    for (webhooks, said) in [
        (vec![webhook("wh_1", EVENT, "HEALTHY")], "shows it done."),
        (vec![], "does not show it done."),
    ] {
        leave_while_creating(false).await;
        let console = again().await;
        console.connect_list(&webhooks).await;
        until("the word", || notice(&console).contains(said)).await;
        assert_eq!(console.network.operations(), ["GetIntegration"]);
    }
}

#[wasm_bindgen_test]
async fn a_list_with_a_row_that_cannot_be_read_does_not_settle_it() {
    leave_while_creating(false).await;
    let console = again().await;
    console.connect_list(&[json!({ "id": 5 })]).await;
    until("the open end", || {
        notice(&console).contains("may have happened")
    })
    .await;
    assert!(!notice(&console).contains("not show it done"));
    // A later list that shows it does.
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    console.page.button("Refresh").click();
    until("the word", || notice(&console).contains("shows it done.")).await;
}

#[wasm_bindgen_test]
async fn that_of_another_connection_is_not_told_here() {
    leave_while_creating(true).await;
    let console = again().await;
    console.connect_list(&[]).await;
    quiet().await;
    assert_eq!(notice(&console), "");
    assert_eq!(kept(WRITES).as_array().unwrap().len(), 1);
}

#[wasm_bindgen_test]
async fn removed_and_not_created_again_outlives_a_reload() {
    drop(fresh().await);
    let deed = json!({ "deed": "replace", "id": "wh_1", "event": EVENT, "endpoint": ENDPOINT, "stage": "removed" });
    let note: Value = json!([{ "id": "1-a", "connection": "happycolis/integration/Shop", "at": 1, "deed": deed }]);
    storage().set_item(WRITES, &note.to_string()).unwrap();
    let console = again().await;
    console.connect_list(&[]).await;
    until("the word", || {
        notice(&console).contains("removed, not created again")
    })
    .await;
}
