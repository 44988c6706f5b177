//! What the connect page asks for on each platform.

use leptos::prelude::window;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::board::{Console, TOKEN, fresh, fresh_with, kept};
use crate::page::{attribute, name};
use crate::platforms::{SCOPE, scope, scopes, topics};
use crate::wait::{quiet, until};

pub fn choose(console: &Console, label: &str) {
    console
        .page
        .find(&format!("input[type=radio][aria-label='{label}']"))
        .click();
}

async fn choose_platform(console: &Console, label: &str, address: &str) {
    choose(console, label);
    until("its address", || api(console) == address).await;
}

/// The address in use, as it is shown.
pub fn api(console: &Console) -> String {
    console.page.texts(".api code").concat()
}

pub fn type_token(console: &Console, token: &str) {
    type_text(&console.page.field("Access token"), token);
}

/// A readable token with these claims.
fn token(claims: &Value) -> String {
    format!(
        "e30.{}.x",
        window()
            .btoa(&claims.to_string())
            .unwrap()
            .trim_end_matches('=')
    )
}

fn radio_groups(console: &Console) -> Vec<String> {
    console
        .page
        .all("[role=radiogroup]")
        .iter()
        .map(name)
        .collect()
}

#[wasm_bindgen_test]
async fn ikas_asks_for_the_version_and_advises_as_its_vendor_does() {
    let console = fresh().await;
    choose_platform(
        &console,
        "ikas",
        "https://api.myikas.com/api/v2/admin/graphql",
    )
    .await;
    assert_eq!(radio_groups(&console), ["Platform", "API version"]);
    assert!(
        console
            .page
            .text()
            .contains("ikas advises against calling its API from a browser")
    );
    for absent in ["Integration ID", "Organization slug", "Organization ID"] {
        assert!(!console.page.has_field(absent), "{absent}");
    }
    choose(&console, "v1");
    until("the other address", || {
        api(&console) == "https://api.myikas.com/api/v1/admin/graphql"
    })
    .await;
    type_token(&console, TOKEN);
    console
        .network
        .answer(200, scopes(&[scope("1", SCOPE, "https://a.example/")]));
    console.page.button("Connect").click();
    until("the wall", || console.events() == [SCOPE]).await;
    assert_eq!(
        console.network.sent()[0].url,
        "https://api.myikas.com/api/v1/admin/graphql"
    );
    assert_eq!(
        kept("pegboard.connections")[0]["access"],
        json!({ "platform": "ikas", "mode": "v1" })
    );
    assert_eq!(console.page.texts(".connection strong"), ["ikas · v1"]);
}

#[wasm_bindgen_test]
async fn the_other_version_is_offered_where_the_schema_is_another() {
    let console = fresh().await;
    choose(&console, "ikas");
    type_token(&console, TOKEN);
    let error = json!({ "message": "Cannot query field", "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" } });
    console.network.answer(400, json!({ "errors": [error] }));
    console.page.button("Connect").click();
    until("the offer", || {
        console.page.buttons("Try the other API version").len() == 1
    })
    .await;
    console.page.button("Try the other API version").click();
    until("the other address", || api(&console).contains("/v1/")).await;
    assert_eq!(console.network.sent().len(), 1);
}

#[wasm_bindgen_test]
async fn commerce_layer_takes_the_slug_from_the_token_or_from_the_person() {
    let console = fresh().await;
    choose(&console, "Commerce Layer");
    until("the field", || console.page.has_field("Organization slug")).await;
    assert_eq!(radio_groups(&console), ["Platform"]);
    type_token(&console, TOKEN);
    console.page.button("Connect").click();
    until("the problem", || {
        console
            .alerts()
            .contains("Type the slug of your organization")
    })
    .await;
    let field = console.page.field("Organization slug");
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    assert_eq!(console.network.sent().len(), 0);

    let claims = json!({
        "organization": { "slug": "my-shop" }, "application": { "kind": "integration" }, "test": true,
    });
    type_token(&console, &token(&claims));
    until("the slug", || {
        value(&console.page.field("Organization slug")) == "my-shop"
    })
    .await;
    assert_eq!(api(&console), "https://my-shop.commercelayer.io/api");
    console.network.answer(200, topics(&[], 1, 0));
    console.page.button("Connect").click();
    until("the wall", || console.page.texts("h1") == ["Subscriptions"]).await;
    let sent = console.network.sent().remove(0);
    assert!(
        sent.url
            .starts_with("https://my-shop.commercelayer.io/api/webhooks?"),
        "{}",
        sent.url
    );
    assert!(console.page.text().contains("Test data"));
}

#[wasm_bindgen_test]
async fn a_slug_of_other_characters_goes_nowhere() {
    for slug in ["evil.example/", "a b", "{slug}", "a.b"] {
        let console = fresh().await;
        choose(&console, "Commerce Layer");
        until("the field", || console.page.has_field("Organization slug")).await;
        type_token(&console, TOKEN);
        type_text(&console.page.field("Organization slug"), slug);
        console.page.button("Connect").click();
        until("the problem", || {
            console
                .alerts()
                .contains("Type the slug of your organization")
        })
        .await;
        quiet().await;
        assert_eq!(console.network.sent().len(), 0, "{slug}");
    }
}

#[wasm_bindgen_test]
async fn a_token_of_a_sales_channel_is_told_before_it_is_sent() {
    let console = fresh().await;
    choose(&console, "Commerce Layer");
    let claims =
        json!({ "organization": { "slug": "s" }, "application": { "kind": "sales_channel" } });
    type_token(&console, &token(&claims));
    until("the caution", || {
        console
            .page
            .text()
            .contains("This is a sales channel token")
    })
    .await;
    assert_eq!(console.network.sent().len(), 0);
}

#[wasm_bindgen_test]
async fn another_platform_has_its_own_address_and_what_was_typed_is_kept() {
    let config = json!({ "platforms": { "ikas": { "api": "/relay/{version}/graphql" } } });
    let console = fresh_with(&config.to_string()).await;
    type_text(
        &console.page.field("API address"),
        "https://elsewhere.example/",
    );
    type_text(&console.page.field("Connection name"), "Mine");
    choose_platform(&console, "ikas", "/relay/v2/graphql").await;
    assert_eq!(
        value(&console.page.field("API address")),
        "/relay/v2/graphql"
    );
    assert_eq!(value(&console.page.field("Connection name")), "Mine");
    choose_platform(
        &console,
        "HappyColis",
        "https://api-v3.happycolis.com/graphql",
    )
    .await;
}

#[wasm_bindgen_test]
async fn every_platform_says_how_to_get_a_token_and_never_asks_for_a_client_secret() {
    let console = fresh().await;
    for (label, way, commands) in [
        ("HappyColis", "contact@happycolis.com", 0),
        ("ikas", "Create Private App", 1),
        ("Commerce Layer", "API client of kind integration", 1),
        ("Sentera", "https://api.sentera.com/oauth/authorize", 0),
    ] {
        choose(&console, label);
        until("its way", || console.page.text().contains(way)).await;
        assert_eq!(console.page.all(".command").len(), commands, "{label}");
        let labels = console.page.texts("label[for]").join(" ").to_lowercase();
        assert!(!labels.contains("secret"), "{labels}");
    }
}
