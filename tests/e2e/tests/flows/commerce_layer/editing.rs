//! Editing: only what changed is sent, and nobody's change is lost.

use e2e::{Door, Scene, pages::wall};
use sandbox::commerce_layer::Environment;
use serde_json::json;

use super::{
    ENDPOINT, GET, UPDATE, attributes, connected, edit, give, held, only_sent, text, topics,
    webhook,
};
use crate::sent;

const TOPIC: &str = "orders.approve";
const THEIRS: &str = "https://moved.example.com/orders";

#[tokio::test]
async fn only_what_changed_is_sent() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let before = webhook(stage, TOPIC);
            let editor = edit(stage, TOPIC).await;
            assert!(!page.has("checkbox", "Create disabled").await);
            let endpoint = editor.endpoint().await;
            assert_eq!(endpoint.value().await, text(&before, "callback_url"));
            endpoint.fill(ENDPOINT).await;
            editor.submit("Save changes").await;
            editor.gone().await;
            page.says("status", &format!("{TOPIC} to {ENDPOINT} was changed"))
                .await;
            assert_eq!(sent::operations(stage)[..2], [GET, UPDATE]);
            assert_eq!(
                only_sent(stage, UPDATE),
                json!({ "callback_url": ENDPOINT })
            );
            assert_eq!(
                sent::bodies(stage, UPDATE)[0]["data"]["id"],
                before.id.as_str()
            );
            let mut after = webhook(stage, TOPIC);
            for name in ["callback_url", "updated_at"] {
                after.attributes[name] = before.attributes[name].clone();
            }
            assert_eq!(after, before, "the rest is as it was");
            let rows = wall::rows(page).await;
            let row = rows.iter().find(|row| row.event == TOPIC).unwrap();
            assert_eq!(row.endpoint, ENDPOINT);
        })
        .await;
}

#[tokio::test]
async fn what_is_cleared_is_sent_as_nothing_and_never_as_an_empty_text() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let given = attributes(json!({
                "topic": "orders.void",
                "callback_url": ENDPOINT,
                "name": "ERP: voided",
                "include_resources": ["customer", "line_items"],
                "reference": "erp",
                "reference_origin": "example-erp",
                "metadata": { "team": "logistics" },
            }));
            let platform = &stage.sandbox.commerce_layer;
            platform.insert(Environment::Test, given);
            connected(stage).await;
            let editor = edit(stage, "orders.void").await;
            assert_eq!(editor.chosen().await, ["customer", "line_items"]);
            for path in ["customer", "line_items"] {
                editor.chip(path).await.click().await;
            }
            for field in ["Name", "Reference", "Reference origin", "Metadata"] {
                give(&editor, field, "").await;
            }
            editor.submit("Save changes").await;
            editor.gone().await;
            let wanted = json!({
                "name": null,
                "include_resources": [],
                "reference": null,
                "reference_origin": null,
                "metadata": {},
            });
            assert_eq!(only_sent(stage, UPDATE), wanted);
            let stored = webhook(stage, "orders.void").attributes;
            for (name, value) in wanted.as_object().unwrap() {
                assert_eq!(&stored[name], value, "{name}");
            }
        })
        .await;
}

#[tokio::test]
async fn an_unencrypted_address_that_exists_is_kept_while_something_else_changes() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            connected(stage).await;
            let topic = "shipments.cancel";
            let old = text(&webhook(stage, topic), "callback_url");
            assert!(old.starts_with("http:"));
            let editor = edit(stage, topic).await;
            give(&editor, "Name", "Warehouse of 2020").await;
            editor.submit("Save changes").await;
            editor.gone().await;
            assert_eq!(
                only_sent(stage, UPDATE),
                json!({ "name": "Warehouse of 2020" })
            );
            assert_eq!(text(&webhook(stage, topic), "callback_url"), old);

            let editor = edit(stage, topic).await;
            editor
                .endpoint()
                .await
                .fill("http://legacy.example.com/other")
                .await;
            editor.submit("Save changes").await;
            editor.alert("not encrypted").await;
            assert!(
                sent::operations(stage).is_empty(),
                "no other one is let through"
            );
            editor.endpoint().await.fill(&old).await;
            editor.submit("Save changes").await;
            editor.gone().await;
            assert_eq!(text(&webhook(stage, topic), "callback_url"), old);
        })
        .await;
}

#[tokio::test]
async fn somebody_elses_change_or_removal_is_shown_and_the_draft_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let id = webhook(stage, TOPIC).id;
            let editor = edit(stage, TOPIC).await;
            let theirs = attributes(json!({ "callback_url": THEIRS }));
            stage.sandbox.commerce_layer.change(&id, theirs).unwrap();
            let before = held(stage);
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.submit("Save changes").await;
            let alert = editor.alert("Somebody changed this subscription").await;
            alert.says(THEIRS).await;
            assert_eq!(editor.endpoint().await.value().await, ENDPOINT);
            assert_eq!(sent::operations(stage), [GET], "nothing was changed");
            assert_eq!(held(stage), before);
            editor.submit("Save changes").await;
            editor.gone().await;
            assert_eq!(
                only_sent(stage, UPDATE),
                json!({ "callback_url": ENDPOINT })
            );
            assert_eq!(text(&webhook(stage, TOPIC), "callback_url"), ENDPOINT);
            page.says("status", "was changed").await;

            // Who removed it meanwhile is met in the same way.
            let editor = edit(stage, TOPIC).await;
            stage.sandbox.commerce_layer.remove(&id).unwrap();
            let before = held(stage);
            give(&editor, "Name", "ERP: approved").await;
            editor.submit("Save changes").await;
            let alert = editor.alert("does not know what was asked for").await;
            alert.says("RECORD_NOT_FOUND").await;
            let name = editor.dialog.get("textbox", "Name").await;
            assert_eq!(name.value().await, "ERP: approved");
            assert_eq!(sent::operations(stage), [GET]);
            assert_eq!(held(stage), before);
            editor.cancel().await;
            page.click("button", "Refresh").await;
            wall::shows_exactly(page, &topics(stage)).await;
            page.get("button", "Open the draft").await;
        })
        .await;
}
