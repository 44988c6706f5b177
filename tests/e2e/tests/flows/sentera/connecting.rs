//! Connecting: the organizations of the token are offered, the token is proven, and a refusal says what to do.

use e2e::{
    Door, Scene, Stage,
    pages::{sentera, wall},
};
use sandbox::sentera::{ACME_CHILD, EXPIRED_TOKEN, OTHER_ORGANIZATION, OTHER_TOKEN, TOKEN};

use super::{DISCOVERY, ORGANIZATIONS, events};
use crate::sent;

/// Every call is a POST with the token in its header, and nowhere else.
fn calls_are_plain(stage: &Stage) {
    for call in stage.sandbox.received() {
        assert!(call.path.ends_with("/sentera/graphql"), "{}", call.path);
        if !call.preflight {
            assert_eq!(call.method, "POST");
            let token = format!("Bearer {TOKEN}");
            assert_eq!(call.header("authorization"), Some(token.as_str()));
            assert_eq!(call.header("content-type"), Some("application/json"));
            assert!(call.header("cookie").is_none());
        }
    }
}

#[tokio::test]
async fn an_organization_is_chosen_by_its_name_from_those_of_the_token() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            super::discoverable(stage);
            page.get("heading", "Connect a platform").await;
            page.click("radio", "Sentera").await;
            page.shows("looks for the organization and asks Sentera’s schema what it offers")
                .await;
            let field = page.get("combobox", "Organization ID").await;
            field.click().await;
            assert!(
                stage.sandbox.received().is_empty(),
                "nothing without a token"
            );
            page.get("textbox", "Access token").await.fill(TOKEN).await;
            field.click().await;
            for name in ["Acme Child", "Acme Grandchild"] {
                page.says("option", name).await;
            }
            assert!(!page.text().await.contains("Other Farm"));
            field.type_text("child").await;
            page.says("option", ACME_CHILD).await.click().await;
            assert_eq!(field.value().await, ACME_CHILD);
            page.click("button", "Connect").await;
            page.says("status", &format!("Sentera · {ACME_CHILD} is connected"))
                .await;
            wall::shows_exactly(page, &events(stage)).await;
            assert_eq!(
                sent::operations(stage)[..3],
                [ORGANIZATIONS, ORGANIZATIONS, DISCOVERY]
            );
            calls_are_plain(stage);
        })
        .await;
}

#[tokio::test]
async fn an_expired_token_is_said_at_its_field_and_what_was_typed_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::fill(page, "", EXPIRED_TOKEN).await;
            stage.sandbox.clear_received();
            page.click("button", "Connect").await;
            page.says("alert", "Choose or type the organization").await;
            let organization = page.get("combobox", "Organization ID").await;
            assert!(organization.node.is("invalid"), "{:?}", organization.node);
            assert!(stage.sandbox.received().is_empty());

            organization.fill(ACME_CHILD).await;
            page.click("button", "Connect").await;
            let alert = page
                .says("alert", "does not accept this access token")
                .await;
            alert.says("Get a new token and connect again").await;
            alert.says("Unauthorized · HTTP 401").await;
            let token = page.get("textbox", "Access token").await;
            assert!(token.node.is("invalid"), "{:?}", token.node);
            assert_eq!(organization.value().await, ACME_CHILD);
            assert!(
                sent::bodies(stage, DISCOVERY).is_empty(),
                "a refused token asks no more"
            );
            token.fill(TOKEN).await;
            page.click("button", "Connect").await;
            page.says("status", "is connected").await;
        })
        .await;
}

#[tokio::test]
async fn an_organization_that_the_token_cannot_see_is_not_connected() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::fill(page, ACME_CHILD, OTHER_TOKEN).await;
            page.click("button", "Connect").await;
            let alert = page
                .says("alert", "The platform does not know what was asked for")
                .await;
            alert.says(ACME_CHILD).await;
            page.get("heading", "Connect a platform").await;
            assert!(sent::bodies(stage, DISCOVERY).is_empty());
            sentera::fill(page, OTHER_ORGANIZATION, OTHER_TOKEN).await;
            page.click("button", "Connect").await;
            page.get("heading", "No subscriptions yet").await;
        })
        .await;
}

#[tokio::test]
async fn a_call_that_cors_blocks_says_so_and_never_carries_the_token() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            stage
                .sandbox
                .sentera
                .switch(|switches| switches.cors = false);
            sentera::fill(page, ACME_CHILD, TOKEN).await;
            page.click("button", "Connect").await;
            let alert = page
                .says("alert", "your browser blocked the request (CORS)")
                .await;
            alert.says("set up a relay").await;
            for call in stage.sandbox.received() {
                assert!(call.header("authorization").is_none(), "{call:?}");
                assert!(call.body.is_empty(), "{call:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn another_token_offers_its_own_organizations() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            page.get("heading", "Connect a platform").await;
            page.click("radio", "Sentera").await;
            let token = page.get("textbox", "Access token").await;
            token.fill(OTHER_TOKEN).await;
            let field = page.get("combobox", "Organization ID").await;
            field.click().await;
            page.says("option", "Other Farm").await;
            token.fill(TOKEN).await;
            field.click().await;
            page.says("option", "Acme Child").await;
            assert!(!page.text().await.contains("Other Farm"));
        })
        .await;
}
