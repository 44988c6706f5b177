//! The connect page: what it asks, refuses, proves and keeps.

use leptos::prelude::window;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{is_true, submit, type_text, value};
use crate::board::{
    Console, EVENT, INTEGRATION, TOKEN, done, fresh, fresh_with, list, refusal, storage, webhook,
};
use crate::page::{attribute, focused, name};
use crate::wait::{quiet, until};

fn type_token(console: &Console) {
    type_text(&console.page.field("Access token"), TOKEN);
}

fn choose(console: &Console, label: &str) {
    console
        .page
        .find(&format!("input[type=radio][aria-label='{label}']"))
        .click();
}

fn is_chosen(console: &Console, label: &str) -> bool {
    is_true(
        &console
            .page
            .find(&format!("input[type=radio][aria-label='{label}']")),
        "checked",
    )
}

async fn until_alert(console: &Console, wanted: &'static str) {
    until(wanted, || console.alerts().contains(wanted)).await;
    until("the focus on it", || focused().id() == "connect-alert").await;
}

#[wasm_bindgen_test]
async fn everything_is_there_by_its_name() {
    let console = fresh().await;
    let page = &console.page;
    assert_eq!(page.texts("h1"), ["Connect a platform"]);
    let groups: Vec<String> = page.all("[role=radiogroup]").iter().map(name).collect();
    assert_eq!(groups, ["Platform", "Access mode"]);
    let enabled: Vec<String> = page
        .all("input[type=radio]:enabled")
        .iter()
        .map(name)
        .collect();
    let platforms = ["HappyColis", "ikas", "Commerce Layer", "Sentera"];
    let modes = ["Integration app", "OAuth client"];
    assert_eq!(enabled, [&platforms[..], &modes].concat());
    assert!(!page.has("input[type=radio]:disabled"));
    for label in [
        "Integration ID",
        "Connection name",
        "Access token",
        "API address",
    ] {
        assert!(page.has_field(label), "{label}");
    }
    assert_eq!(
        page.texts(".api"),
        ["API address: https://api-v3.happycolis.com/graphql"]
    );
    assert_eq!(
        (
            page.buttons("Connect").len(),
            page.buttons("Open the demo wall").len()
        ),
        (1, 0)
    );
    assert_eq!(
        (page.all("main").len(), page.buttons("Add connection").len()),
        (1, 0)
    );
}

#[wasm_bindgen_test]
async fn nothing_is_sent_without_a_token() {
    let console = fresh().await;
    console.page.button("Connect").click();
    until_alert(&console, "Paste the access token.").await;
    let field = console.page.field("Access token");
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    assert_eq!(console.network.sent().len(), 0);
}

#[wasm_bindgen_test]
async fn a_token_goes_only_where_the_settings_allow() {
    for (address, said) in [
        (
            "http://api.example.com/graphql",
            "Use an address that begins with https://",
        ),
        (
            "api.example.com",
            "Use an address that begins with https://",
        ),
        (
            "https://evil.example/graphql",
            "does not allow https://evil.example",
        ),
        (
            "https://api-v3.happycolis.com.evil.example/",
            "does not allow",
        ),
        ("https://api-v3.happycolis.com:8443/", "does not allow"),
    ] {
        let console = fresh_with(r#"{"allow": ["https://relay.example.com"]}"#).await;
        type_token(&console);
        type_text(&console.page.field("API address"), address);
        console.page.button("Connect").click();
        until_alert(&console, said).await;
        assert!(console.page.has("details[open] #api-address"));
        assert_eq!(console.network.sent().len(), 0, "{address}");
    }
}

#[wasm_bindgen_test]
async fn an_allowed_address_gets_the_token() {
    for address in [
        "https://relay.example.com/x",
        "/relay/graphql",
        "https://api-v3.happycolis.com/other",
    ] {
        let console = fresh_with(r#"{"allow": ["https://relay.example.com"]}"#).await;
        type_token(&console);
        type_text(&console.page.field("API address"), address);
        submit(&console.page.field("Access token"));
        until("the request", || console.network.sent().len() == 1).await;
        let sent = console.network.sent().remove(0);
        assert!(sent.url.ends_with(address), "{}", sent.url);
        assert_eq!(sent.authorization, Some(format!("Bearer {TOKEN}")));
        assert_eq!(sent.operation(), "Prove");
    }
}

#[wasm_bindgen_test]
async fn the_mode_decides_what_is_asked_and_what_is_proven() {
    let console = fresh().await;
    let proves = |words: &str| console.page.text().contains(words);
    assert!(proves("Connecting only proves"));
    type_text(&console.page.field("Integration ID"), INTEGRATION);
    until("the larger proof", || {
        proves("this proves the address, the token and the scope")
    })
    .await;
    choose(&console, "OAuth client");
    until("no integration", || {
        !console.page.has_field("Integration ID")
    })
    .await;
    assert!(proves("Connecting only proves"));
    choose(&console, "Integration app");
    until("the integration", || {
        console.page.has_field("Integration ID")
    })
    .await;
    assert_eq!(value(&console.page.field("Integration ID")), INTEGRATION);
}

#[wasm_bindgen_test]
async fn the_button_waits_for_the_answer_and_a_refusal_keeps_what_was_typed() {
    let console = fresh().await;
    type_token(&console);
    type_text(&console.page.field("Connection name"), "My shop");
    let button = console.page.button("Connect");
    assert!(!is_true(&button, "disabled"));
    button.click();
    until("the request", || console.network.is_waiting()).await;
    assert!(is_true(&button, "disabled"));
    assert_eq!(attribute(&button, "aria-busy").as_deref(), Some("true"));
    // Enter in a field does not know of the button.
    submit(&console.page.field("Access token"));
    quiet().await;
    assert_eq!(console.network.sent().len(), 1);
    console.network.answer(401, "{}");
    until_alert(&console, "does not accept this access token").await;
    assert!(!is_true(&button, "disabled"));
    assert_eq!(value(&console.page.field("Access token")), TOKEN);
    assert_eq!(value(&console.page.field("Connection name")), "My shop");
    assert_eq!(storage().length().unwrap(), 0);
}

#[wasm_bindgen_test]
async fn a_dead_host_and_a_blocked_request_are_told_apart() {
    for (reachable, said) in [
        (true, "CORS"),
        (false, "Nothing answers at the API address"),
    ] {
        // A host of its own: one that answered once is not blocked.
        let console = fresh_with(r#"{"allow": ["https://never-answered.example.com"]}"#).await;
        console.network.set_reachable(reachable);
        type_token(&console);
        let address = "https://never-answered.example.com/graphql";
        type_text(&console.page.field("API address"), address);
        if reachable {
            console.network.lose();
        } else {
            console.network.lose_all();
        }
        console.page.button("Connect").click();
        until_alert(&console, said).await;
    }
}

#[wasm_bindgen_test]
async fn the_other_mode_is_offered_and_never_taken_silently() {
    let console = fresh().await;
    type_token(&console);
    type_text(&console.page.field("Integration ID"), INTEGRATION);
    console
        .network
        .answer(200, refusal("FORBIDDEN", "Forbidden resource"));
    console.page.button("Connect").click();
    until_alert(&console, "other access mode").await;
    assert!(is_chosen(&console, "Integration app"));
    console.page.button("Try the other access mode").click();
    until("the other mode", || is_chosen(&console, "OAuth client")).await;
    assert_eq!(console.network.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn a_connection_opens_the_wall_and_its_token_is_nowhere() {
    let console = fresh().await;
    type_token(&console);
    type_text(&console.page.field("Integration ID"), INTEGRATION);
    type_text(&console.page.field("Connection name"), "My shop");
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    console.page.button("Connect").click();
    until("the wall", || console.page.texts("h1") == ["Subscriptions"]).await;
    assert_eq!(console.events(), [EVENT]);
    assert_eq!(console.status(), "My shop is connected.");
    assert_eq!(console.page.buttons("Add connection").len(), 1);
    let sent = console.network.sent();
    assert_eq!(sent[0].body["variables"], json!({ "id": INTEGRATION }));
    assert!(!console.page.root().outer_html().contains(TOKEN));
    for at in 0..storage().length().unwrap() {
        let key = storage().key(at).unwrap().unwrap();
        assert!(
            !storage().get_item(&key).unwrap().unwrap().contains(TOKEN),
            "{key}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_readable_token_tells_when_it_expires() {
    let console = fresh().await;
    assert!(!console.page.text().contains("expires"));
    let payload = window().btoa(r#"{"exp": 4102444800}"#).unwrap();
    type_text(
        &console.page.field("Access token"),
        &format!("e30.{payload}.x"),
    );
    until("its end", || console.page.text().contains("it expires")).await;
    assert!(console.page.text().contains("2100") || console.page.text().contains("2099"));
}

#[wasm_bindgen_test]
async fn the_demo_wall_opens_all_its_connections() {
    let console = fresh_with(
        r#"{"demo": [
            {"platform": "happycolis", "name": "One", "token": "t1", "integrationId": "int_1"},
            {"platform": "happycolis", "name": "Two", "token": "t2", "mode": "oauth", "api": "/relay"}
        ]}"#,
    ).await;
    console
        .network
        .answer(200, list(&[webhook("wh_1", EVENT, "HEALTHY")]));
    console
        .network
        .answer(200, done("__typename", json!("Query")));
    console.page.button("Open the demo wall").click();
    until("both", || {
        console.page.texts(".connection strong") == ["One", "Two"]
    })
    .await;
    assert_eq!(console.network.operations(), ["GetIntegration", "Prove"]);
    assert!(console.network.sent()[1].url.ends_with("/relay"));
}
