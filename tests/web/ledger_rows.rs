//! What the ledger says of a subscription that was created here.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::board::{ENDPOINT, EVENT, again, done, fresh, kept};
use crate::wait::until;

const LEDGER: &str = "pegboard.ledger.happycolis/oauth/Client";

#[wasm_bindgen_test]
async fn a_creation_is_kept_with_its_health_of_that_moment_and_without_header_values() {
    let console = fresh().await;
    console.connect_ledger().await;
    console.fill_new(EVENT, ENDPOINT).await;
    console.page.button("Add header").click();
    until("a row", || console.page.has_field("Header name")).await;
    crate::act::type_text(&console.page.field("Header name"), "X-Key");
    crate::act::type_text(&console.page.field("Header value"), "s3cret-value");
    let webhook = json!({ "id": "wh_1", "type": EVENT, "health": "HEALTHY", "endPoint": ENDPOINT });
    console
        .network
        .answer(200, done("oauthWebhookCreate", webhook));
    console.page.button("Create subscription").click();
    until("its row", || console.events() == [EVENT]).await;
    assert_eq!(console.page.texts(".badge"), ["Unknown"]);
    assert!(console.page.texts(".health-cell")[0].contains("HEALTHY at creation"));
    assert!(console.page.texts("tbody .event")[0].contains("created here"));
    let sent = console.network.sent().pop().unwrap();
    assert_eq!(
        sent.body["variables"]["input"]["headers"],
        json!({ "X-Key": "s3cret-value" })
    );
    assert!(!kept(LEDGER).to_string().contains("s3cret"));
    assert_eq!(
        kept("pegboard.writes"),
        json!([]),
        "the note ends with the outcome"
    );
    drop(console);

    let console = again().await;
    console.connect_ledger().await;
    assert_eq!(console.events(), [EVENT]);
    assert!(console.page.texts(".health-cell")[0].contains("HEALTHY at creation"));
    assert!(!console.page.texts("tbody .created-cell")[0].contains("not reported"));
}
