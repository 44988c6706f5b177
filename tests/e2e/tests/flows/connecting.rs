//! Connecting: what is proven is said, and what is not as well.

use e2e::{
    Door, Scene, Stage,
    pages::{
        connect::{Mode, api_address, choose, connect, connect_with, fill},
        wall,
    },
    until,
};
use sandbox::happycolis::{INTEGRATION, INTEGRATION_TOKEN};
use serde_json::json;

use crate::sent;

/// The platform's own list, or nothing but what the ledger knows.
async fn opens_the_wall(stage: &Stage, mode: Mode) {
    let page = &stage.page;
    assert!(
        page.script("return document.title")
            .await
            .as_str()
            .unwrap()
            .contains("Pegboard")
    );
    choose(page, mode).await;
    let proves = match mode {
        Mode::Integration => {
            "reads the list: this proves the address, the token and the scope view_integrations"
        }
        Mode::WithoutId | Mode::Oauth => {
            "only proves that the address answers and does not refuse the token"
        }
    };
    page.shows(proves).await;
    connect(page, mode).await;
    page.says("status", "is connected").await;
    let heading = page.get("heading", "Subscriptions").await;
    until("the focus on the new page", async || {
        if heading.has_focus().await {
            Ok(())
        } else {
            Err(page.focus().await)
        }
    })
    .await;
    if mode.lists() {
        wall::shows_exactly(page, &sent::held(stage, INTEGRATION)).await;
        page.shows("My ERP Integration").await;
        page.shows("Read ").await;
    } else {
        page.get("heading", "No subscriptions yet").await;
        page.shows("HappyColis documents no list for this kind of access")
            .await;
    }
    let calls = stage.sandbox.received();
    let call = calls
        .iter()
        .find(|call| !call.preflight)
        .expect("something was sent");
    assert_eq!(
        call.header("authorization"),
        Some(format!("Bearer {}", mode.token()).as_str())
    );
    assert_eq!(call.header("content-type"), Some("application/json"));
    assert!(call.header("referer").is_none() && call.header("cookie").is_none());
    assert_eq!(page.nodes("main").await.len(), 1, "one main landmark");
}

#[tokio::test]
async fn every_mode_opens_the_wall_through_the_relay() {
    for mode in [Mode::Integration, Mode::WithoutId, Mode::Oauth] {
        Scene::new(Door::Relay)
            .play(async |stage| opens_the_wall(stage, mode).await)
            .await;
    }
}

#[tokio::test]
async fn every_mode_opens_the_wall_across_origins() {
    for mode in [Mode::Integration, Mode::WithoutId, Mode::Oauth] {
        Scene::new(Door::Cross)
            .play(async |stage| opens_the_wall(stage, mode).await)
            .await;
    }
}

#[tokio::test]
async fn the_token_is_masked_until_it_is_shown() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            fill(page, Mode::Integration, INTEGRATION_TOKEN).await;
            let field = page.get("textbox", "Access token").await;
            assert_eq!(field.attribute("type").await.as_deref(), Some("password"));
            page.click("button", "Show token").await;
            assert_eq!(field.attribute("type").await.as_deref(), Some("text"));
            page.click("button", "Hide token").await;
            assert_eq!(field.attribute("type").await.as_deref(), Some("password"));
        })
        .await;
}

#[tokio::test]
async fn after_a_reload_the_connection_is_remembered_and_the_token_is_asked_again() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            fill(page, Mode::Integration, INTEGRATION_TOKEN).await;
            page.get("textbox", "Connection name")
                .await
                .fill("Lyon shop")
                .await;
            page.click("button", "Connect").await;
            wall::has(page, "order/created").await;
            stage.reload().await;
            page.get("heading", "Connect a platform").await;
            page.shows("Lyon shop").await;
            page.click("button", "Reconnect Lyon shop").await;
            assert_eq!(
                page.get("textbox", "Connection name").await.value().await,
                "Lyon shop"
            );
            assert_eq!(
                page.get("textbox", "Integration ID").await.value().await,
                INTEGRATION
            );
            let token = page.get("textbox", "Access token").await;
            assert_eq!(token.value().await, "");
            token.fill(INTEGRATION_TOKEN).await;
            page.click("button", "Connect").await;
            wall::has(page, "order/created").await;
        })
        .await;
}

#[tokio::test]
async fn two_connections_share_the_wall() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            assert!(!page.has("columnheader", "Connection").await);
            page.click("button", "Add connection").await;
            choose(page, Mode::Oauth).await;
            page.get("textbox", "Connection name")
                .await
                .fill("Agency")
                .await;
            page.get("textbox", "Access token")
                .await
                .fill(Mode::Oauth.token())
                .await;
            page.click("button", "Connect").await;
            page.get("columnheader", "Connection").await;
            page.click("button", "New subscription").await;
            let dialog = page.get("dialog", "New subscription").await;
            dialog.get("combobox", "Connection").await;
        })
        .await;
}

#[tokio::test]
async fn the_demo_wall_opens_with_one_press() {
    let demo = json!([
        { "platform": "happycolis", "name": "Shop", "mode": "integration", "integrationId": INTEGRATION, "token": INTEGRATION_TOKEN },
        { "platform": "happycolis", "name": "Agency", "mode": "oauth", "token": Mode::Oauth.token() },
    ]);
    Scene::new(Door::Relay)
        .demo(demo)
        .play(async |stage| {
            stage.page.click("button", "Open the demo wall").await;
            wall::has(&stage.page, "order/created").await;
            stage.page.get("columnheader", "Connection").await;
        })
        .await;
}

#[tokio::test]
async fn an_address_that_is_not_allowed_gets_no_token() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            page.shows("/relay/happycolis/graphql").await;
            for (address, said) in [
                (
                    "https://evil.example/graphql",
                    "can add it under \"allow\" in config.json",
                ),
                (
                    "http://plain.example/graphql",
                    "Use an address that begins with https://",
                ),
            ] {
                api_address(page).await.fill(address).await;
                connect_with(page, Mode::Integration, INTEGRATION_TOKEN).await;
                page.says("alert", said).await;
                let field = api_address(page).await.now().await;
                assert!(
                    field.is("invalid") && field.description.contains(said),
                    "{field:?}"
                );
            }
            assert!(stage.sandbox.received().is_empty(), "nothing was sent");
        })
        .await;
}
