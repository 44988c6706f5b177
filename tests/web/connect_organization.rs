//! The organization of a connection to Sentera: asked for with the token, chosen or typed.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::act::{type_text, value};
use crate::board::{TOKEN, done, fresh, kept};
use crate::connect_platform::{api, choose, type_token};
use crate::platforms::{ORGANIZATION, organizations, schema};
use crate::wait::{quiet, until};

#[wasm_bindgen_test]
async fn sentera_offers_the_organizations_of_the_token() {
    let console = fresh().await;
    choose(&console, "Sentera");
    until("the field", || console.page.has_field("Organization ID")).await;
    assert_eq!(api(&console), "https://api.sentera.com/graphql");
    let field = console.page.field("Organization ID");
    // Without a token nobody can be asked.
    field.focus().unwrap();
    quiet().await;
    assert_eq!(console.network.sent().len(), 0);
    type_token(&console, TOKEN);
    console.page.field("Access token").focus().unwrap();
    console.network.answer(200, organizations());
    field.focus().unwrap();
    field.click();
    until("them", || console.page.texts("[role=option]").len() == 2).await;
    assert_eq!(
        console.page.texts("[role=option] code"),
        [ORGANIZATION, "org-2"]
    );
    console.page.all("[role=option]")[0].click();
    until("the choice", || {
        value(&console.page.field("Organization ID")) == ORGANIZATION
    })
    .await;
    console.network.answer(200, organizations());
    console.network.answer(200, schema());
    console.page.button("Connect").click();
    until("the wall", || console.page.texts("h1") == ["Subscriptions"]).await;
    assert_eq!(
        kept("pegboard.connections")[0]["access"],
        json!({ "platform": "sentera", "mode": ORGANIZATION })
    );
    assert!(
        console
            .page
            .text()
            .contains("Sentera does not document a list")
    );
}

/// The question carries the token before anybody pressed anything.
#[wasm_bindgen_test]
async fn the_organizations_are_asked_for_only_where_the_settings_allow() {
    for address in [
        "https://evil.example/graphql",
        "https://api.sentera.com.evil.example/",
        "http://api.sentera.com/graphql",
        "//evil.example/graphql",
    ] {
        let console = fresh().await;
        choose(&console, "Sentera");
        until("the field", || console.page.has_field("Organization ID")).await;
        type_token(&console, TOKEN);
        type_text(&console.page.field("API address"), address);
        console.page.field("Access token").focus().unwrap();
        console.page.field("Organization ID").focus().unwrap();
        quiet().await;
        assert_eq!(console.network.sent().len(), 0, "{address}");
    }
}

#[wasm_bindgen_test]
async fn an_organization_that_the_token_cannot_see_is_refused() {
    let console = fresh().await;
    choose(&console, "Sentera");
    type_token(&console, TOKEN);
    console.page.button("Connect").click();
    until("the problem", || {
        console.alerts().contains("Choose or type the organization")
    })
    .await;
    type_text(&console.page.field("Organization ID"), "org-9");
    console
        .network
        .answer(200, done("organizations", json!({ "results": [] })));
    console.page.button("Connect").click();
    until("the refusal", || console.alerts().contains("org-9")).await;
    assert_eq!(console.page.texts("h1"), ["Connect a platform"]);
}
