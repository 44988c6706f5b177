//! Editing in place: event types are replaced as a set, and only what differs is sent.

use e2e::{
    Door, Scene, Stage,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::sentera::{EventType, SECOND_SUBSCRIPTION, SUBSCRIPTION};
use serde_json::json;

use super::{
    BOTH, ENDPOINT, FEATURE_SET, SURVEY, TASK, UPDATE, discoverable, endpoints, events, held,
};
use crate::sent;

/// Opens "Edit subscription" of an event on the wall of a found list.
async fn edit<'a>(stage: &'a Stage, event: &str) -> Editor<'a> {
    let page = &stage.page;
    wall::action(page, "Edit", event).await.click().await;
    let editor = Editor::open(page, "Edit subscription").await;
    stage.sandbox.clear_received();
    editor
}

#[tokio::test]
async fn event_types_are_replaced_as_a_set_and_only_what_differs_is_sent() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            let editor = edit(stage, BOTH).await;
            assert_eq!(editor.chosen().await, [FEATURE_SET, TASK]);
            editor
                .dialog
                .says("own pages disagree about whether events of sub-organizations")
                .await;
            editor
                .dialog
                .says("Callback authentication is not reported by Sentera and cannot be changed")
                .await;
            editor.chip(FEATURE_SET).await.click().await;
            editor.add(SURVEY).await;
            editor.submit("Save changes").await;
            editor.gone().await;
            page.says(
                "status",
                "TASK_MODIFIED, SURVEY_CREATED to https://receiver.example/sentera was changed",
            )
            .await;
            let sent = sent::bodies(stage, UPDATE);
            assert_eq!(sent.len(), 1);
            assert_eq!(
                sent[0]["variables"],
                json!({ "id": SUBSCRIPTION, "events": [TASK, SURVEY] })
            );
            assert_eq!(
                held(stage)[0].event_types,
                [EventType::TaskModified, EventType::SurveyCreated]
            );
            wall::shows_exactly(page, &events(stage)).await;

            // Another endpoint goes alone; so it does where nothing differs, for one of both has to be there.
            for _ in 0..2 {
                let editor = edit(stage, TASK).await;
                editor.endpoint().await.fill(ENDPOINT).await;
                editor.submit("Save changes").await;
                editor.gone().await;
                let said = format!("TASK_MODIFIED to {ENDPOINT} was changed");
                page.says("status", &said).await;
                let sent = sent::bodies(stage, UPDATE);
                assert_eq!(sent.len(), 1);
                let wanted = json!({ "id": SECOND_SUBSCRIPTION, "url": ENDPOINT });
                assert_eq!(sent[0]["variables"], wanted);
                assert_eq!(
                    endpoints(stage),
                    ["https://receiver.example/sentera", ENDPOINT]
                );
            }
            let rows = wall::rows(page).await;
            assert!(
                rows.iter()
                    .any(|row| row.event == TASK && row.endpoint == ENDPOINT),
                "{rows:?}"
            );
        })
        .await;
}

#[tokio::test]
async fn a_change_that_cannot_be_sent_or_is_refused_leaves_draft_and_platform_as_they_were() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            let before = held(stage);
            let editor = edit(stage, TASK).await;
            editor.chip(TASK).await.click().await;
            editor
                .endpoint()
                .await
                .fill("https://user:word@hooks.example.com/")
                .await;
            editor.submit("Save changes").await;
            let alert = editor.alert("No event is chosen").await;
            alert.says("user name or password before the @").await;
            assert!(editor.events().await.node.is("invalid"));
            assert!(
                sent::operations(stage).is_empty(),
                "an empty list is never sent"
            );

            editor.add("TASK_MODIFYED").await;
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.submit("Save changes").await;
            editor.alert("The platform does not accept the event").await;
            assert!(editor.events().await.node.is("invalid"));
            assert_eq!(editor.chosen().await, ["TASK_MODIFYED"]);
            assert_eq!(editor.endpoint().await.value().await, ENDPOINT);

            // Another person removes it while the draft is open.
            editor.chip("TASK_MODIFYED").await.click().await;
            editor.add(SURVEY).await;
            assert_eq!(held(stage), before);
            stage.sandbox.sentera.remove(SECOND_SUBSCRIPTION).unwrap();
            editor.submit("Save changes").await;
            let alert = editor
                .alert("The platform does not know what was asked for")
                .await;
            alert.says("Webhook subscription not found").await;
            assert_eq!(editor.chosen().await, [SURVEY]);
            assert_eq!(sent::bodies(stage, UPDATE).len(), 2);
            editor.cancel().await;
            page.shows("A draft is kept").await;
            wall::has(page, TASK).await;
            page.click("button", "Refresh").await;
            wall::shows_exactly(page, &events(stage)).await;
        })
        .await;
}
