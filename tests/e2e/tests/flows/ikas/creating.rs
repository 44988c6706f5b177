//! Creating: several events in one request.

use e2e::{
    Door, Scene,
    keyboard::ENTER,
    pages::{editor::Editor, ikas, wall},
};
use sandbox::ikas::{ADMIN_CHANNEL, APP};
use serde_json::json;

use super::{ENDPOINT, LIST, SAVE, draft, held, scopes};
use crate::sent;

const CREATED: &str = "store/product/created";
const UPDATED: &str = "store/product/updated";
const STOCK: &str = "store/stock/created";

#[tokio::test]
async fn several_events_are_picked_typed_taken_back_and_sent_at_once() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            stage.sandbox.clear_received();
            let editor = Editor::new(page).await;
            editor.pick("product created", CREATED).await;
            editor.add(UPDATED).await;
            editor.add("store/order/craeted").await;
            page.shows("This event is not in ikas’ documentation").await;
            editor.chip("store/order/craeted").await.click().await;
            editor
                .dialog
                .gone("button", "Take back store/order/craeted")
                .await;
            editor.add(STOCK).await;
            assert_eq!(editor.chosen().await, [CREATED, UPDATED, STOCK]);
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            let notice = page.says("status", "Saved. The platform now lists:").await;
            for event in [CREATED, UPDATED, STOCK] {
                notice.says(&format!("{event} to {ENDPOINT}")).await;
            }
            wall::shows_exactly(page, &scopes(stage)).await;
            let saved = sent::bodies(stage, SAVE);
            assert_eq!(saved.len(), 1);
            assert_eq!(
                saved[0]["variables"]["input"],
                json!({
                    "endpoint": ENDPOINT,
                    "salesChannelIds": [],
                    "scopes": [CREATED, UPDATED, STOCK],
                })
            );
            for event in [CREATED, UPDATED, STOCK] {
                assert!(held(stage).contains(&(event.to_owned(), ENDPOINT.to_owned())));
            }
        })
        .await;
}

#[tokio::test]
async fn what_is_typed_counts_when_the_field_is_left_and_no_event_is_chosen_twice() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            let editor = Editor::new(page).await;
            editor.events().await.type_text(CREATED).await;
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.chip(CREATED).await;
            let field = editor.events().await;
            field.type_text(&format!("{CREATED}{ENTER}")).await;
            assert_eq!(field.value().await, "");
            assert_eq!(editor.chosen().await, [CREATED]);
            assert!(
                page.has("dialog", "New subscription").await,
                "Enter sends nothing"
            );
            assert!(sent::bodies(stage, SAVE).is_empty());
            // Picking it once more takes it back.
            field.type_text("product created").await;
            page.says("option", CREATED).await.click().await;
            editor
                .dialog
                .gone("button", &format!("Take back {CREATED}"))
                .await;
        })
        .await;
}

#[tokio::test]
async fn nothing_is_sent_without_an_event_and_a_good_endpoint() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            stage.sandbox.clear_received();
            let editor = Editor::new(page).await;
            editor
                .endpoint()
                .await
                .fill("http://hooks.example.com/x")
                .await;
            editor.submit("Create subscription").await;
            editor.alert("not encrypted").await;
            assert!(editor.events().await.node.is("invalid"));
            assert!(editor.endpoint().await.node.is("invalid"));
            assert!(
                !editor
                    .dialog
                    .nodes("button")
                    .await
                    .iter()
                    .any(|it| it.name == "Add header")
            );
            assert!(
                sent::operations(stage).is_empty(),
                "not even the list is read"
            );
        })
        .await;
}

#[tokio::test]
async fn a_scope_that_ikas_refuses_stands_at_the_events_and_the_draft_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            let before = held(stage);
            let editor = draft(page, &[CREATED, "store/nothing/created"], ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor.alert("does not accept the event").await;
            assert!(editor.events().await.node.is("invalid"));
            assert_eq!(editor.chosen().await, [CREATED, "store/nothing/created"]);
            assert_eq!(editor.endpoint().await.value().await, ENDPOINT);
            assert_eq!(sent::bodies(stage, SAVE).len(), 1);
            assert_eq!(held(stage), before);
        })
        .await;
}

#[tokio::test]
async fn sales_channels_are_read_when_they_are_wanted_and_sent_with_the_save() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            stage.sandbox.clear_received();
            let editor = draft(page, &[CREATED], ENDPOINT).await;
            assert!(sent::operations(stage).is_empty());
            editor
                .dialog
                .get("button", "Read the sales channels")
                .await
                .click()
                .await;
            editor
                .dialog
                .gone("button", "Read the sales channels")
                .await;
            editor
                .dialog
                .get("combobox", "Sales channels")
                .await
                .click()
                .await;
            page.says("option", "Admin").await.click().await;
            editor.chip(ADMIN_CHANNEL).await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, CREATED).await;
            let saved = stage.sandbox.ikas.webhooks(APP).unwrap();
            let saved = saved.iter().find(|row| row.scope == CREATED).unwrap();
            assert_eq!(saved.sales_channel_ids, [ADMIN_CHANNEL]);
            assert_eq!(
                sent::operations(stage)[..3],
                ["ListSalesChannel", LIST, SAVE]
            );
        })
        .await;
}
