//! Connecting: the version is part of the address, and a refusal says what to do.

use e2e::{
    Door, Page, Scene, Stage,
    pages::{connect::api_address, ikas, wall},
};
use sandbox::{
    Effect, Fault,
    ikas::{EXPIRED_TOKEN, TOKEN},
};
use serde_json::json;

use super::{ENDPOINT, LIST, SAVE, draft, held, scopes, strike};
use crate::sent;

async fn connects(stage: &Stage, version: &str, save: &str) {
    let page = &stage.page;
    ikas::fill(page, version, TOKEN).await;
    page.shows("ikas advises against calling its API from a browser")
        .await;
    page.shows("this proves the address, the version and the token")
        .await;
    page.click("button", "Connect").await;
    page.says("status", &format!("ikas · {version} is connected"))
        .await;
    wall::shows_exactly(page, &scopes(stage)).await;
    let editor = draft(page, &["store/product/created"], ENDPOINT).await;
    editor.submit("Create subscription").await;
    editor.gone().await;
    wall::has(page, "store/product/created").await;
    assert_eq!(sent::bodies(stage, save).len(), 1);
    for call in stage.sandbox.received() {
        assert!(
            call.path.contains(&format!("/api/{version}/")),
            "{}",
            call.path
        );
        if !call.preflight {
            let token = format!("Bearer {TOKEN}");
            assert_eq!(call.header("authorization"), Some(token.as_str()));
            assert!(call.header("cookie").is_none());
        }
    }
}

#[tokio::test]
async fn both_versions_connect_and_save_through_the_relay() {
    for (version, save) in [("v2", SAVE), ("v1", "saveWebhook")] {
        Scene::new(Door::Relay)
            .play(async |stage| connects(stage, version, save).await)
            .await;
    }
}

#[tokio::test]
async fn both_versions_connect_and_save_across_origins() {
    for (version, save) in [("v2", SAVE), ("v1", "saveWebhook")] {
        Scene::new(Door::Cross)
            .play(async |stage| connects(stage, version, save).await)
            .await;
    }
}

#[tokio::test]
async fn an_expired_token_is_said_at_its_field_and_what_was_typed_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::fill(page, "v1", EXPIRED_TOKEN).await;
            page.click("button", "Connect").await;
            page.says("alert", "does not accept this access token")
                .await;
            let field = page.get("textbox", "Access token").await;
            assert!(field.node.is("invalid"), "{:?}", field.node);
            ikas::has_chosen(page, "v1").await;
            assert_eq!(sent::operations(stage), [LIST]);
            field.fill(TOKEN).await;
            page.click("button", "Connect").await;
            wall::shows_exactly(page, &scopes(stage)).await;
        })
        .await;
}

/// As ikas refuses a document that the schema of a version does not have.
fn other_schema() -> Fault {
    let error = json!({
        "message": "Cannot query field \"listWebhook\" on type \"Query\".",
        "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" },
    });
    Fault::next(Effect::Answer {
        status: 400,
        headers: Default::default(),
        body: Some(json!({ "errors": [error] })),
    })
}

/// Waits until calls go to the address of this version.
async fn goes_to(page: &Page, version: &str) {
    page.shows(&format!("/relay/ikas/api/{version}/admin/graphql"))
        .await;
}

#[tokio::test]
async fn a_version_that_does_not_fit_offers_the_other_one() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            strike(stage, &other_schema(), LIST);
            ikas::fill(page, "v2", TOKEN).await;
            goes_to(page, "v2").await;
            page.click("button", "Connect").await;
            page.says("alert", "does not understand the request").await;
            page.click("button", "Try the other API version").await;
            ikas::has_chosen(page, "v1").await;
            goes_to(page, "v1").await;
            page.click("button", "Connect").await;
            page.says("status", "ikas · v1 is connected").await;
            wall::shows_exactly(page, &scopes(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn a_connection_whose_version_no_longer_fits_offers_the_other_one() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            strike(stage, &other_schema(), LIST);
            page.click("button", "Refresh").await;
            page.says("alert", "does not understand the request").await;
            wall::shows_exactly(page, &scopes(stage)).await;
            page.click("button", "Try the other API version").await;
            ikas::has_chosen(page, "v1").await;
            goes_to(page, "v1").await;
            assert_eq!(
                page.get("textbox", "Connection name").await.value().await,
                "Istanbul"
            );
        })
        .await;
}

#[tokio::test]
async fn the_address_of_the_other_version_refuses_the_first_save_and_stores_nothing() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::fill(page, "v2", TOKEN).await;
            api_address(page)
                .await
                .fill("/relay/ikas/api/v1/admin/graphql")
                .await;
            page.click("button", "Connect").await;
            wall::shows_exactly(page, &scopes(stage)).await;
            let before = held(stage);
            let editor = draft(page, &["store/product/created"], ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor.alert("does not understand the request").await;
            assert_eq!(editor.chosen().await, ["store/product/created"]);
            assert_eq!(sent::bodies(stage, SAVE).len(), 1);
            assert_eq!(held(stage), before);
        })
        .await;
}

/// ikas counts failed calls against an app, so no version is tried out. What would tell a refusal by CORS from a dead host
/// is one call more, so both are named instead. What is received is the preflight, which carries no token.
#[tokio::test]
async fn a_blocked_call_is_said_and_not_repeated_with_the_token() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            stage.sandbox.ikas.switch(|switches| switches.cors = false);
            ikas::fill(page, "v2", TOKEN).await;
            page.click("button", "Connect").await;
            page.says("alert", "your browser blocked the request (CORS)")
                .await
                .says("set up a relay")
                .await;
            let calls = stage.sandbox.received();
            assert_eq!(calls.len(), 1, "{calls:?}");
            for call in &calls {
                assert!(call.path.contains("/api/v2/"), "{call:?}");
                assert!(
                    call.header("authorization").is_none() && call.body.is_empty(),
                    "{call:?}"
                );
            }
        })
        .await;
}
