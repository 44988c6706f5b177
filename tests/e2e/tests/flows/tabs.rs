//! Two tabs of one console: what one keeps, the other does not lose; what one forgets, the other does not use.

use e2e::{
    Door, Page, Scene,
    pages::{
        connect::{Mode, fill},
        wall,
    },
};

use crate::ledger::track;

const ENDPOINT: &str = "https://hooks.example.com/orders";

const KEYS: &str = "return JSON.stringify(localStorage)";

async fn connect(page: &Page, mode: Mode, name: &str) {
    fill(page, mode, mode.token()).await;
    let field = page.get("textbox", "Connection name").await;
    field.fill(name).await;
    page.click("button", "Connect").await;
    page.get("heading", "Subscriptions").await;
}

#[tokio::test]
async fn both_tabs_write_to_one_ledger_and_lose_nothing() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let both = ["order/created", "order/updated"].map(str::to_owned);
            connect(page, Mode::Oauth, "Shop").await;
            let first = page.open_tab(&stage.address).await;
            connect(page, Mode::Oauth, "Shop").await;
            track(page, "wh_second", "order/updated", ENDPOINT).await;
            page.switch_to(&first).await;
            wall::has(page, "order/updated").await;
            track(page, "wh_first", "order/created", ENDPOINT).await;
            wall::shows_exactly(page, &both).await;
            stage.reload().await;
            connect(page, Mode::Oauth, "Shop").await;
            wall::shows_exactly(page, &both).await;
        })
        .await;
}

#[tokio::test]
async fn both_tabs_connect_and_keep_tokens_beside_each_other() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration, "One").await;
            let first = page.open_tab(&stage.address).await;
            connect(page, Mode::Integration, "Two").await;
            for name in ["Two", "One"] {
                page.click("button", &format!("Settings of {name}")).await;
                let passphrase = page.get("textbox", "Passphrase").await;
                passphrase.fill("correct horse battery").await;
                page.click("button", "Keep the token").await;
                page.shows("The token is kept on this device, encrypted.")
                    .await;
                page.click("button", "Cancel").await;
                page.switch_to(&first).await;
            }
            let kept = page.script(KEYS).await;
            let kept: serde_json::Value = serde_json::from_str(kept.as_str().unwrap()).unwrap();
            for key in ["pegboard.connections", "pegboard.vault"] {
                let list = kept[key].as_str().unwrap();
                let list: Vec<serde_json::Value> = serde_json::from_str(list).unwrap();
                assert_eq!(list.len(), 2, "{key}: {list:?}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_connection_that_one_tab_forgets_or_renames_is_locked_in_the_other() {
    for rename in [false, true] {
        Scene::new(Door::Relay)
            .play(async |stage| {
                let page = &stage.page;
                connect(page, Mode::Integration, "Shop").await;
                wall::has(page, "order/created").await;
                let first = page.open_tab(&stage.address).await;
                connect(page, Mode::Integration, "Shop").await;
                if rename {
                    page.click("button", "Settings of Shop").await;
                    let name = page.get("textbox", "Connection name").await;
                    name.fill("Store").await;
                    page.click("button", "Save").await;
                    page.get("button", "Settings of Store").await;
                } else {
                    page.click("button", "Forget Shop").await;
                    page.gone("button", "Forget Shop").await;
                }
                page.switch_to(&first).await;
                page.says("alert", "Another tab has forgotten or renamed Shop")
                    .await;
                page.get("button", "Unlock Shop").await;
                page.get("button", "Copy ID of order/created").await;
                assert!(!page.has("button", "Remove order/created").await);
                assert!(!page.has("button", "New subscription").await);
            })
            .await;
    }
}
