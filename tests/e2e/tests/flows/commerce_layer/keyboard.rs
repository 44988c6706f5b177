//! Commerce Layer's own controls without a mouse.

use e2e::{
    Door, Scene,
    keyboard::{DOWN, ENTER, ESCAPE, SPACE},
    pages::editor::Editor,
};
use serde_json::json;

use super::{CREATE, ENDPOINT, connected, has_badge, only_sent, text, webhook};
use crate::keyboard::tab_to;

#[tokio::test]
async fn creating_details_and_switching_need_no_mouse() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            page.get("searchbox", "Search subscriptions")
                .await
                .fill("orders.void")
                .await;
            page.get("heading", "No subscription matches").await;
            tab_to(page, "button \"New subscription\"").await;
            page.press(ENTER).await;
            let editor = Editor::open(page, "New subscription").await;
            if page.focus().await != "combobox \"Event\"" {
                tab_to(page, "combobox \"Event\"").await;
            }
            page.press(format!("orders.void{ESCAPE}")).await;
            tab_to(page, "textbox \"Endpoint URL\"").await;
            page.press(ENDPOINT).await;
            tab_to(page, "textbox \"Name\"").await;
            page.press("Voided").await;
            tab_to(page, "combobox \"Include resources\"").await;
            page.press(format!("{DOWN}{DOWN}{ENTER}")).await;
            editor.chip("customer").await;
            tab_to(page, "textbox \"Metadata\"").await;
            page.press(r#"{"team": "erp"}"#).await;
            tab_to(page, "checkbox \"Create disabled\"").await;
            page.press(SPACE).await;
            tab_to(page, "button \"Create subscription\"").await;
            page.press(ENTER).await;
            editor.gone().await;
            has_badge(page, "orders.void", "Disabled").await;
            assert_eq!(
                only_sent(stage, CREATE),
                json!({
                    "topic": "orders.void",
                    "callback_url": ENDPOINT,
                    "name": "Voided",
                    "include_resources": ["customer"],
                    "metadata": { "team": "erp" },
                    "_disable": true,
                })
            );

            tab_to(page, "button \"Enable orders.void\"").await;
            page.press(ENTER).await;
            has_badge(page, "orders.void", "Healthy").await;
            assert!(webhook(stage, "orders.void").attributes["disabled_at"].is_null());

            tab_to(page, "button \"Details orders.void\"").await;
            page.press(ENTER).await;
            let dialog = page.get("dialog", "orders.void").await;
            tab_to(page, "button \"Fetch the secret\"").await;
            page.press(ENTER).await;
            dialog.get("button", "Show secret").await;
            tab_to(page, "button \"Show secret\"").await;
            page.press(SPACE).await;
            dialog
                .says(&text(&webhook(stage, "orders.void"), "shared_secret"))
                .await;
            page.press(ESCAPE).await;
            page.gone("dialog", "orders.void").await;
            assert_eq!(page.focus().await, "button \"Details orders.void\"");
        })
        .await;
}
