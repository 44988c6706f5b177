//! Creating: several events in one subscription, and what is there already is noticed before anything is sent.

use e2e::{
    Door, Scene,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::sentera::{ACME_CHILD, EventType};
use serde_json::json;

use super::{CREATE, ENDPOINT, FEATURE_SET, SURVEY, TASK, discoverable, draft, events, held};
use crate::sent;

#[tokio::test]
async fn several_events_become_one_subscription_and_an_overlap_is_noticed_before() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            wall::shows_exactly(page, &events(stage)).await;
            stage.sandbox.clear_received();
            let editor = Editor::new(page).await;
            editor.dialog.says("own pages disagree about whether events of sub-organizations").await;
            assert!(!page.has("group", "Custom headers").await);
            editor.pick("task", TASK).await;
            editor.add(SURVEY).await;
            // Same organization, one same event, same endpoint.
            editor.endpoint().await.fill("https://receiver.example/sentera").await;
            page.says("status", "FEATURE_SET_CREATED, TASK_MODIFIED goes to this endpoint already")
                .await
                .says("Sentera would deliver it twice")
                .await;
            editor.chip(TASK).await.click().await;
            editor.dialog.gone("button", "Take back TASK_MODIFIED").await;
            assert!(!page.text().await.contains("goes to this endpoint already"));
            editor.add(FEATURE_SET).await;
            page.says("status", "goes to this endpoint already").await;
            editor.endpoint().await.fill(ENDPOINT).await;
            assert!(!page.text().await.contains("goes to this endpoint already"));
            assert!(stage.sandbox.received().is_empty());
            editor.submit("Create subscription").await;
            editor.gone().await;
            page.says("status", &format!("SURVEY_CREATED, FEATURE_SET_CREATED to {ENDPOINT} was created")).await;
            let sent = sent::bodies(stage, CREATE);
            assert_eq!(sent.len(), 1);
            let wanted = json!({ "organization": ACME_CHILD, "url": ENDPOINT, "events": [SURVEY, FEATURE_SET] });
            assert_eq!(sent[0]["variables"], wanted);
            let created = held(stage).pop().unwrap();
            assert_eq!(created.event_types, [EventType::SurveyCreated, EventType::FeatureSetCreated]);
            assert_eq!(created.authentication, None);
            wall::shows_exactly(page, &events(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn nothing_is_sent_that_breaks_a_rule_and_a_type_that_the_schema_lacks_is_refused_at_its_field()
 {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            wall::shows_exactly(page, &events(stage)).await;
            let before = held(stage);
            stage.sandbox.clear_received();
            let editor = draft(page, &[], "http://hooks.example.com/x").await;
            editor.submit("Create subscription").await;
            editor
                .alert("No event is chosen")
                .await
                .says("not encrypted")
                .await;
            assert!(editor.events().await.node.is("invalid"));
            assert!(editor.endpoint().await.node.is("invalid"));
            assert!(stage.sandbox.received().is_empty());

            editor.add("TASK_MODIFYED").await;
            page.shows("Sentera refuses a type that its schema does not have")
                .await;
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor
                .alert("The platform does not accept the event")
                .await
                .says("Not done")
                .await;
            assert!(editor.events().await.node.is("invalid"));
            assert!(!editor.endpoint().await.node.is("invalid"));
            assert_eq!(editor.chosen().await, ["TASK_MODIFYED"]);
            assert_eq!(editor.endpoint().await.value().await, ENDPOINT);
            assert_eq!(
                sent::operations(stage),
                [CREATE],
                "a refusal is certain, so nothing is read back"
            );
            assert_eq!(held(stage), before);
        })
        .await;
}

#[tokio::test]
async fn an_overlap_is_noticed_however_the_endpoint_is_written() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            wall::has(page, TASK).await;
            draft(page, &[TASK], "https://RECEIVER.example:443/sentera").await;
            page.shows("This will be sent: https://receiver.example/sentera")
                .await;
            page.says("status", "goes to this endpoint already").await;
        })
        .await;
}
