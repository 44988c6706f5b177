//! Several events without a mouse.

use e2e::{
    Door, Page, Scene,
    keyboard::{DOWN, ENTER},
    pages::{editor::Editor, ikas, wall},
    until,
};
use serde_json::json;

use super::{ENDPOINT, SAVE};
use crate::{keyboard::tab_to, sent};

/// What the keyboard is at in the open list.
const ACTIVE: &str = "return document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent ?? ''";

/// Goes down the list to an event, and takes it with Enter.
async fn take(page: &Page, event: &str) {
    let mut met = Vec::new();
    for _ in 0..20 {
        page.press(DOWN).await;
        let text = page
            .script(ACTIVE)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned();
        if text.contains(event) {
            page.press(ENTER).await;
            return;
        }
        met.push(text);
    }
    panic!("the arrow never comes to {event}. It met {met:?}");
}

#[tokio::test]
async fn two_events_are_chosen_with_arrow_keys_and_enter() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            tab_to(page, "button \"New subscription\"").await;
            page.press(ENTER).await;
            let editor = Editor::open(page, "New subscription").await;
            if page.focus().await != "combobox \"Events\"" {
                tab_to(page, "combobox \"Events\"").await;
            }
            take(page, "store/product/created").await;
            editor.chip("store/product/created").await;
            take(page, "store/stock/created").await;
            editor.chip("store/stock/created").await;
            assert_eq!(page.focus().await, "combobox \"Events\"");

            // Taking one back gives the focus to the field, and it can be chosen again.
            tab_to(page, "button \"Take back store/product/created\"").await;
            page.press(ENTER).await;
            until("the focus in the field", async || {
                match page.focus().await {
                    focus if focus == "combobox \"Events\"" => Ok(()),
                    other => Err(other),
                }
            })
            .await;
            assert_eq!(editor.chosen().await, ["store/stock/created"]);
            take(page, "store/product/created").await;
            editor.chip("store/product/created").await;

            tab_to(page, "textbox \"Endpoint URL\"").await;
            page.press(ENDPOINT).await;
            tab_to(page, "button \"Create subscription\"").await;
            page.press(ENTER).await;
            editor.gone().await;
            wall::has(page, "store/stock/created").await;
            let saved = sent::bodies(stage, SAVE);
            assert_eq!(saved.len(), 1);
            assert_eq!(
                saved[0]["variables"]["input"]["scopes"],
                json!(["store/stock/created", "store/product/created"])
            );
        })
        .await;
}
