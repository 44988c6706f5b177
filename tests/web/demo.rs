//! The demo wall: every connection of `config.json`, of every platform, by one press.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::is_true;
use crate::board::{Console, ENDPOINT, EVENT, fresh_with, list, webhook};
use crate::platforms::{ORGANIZATION, SCOPE, TOPIC, organizations, scope, scopes, topic, topics};
use crate::wait::until;

/// One connection of every platform, Commerce Layer's slug out of its token.
async fn offered() -> Console {
    let claims = json!({ "organization": { "slug": "demo-shop" } });
    let payload = leptos::prelude::window().btoa(&claims.to_string()).unwrap();
    let token = format!("e30.{}.x", payload.trim_end_matches('='));
    let config = json!({ "demo": [
        { "platform": "happycolis", "name": "One", "token": "t1", "integrationId": "int_1" },
        { "platform": "ikas", "name": "Two", "token": "t2", "version": "v1" },
        { "platform": "commerce-layer", "name": "Three", "token": token },
        { "platform": "sentera", "name": "Four", "token": "t4", "organizationId": ORGANIZATION },
    ] });
    fresh_with(&config.to_string()).await
}

fn answers() -> [Value; 3] {
    [
        list(&[webhook("wh_1", EVENT, "HEALTHY")]),
        scopes(&[scope("s1", SCOPE, ENDPOINT)]),
        topics(&[topic("t1", json!({}))], 1, 1),
    ]
}

#[wasm_bindgen_test]
async fn one_press_opens_a_connection_of_every_platform() {
    let console = offered().await;
    for answer in answers() {
        console.network.answer(200, answer);
    }
    console.network.answer(200, organizations());
    console.network.answer(200, json!({ "data": null }));
    console.page.button("Open the demo wall").click();
    until("all of them", || {
        console.page.texts(".connection strong") == ["One", "Two", "Three", "Four"]
    })
    .await;
    assert_eq!(console.events(), [EVENT, SCOPE, TOPIC]);
    let sent = console.network.sent();
    assert!(sent[1].url.contains("/v1/"), "{}", sent[1].url);
    let host = "https://demo-shop.commercelayer.io/api/webhooks?";
    assert!(sent[2].url.starts_with(host), "{}", sent[2].url);
    assert_eq!(sent[3].body["variables"]["ids"], json!([ORGANIZATION]));
}

#[wasm_bindgen_test]
async fn one_that_fails_hinders_no_other_and_says_why() {
    let console = offered().await;
    let [first, _, third] = answers();
    console.network.answer(200, first);
    console.network.answer(500, "");
    console.network.answer(200, third);
    console.network.answer(200, organizations());
    console.network.answer(200, json!({ "data": null }));
    console.page.button("Open the demo wall").click();
    until("the others", || {
        console.board_names() == ["One", "Three", "Four"]
    })
    .await;
    until("the reason", || {
        let said = console.page.texts(".notices [role=alert]").join(" ");
        said.contains("Two was not connected.") && said.contains("HTTP 500")
    })
    .await;
}

#[wasm_bindgen_test]
async fn where_none_can_be_connected_the_form_says_why() {
    let console = offered().await;
    for _ in 0..4 {
        console.network.answer(401, "{}");
    }
    console.page.button("Open the demo wall").click();
    until("the reasons", || {
        console.page.has("#connect-alert") && console.alerts().contains("access token")
    })
    .await;
    assert_eq!(console.page.texts("h1"), ["Connect a platform"]);
    assert!(!is_true(
        &console.page.button("Open the demo wall"),
        "disabled"
    ));
}

impl Console {
    /// The names of what is connected, whatever page is in sight.
    fn board_names(&self) -> Vec<String> {
        use pegboard::signals::*;
        let lives = self.board.lives.get_untracked();
        lives
            .into_iter()
            .map(|live| untrack(|| live.name()))
            .collect()
    }
}
