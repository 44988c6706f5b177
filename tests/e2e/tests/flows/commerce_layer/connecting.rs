//! Connecting: the token says what it is for, and a refusal says what to do.

use e2e::{
    Door, Page, Scene,
    pages::{commerce_layer, wall},
    until,
};
use sandbox::commerce_layer::{
    EXPIRED_TOKEN, Environment, INTEGRATION_TOKEN, LIVE_TOKEN, OTHER_ORGANIZATION_TOKEN,
    SALES_CHANNEL_TOKEN,
};

use super::{LIST, NAME, connected, topics};
use crate::sent;

/// Waits until the slug is this one.
async fn has_slug(page: &Page, wanted: &str) {
    until(&format!("the slug \"{wanted}\""), async || {
        match page.get("textbox", "Organization slug").await.value().await {
            slug if slug == wanted => Ok(()),
            other => Err(other),
        }
    })
    .await;
}

/// A day as the console writes it, in the zone of the browser.
async fn day(page: &Page, seconds: u64) -> String {
    let body = format!(
        "return new Intl.DateTimeFormat([], {{ dateStyle: 'medium' }}).format(new Date({seconds}000))"
    );
    page.script(&body).await.as_str().unwrap().to_owned()
}

async fn the_token_tells(door: Door) {
    Scene::new(door)
        .play(async |stage| {
            let page = &stage.page;
            commerce_layer::fill(page, INTEGRATION_TOKEN).await;
            has_slug(page, "yourdomain").await;
            page.shows("/commerce-layer/yourdomain/api").await;
            page.shows("It is of the kind integration. It sees test data.")
                .await;
            let expires = day(page, 4_102_444_800).await;
            page.shows(&format!("says of itself that it expires {expires}"))
                .await;
            page.shows("this proves the address, the token and that its role may read webhooks")
                .await;
            assert!(stage.sandbox.received().is_empty(), "nothing is sent yet");
            page.click("button", "Connect").await;
            wall::shows_exactly(page, &topics(stage)).await;
            page.shows("Test data").await;
            page.shows("integration").await;
            page.shows("token expires in").await;
            let exact = page
                .script("return document.querySelector('.connection-line time').title")
                .await;
            assert!(exact.as_str().unwrap().contains(&expires), "{exact}");

            let calls = stage.sandbox.received();
            let calls: Vec<_> = calls.iter().filter(|call| !call.preflight).collect();
            for call in &calls {
                assert_eq!(call.operation.as_deref(), Some(LIST));
                let token = format!("Bearer {INTEGRATION_TOKEN}");
                assert_eq!(call.header("authorization"), Some(token.as_str()));
                assert_eq!(call.header("accept"), Some("application/vnd.api+json"));
                assert!(call.header("cookie").is_none());
                assert!(call.path.contains("page%5Bsize%5D=25"), "{}", call.path);
                assert!(call.path.contains("fields%5Bwebhooks%5D="), "{}", call.path);
                assert!(!call.path.contains("shared_secret"), "{}", call.path);
                assert!(!call.path.contains("include="), "{}", call.path);
            }
            for page in ["page%5Bnumber%5D=1&", "page%5Bnumber%5D=2&"] {
                assert!(calls.iter().any(|call| call.path.contains(page)), "{page}");
            }
        })
        .await;
}

#[tokio::test]
async fn the_token_tells_slug_kind_mode_and_expiry_through_both_doors() {
    for door in [Door::Relay, Door::Cross] {
        the_token_tells(door).await;
    }
}

#[tokio::test]
async fn live_data_and_another_organization_are_told_apart() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let of = |environment| {
                let held = stage.sandbox.commerce_layer.webhooks(environment);
                held.into_iter().map(|it| super::text(&it, "topic"))
            };
            commerce_layer::connect(page, LIVE_TOKEN, "Mantova live").await;
            let mut wanted: Vec<String> = of(Environment::Live).collect();
            wall::shows_exactly(page, &wanted).await;
            page.shows("Live data").await;
            assert!(!page.text().await.contains("Test data"));

            page.click("button", "Add connection").await;
            commerce_layer::fill(page, OTHER_ORGANIZATION_TOKEN).await;
            has_slug(page, "otherdomain").await;
            page.shows("It sees test data.").await;
            page.click("button", "Connect").await;
            page.get("columnheader", "Connection").await;
            wanted.extend(of(Environment::Other));
            wall::shows_exactly(page, &wanted).await;
            page.shows("Live data").await;
            page.shows("Test data").await;
        })
        .await;
}

#[tokio::test]
async fn a_sales_channel_token_is_told_that_it_cannot_manage_webhooks() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            commerce_layer::fill(page, SALES_CHANNEL_TOKEN).await;
            page.says(
                "status",
                "It cannot manage webhooks: get one of an integration",
            )
            .await;
            assert!(stage.sandbox.received().is_empty(), "nothing is sent yet");
            page.click("button", "Connect").await;
            let alert = page.says("alert", "Your role does not allow this").await;
            alert.says("UNAUTHORIZED").await;
            assert_eq!(sent::operations(stage), [LIST]);
            let field = page.get("textbox", "Access token").await;
            field.fill(INTEGRATION_TOKEN).await;
            page.shows("It is of the kind integration").await;
            assert!(!page.text().await.contains("It cannot manage webhooks"));
            page.click("button", "Connect").await;
            wall::shows_exactly(page, &topics(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn an_expired_token_and_a_wrong_slug_are_said_and_what_was_typed_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            commerce_layer::fill(page, "no-readable-token").await;
            page.get("textbox", "Connection name")
                .await
                .fill(NAME)
                .await;
            let slug = page.get("textbox", "Organization slug").await;
            for wrong in ["", "your domain", "../yourdomain"] {
                slug.fill(wrong).await;
                page.click("button", "Connect").await;
                page.says("alert", "Type the slug of your organization")
                    .await;
                assert!(slug.now().await.is("invalid"), "{wrong}");
            }
            assert!(stage.sandbox.received().is_empty());

            let token = page.get("textbox", "Access token").await;
            token.fill(EXPIRED_TOKEN).await;
            has_slug(page, "yourdomain").await;
            page.shows(&day(page, 1_729_788_384).await).await;
            page.click("button", "Connect").await;
            page.says("alert", "does not accept this access token")
                .await
                .says("INVALID_TOKEN")
                .await;
            assert!(token.now().await.is("invalid"));
            assert_eq!(sent::operations(stage), [LIST]);

            token.fill(INTEGRATION_TOKEN).await;
            slug.fill("otherdomain").await;
            page.shows("/commerce-layer/otherdomain/api").await;
            page.click("button", "Connect").await;
            page.says("alert", "does not accept this access token")
                .await;
            slug.fill("yourdomain").await;
            page.click("button", "Connect").await;
            page.says("status", &format!("{NAME} is connected")).await;
            wall::shows_exactly(page, &topics(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_expires_leaves_the_rows_and_is_replaced_in_place() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let rows = wall::rows(page).await;
            stage
                .sandbox
                .commerce_layer
                .expire(INTEGRATION_TOKEN)
                .unwrap();
            page.click("button", "Refresh").await;
            page.says("alert", "does not accept this access token")
                .await;
            assert_eq!(wall::rows(page).await, rows);
            page.shows("Test data").await;
            page.click("button", "Give a new token").await;
            let dialog = page.get("dialog", "Connection settings").await;
            stage.sandbox.reset();
            let token = dialog.get("textbox", "Access token").await;
            token.fill(INTEGRATION_TOKEN).await;
            dialog.get("button", "Save").await.click().await;
            page.gone("dialog", "Connection settings").await;
            page.gone("button", "Give a new token").await;
            wall::shows_exactly(page, &topics(stage)).await;
        })
        .await;
}
