//! Without a mouse: connecting to a chosen organization, creating, the details, and removing.

use e2e::{
    Door, Scene,
    keyboard::{DOWN, ENTER, ESCAPE},
    pages::wall,
    until,
};
use sandbox::sentera::{ACME_CHILD, TOKEN};
use serde_json::json;

use super::{BOTH, CREATE, ENDPOINT, SURVEY, TASK, discoverable, endpoints, events};
use crate::{keyboard::tab_to, sent};

#[tokio::test]
async fn connecting_creating_looking_and_removing_need_no_mouse() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            page.get("heading", "Connect a platform").await;
            tab_to(page, "radio \"HappyColis\"").await;
            page.press(format!("{DOWN}{DOWN}{DOWN}")).await;
            assert_eq!(page.focus().await, "radio \"Sentera\"");
            tab_to(page, "textbox \"Access token\"").await;
            page.press(TOKEN).await;
            tab_to(page, "combobox \"Organization ID\"").await;
            page.press("child").await;
            page.says("option", ACME_CHILD).await;
            page.press(format!("{DOWN}{ENTER}")).await;
            tab_to(page, "button \"Connect\"").await;
            page.press(ENTER).await;
            wall::shows_exactly(page, &events(stage)).await;

            tab_to(page, "button \"New subscription\"").await;
            page.press(ENTER).await;
            page.get("dialog", "New subscription").await;
            if page.focus().await != "combobox \"Events\"" {
                tab_to(page, "combobox \"Events\"").await;
            }
            page.press("survey").await;
            page.says("option", SURVEY).await;
            page.press(format!("{DOWN}{ENTER}")).await;
            page.get("button", &format!("Take back {SURVEY}")).await;
            page.press(format!("{TASK}{ENTER}")).await;
            page.get("button", &format!("Take back {TASK}")).await;
            tab_to(page, "textbox \"Endpoint URL\"").await;
            page.press(ENDPOINT).await;
            tab_to(page, "button \"Create subscription\"").await;
            page.press(ENTER).await;
            page.gone("dialog", "New subscription").await;
            wall::shows_exactly(page, &events(stage)).await;
            let sent = sent::bodies(stage, CREATE);
            assert_eq!(sent.len(), 1);
            assert_eq!(sent[0]["variables"]["events"], json!([SURVEY, TASK]));

            let details = format!("button \"Details {BOTH}\"");
            tab_to(page, &details).await;
            page.press(ENTER).await;
            page.says("dialog", "3 of 3").await;
            page.press(ESCAPE).await;
            page.gone("dialog", BOTH).await;
            until("the focus back on the row", async || {
                match page.focus().await {
                    focus if focus == details => Ok(()),
                    other => Err(other),
                }
            })
            .await;

            tab_to(page, &format!("button \"Remove {BOTH}\"")).await;
            page.press(ENTER).await;
            page.get("alertdialog", "Remove subscription?").await;
            tab_to(page, "button \"Remove subscription\"").await;
            page.press(ENTER).await;
            wall::lacks(page, BOTH).await;
            assert_eq!(endpoints(stage).len(), 2);
            wall::shows_exactly(page, &events(stage)).await;
        })
        .await;
}
