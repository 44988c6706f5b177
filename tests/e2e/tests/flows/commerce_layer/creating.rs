//! Creating: every field of Commerce Layer, and what is wrong with it said at its field.

use e2e::{
    Door, Scene,
    keyboard::ENTER,
    pages::{editor::Editor, wall},
};
use sandbox::commerce_layer::DuplicateName;
use serde_json::json;

use super::{
    CREATE, ENDPOINT, connected, draft, give, has_badge, held, only_sent, text, topics, webhook,
};
use crate::sent;

#[tokio::test]
async fn what_is_given_is_sent_and_stored_and_nothing_else() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let editor = draft(page, "orders.void", ENDPOINT).await;
            give(&editor, "Name", "ERP: orders voided").await;
            let include = editor.dialog.get("combobox", "Include resources").await;
            include.click().await;
            page.says("option", "line_items.line_item_options")
                .await
                .click()
                .await;
            editor.chip("line_items.line_item_options").await;
            include.type_text(&format!("market{ENTER}")).await;
            editor.chip("market").await;
            give(&editor, "Reference", "erp-voided").await;
            give(&editor, "Reference origin", "example-erp").await;
            give(&editor, "Metadata", r#"{"team": "logistics"}"#).await;
            stage.sandbox.clear_received();
            editor.submit("Create subscription").await;
            editor.gone().await;
            page.says("status", &format!("orders.void to {ENDPOINT} was created"))
                .await;
            wall::shows_exactly(page, &topics(stage)).await;
            has_badge(page, "orders.void", "Healthy").await;
            let wanted = json!({
                "topic": "orders.void",
                "callback_url": ENDPOINT,
                "name": "ERP: orders voided",
                "include_resources": ["line_items.line_item_options", "market"],
                "reference": "erp-voided",
                "reference_origin": "example-erp",
                "metadata": { "team": "logistics" },
            });
            assert_eq!(only_sent(stage, CREATE), wanted);
            let stored = webhook(stage, "orders.void").attributes;
            for (name, value) in wanted.as_object().unwrap() {
                assert_eq!(&stored[name], value, "{name}");
            }
            assert!(stored["disabled_at"].is_null());

            // What is not given is not sent.
            let editor = draft(page, "orders.draft", ENDPOINT).await;
            let disabled = editor.dialog.get("checkbox", "Create disabled").await;
            disabled.click().await;
            stage.sandbox.clear_received();
            editor.submit("Create subscription").await;
            editor.gone().await;
            has_badge(page, "orders.draft", "Disabled").await;
            assert_eq!(
                only_sent(stage, CREATE),
                json!({ "topic": "orders.draft", "callback_url": ENDPOINT, "_disable": true })
            );
            assert!(!text(&webhook(stage, "orders.draft"), "disabled_at").is_empty());
        })
        .await;
}

#[tokio::test]
async fn problems_stand_at_their_fields_and_nothing_is_sent() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            stage.sandbox.clear_received();
            let editor = Editor::new(page).await;
            let dialog = &editor.dialog;
            editor
                .endpoint()
                .await
                .fill("http://hooks.example.com/x")
                .await;
            let include = dialog.get("combobox", "Include resources").await;
            include.type_text(&format!("Line Items{ENTER}")).await;
            editor.chip("Line Items").await;
            give(&editor, "Metadata", "[1]").await;
            assert!(!page.has("button", "Add header").await);
            editor.submit("Create subscription").await;
            let alert = editor.alert("No event is chosen").await;
            alert.says("not encrypted").await;
            alert.says("Line Items is not a relationship path").await;
            alert.says("This must be a JSON object").await;
            let metadata = dialog.get("textbox", "Metadata").await;
            let fields = [
                editor.event().await,
                editor.endpoint().await,
                include,
                metadata,
            ];
            for field in &fields {
                assert!(field.now().await.is("invalid"), "{:?}", field.node);
            }
            assert!(sent::operations(stage).is_empty());

            editor.chip("Line Items").await.click().await;
            editor.fill("orders.void", ENDPOINT).await;
            give(&editor, "Metadata", "{\n  \"team\": }").await;
            editor.alert("This is not valid JSON: line 2").await;
            give(&editor, "Metadata", "{}").await;
            page.gone("alert", "").await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, "orders.void").await;
        })
        .await;
}

#[tokio::test]
async fn pointers_of_a_422_land_on_their_fields_and_the_draft_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.commerce_layer;
            platform.switch(|switches| switches.duplicate_name = DuplicateName::Invalid);
            connected(stage).await;
            let before = held(stage);
            let editor = draft(page, "orders.teleport", ENDPOINT).await;
            page.shows("This event is not in Commerce Layer’s documentation")
                .await;
            give(&editor, "Name", "Bank reconciliation").await;
            editor.submit("Create subscription").await;
            let alert = editor.alert("topic - is not included in the list").await;
            alert.says("name - has already been taken").await;
            let (topic, name) = (
                editor.event().await,
                editor.dialog.get("textbox", "Name").await,
            );
            assert!(topic.node.is("invalid") && name.node.is("invalid"));
            assert!(topic.node.description.contains("is not included"));
            assert!(name.node.description.contains("already been taken"));
            assert!(!editor.endpoint().await.node.is("invalid"));
            assert_eq!(topic.value().await, "orders.teleport");
            assert_eq!(name.value().await, "Bank reconciliation");
            assert_eq!(held(stage), before);

            // The other reading of the contract: a conflict, which names no field.
            platform.switch(|switches| switches.duplicate_name = DuplicateName::Conflict);
            editor.fill("orders.void", ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor
                .alert("something that must be unique exists already, such as the name")
                .await;
            assert_eq!(held(stage), before);
            assert_eq!(sent::bodies(stage, CREATE).len(), 2);
            name.fill("Bank reconciliation, voided").await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, "orders.void").await;
        })
        .await;
}

#[tokio::test]
async fn the_same_topic_and_address_is_noticed_before_anything_is_sent() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let old = webhook(stage, "orders.approve");
            stage.sandbox.clear_received();
            wall::action(page, "Duplicate", "orders.approve")
                .await
                .click()
                .await;
            let editor = Editor::open(page, "New subscription").await;
            let twice = "Commerce Layer would deliver it twice";
            page.says("status", twice).await;
            let name = editor.dialog.get("textbox", "Name").await;
            assert_eq!(name.value().await, text(&old, "name"));
            assert_eq!(editor.chosen().await, ["line_items"]);
            assert!(sent::operations(stage).is_empty());
            let endpoint = editor.endpoint().await;
            endpoint.fill(ENDPOINT).await;
            e2e::until("no word of it for another address", async || {
                let text = page.text().await;
                if text.contains(twice) {
                    Err(text)
                } else {
                    Ok(())
                }
            })
            .await;
            endpoint.fill(&text(&old, "callback_url")).await;
            page.says("status", twice).await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::shows_exactly(page, &topics(stage)).await;
            let same = held(stage).into_iter().filter(|it| {
                ["topic", "callback_url", "name", "include_resources"]
                    .iter()
                    .all(|name| it.attributes[*name] == old.attributes[*name])
            });
            assert_eq!(same.count(), 2);
        })
        .await;
}
