//! The ledger, where the schema shows no list: its ids are all that changes and removes.

use e2e::{
    Door, Page, Scene,
    keyboard::ESCAPE,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::{
    Effect, Fault,
    sentera::{ACME_CHILD, SECOND_SUBSCRIPTION, SUBSCRIPTION, TOKEN},
};
use serde_json::json;

use super::{
    BOTH, CREATE, DELETE, ENDPOINT, FEATURE_SET, READ, SURVEY, TASK, UPDATE, draft, endpoints,
    events, held, strike, track,
};
use crate::sent;

async fn create(page: &Page, events: &[&str]) {
    let editor = draft(page, events, ENDPOINT).await;
    editor.submit("Create subscription").await;
    editor.gone().await;
}

#[tokio::test]
async fn what_is_created_and_tracked_survives_a_reload_and_nobody_measured_its_health() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::connect(page, "Acme").await;
            page.shows("Sentera does not document a list of subscriptions")
                .await;
            page.get("heading", "No subscriptions yet").await;
            create(page, &[FEATURE_SET, SURVEY]).await;
            let created = "FEATURE_SET_CREATED, SURVEY_CREATED";
            wall::has(page, created).await;
            let calls = stage.sandbox.received().len();
            track(page, &held(stage)[0]).await;
            page.says(
                "status",
                &format!("{BOTH} to https://receiver.example/sentera is in the ledger"),
            )
            .await;
            assert_eq!(
                stage.sandbox.received().len(),
                calls,
                "tracking sends nothing"
            );
            let wanted = [BOTH, created].map(str::to_owned);
            wall::shows_exactly(page, &wanted).await;
            stage.reload().await;
            sentera::connect(page, "Acme").await;
            wall::shows_exactly(page, &wanted).await;
            page.shows("from the ledger: created here").await;
            page.shows("from the ledger: tracked by you").await;
            assert!(!page.has("button", &format!("Details {created}")).await);
            for (event, means) in [
                (created, "does not document how to read the events"),
                (BOTH, "You told Pegboard that it exists"),
            ] {
                let badge = wall::badge(page, event).await;
                assert_eq!(badge.node.name, "Unknown");
                badge.click().await;
                page.says("dialog", means).await;
                page.press(ESCAPE).await;
            }
            assert!(sent::bodies(stage, READ).is_empty(), "no list is guessed");
            // The ledger belongs to its organization.
            page.click("button", "Add connection").await;
            sentera::fill(page, sandbox::sentera::ACME, TOKEN).await;
            page.click("button", "Connect").await;
            page.says("status", "is connected").await;
            page.get("columnheader", "Connection").await;
            wall::shows_exactly(page, &wanted).await;
        })
        .await;
}

#[tokio::test]
async fn its_ids_change_and_remove_and_one_that_the_platform_does_not_know_is_only_dropped() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            sentera::connect(page, "Acme").await;
            for subscription in held(stage) {
                track(page, &subscription).await;
            }
            wall::shows_exactly(page, &events(stage)).await;

            wall::action(page, "Edit", BOTH).await.click().await;
            let editor = Editor::open(page, "Edit subscription").await;
            assert_eq!(editor.chosen().await, [FEATURE_SET, TASK]);
            editor.chip(TASK).await.click().await;
            editor.submit("Save changes").await;
            editor.gone().await;
            wall::has(page, FEATURE_SET).await;
            let sent = sent::bodies(stage, UPDATE);
            assert_eq!(sent.len(), 1);
            assert_eq!(
                sent[0]["variables"],
                json!({ "id": SUBSCRIPTION, "events": [FEATURE_SET] })
            );
            assert_eq!(events(stage), [FEATURE_SET, TASK]);

            wall::action(page, "Remove", FEATURE_SET)
                .await
                .click()
                .await;
            page.click("button", "Remove subscription").await;
            wall::shows_exactly(page, &[TASK.to_owned()]).await;
            let sent = sent::bodies(stage, DELETE);
            assert_eq!(
                sent[0]["variables"],
                json!({ "organization": ACME_CHILD, "ids": [SUBSCRIPTION] })
            );
            assert_eq!(events(stage), [TASK]);

            stage.sandbox.sentera.remove(SECOND_SUBSCRIPTION).unwrap();
            wall::action(page, "Remove", TASK).await.click().await;
            page.click("button", "Remove subscription").await;
            page.says("alert", "it may be gone already").await;
            page.click("button", "Only remove it from the ledger").await;
            page.says("status", "The platform was not asked to do anything")
                .await;
            page.get("heading", "No subscriptions yet").await;
            assert_eq!(sent::bodies(stage, DELETE).len(), 2);
        })
        .await;
}

#[tokio::test]
async fn a_creation_whose_answer_is_lost_may_have_happened_even_after_a_reload() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::connect(page, "Acme").await;
            strike(stage, &Fault::next(Effect::Drop).after(), CREATE);
            let editor = draft(page, &[TASK], ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor.alert("the creation may have happened").await;
            assert_eq!(editor.chosen().await, [TASK], "the draft stays");
            stage.reload().await;
            page.shows(&format!("Creating {TASK} to {ENDPOINT}")).await;
            sentera::connect(page, "Acme").await;
            let alert = page
                .says("alert", &format!("Creating {TASK} to {ENDPOINT}"))
                .await;
            alert.says("may have happened").await;
            wall::lacks(page, TASK).await;
            assert_eq!(sent::bodies(stage, CREATE).len(), 1, "never repeated");
            let there = endpoints(stage).into_iter().filter(|it| it == ENDPOINT);
            assert_eq!(there.count(), 1);
            page.click("button", "Dismiss").await;
            stage.reload().await;
            sentera::connect(page, "Acme").await;
            page.get("heading", "No subscriptions yet").await;
            assert!(!page.text().await.contains("may have happened"));
        })
        .await;
}

#[tokio::test]
async fn a_tracked_row_that_is_changed_was_still_not_created_here() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::connect(page, "Acme").await;
            track(page, &held(stage)[1]).await;
            wall::action(page, "Edit", TASK).await.click().await;
            let editor = Editor::open(page, "Edit subscription").await;
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.submit("Save changes").await;
            editor.gone().await;
            page.says("status", "was changed").await;
            page.shows("from the ledger: tracked by you").await;
            page.shows("not reported").await;
            assert!(!page.text().await.contains("from the ledger: created here"));
        })
        .await;
}

#[tokio::test]
async fn a_token_that_expires_is_said_on_refresh_and_the_ledger_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::connect(page, "Acme").await;
            track(page, &held(stage)[1]).await;
            stage.sandbox.sentera.expire(TOKEN).unwrap();
            page.click("button", "Refresh").await;
            page.says("alert", "does not accept this access token")
                .await;
            page.get("button", "Give a new token").await;
            wall::has(page, TASK).await;
        })
        .await;
}
