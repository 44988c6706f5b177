//! Two platforms on one wall, and the settings of a connection.

use e2e::{
    Door, Page, Scene, Stage,
    pages::{
        connect::{Mode, connect},
        ikas, wall,
    },
    until,
};
use sandbox::{
    happycolis::INTEGRATION,
    ikas::{EXPIRED_TOKEN, TOKEN},
};

use super::{LIST, scopes};
use crate::sent;

const OTHER: &str = "HappyColis · Integration app";

/// Both connections on one wall.
async fn both(stage: &Stage) {
    let page = &stage.page;
    connect(page, Mode::Integration).await;
    page.click("button", "Add connection").await;
    ikas::connect(page, "v2", "Istanbul").await;
    page.get("columnheader", "Connection").await;
    wall::shows_exactly(page, &all(stage)).await;
}

fn all(stage: &Stage) -> Vec<String> {
    let mut all = sent::held(stage, INTEGRATION);
    all.extend(scopes(stage));
    all
}

/// Narrows the wall by one of its menus, and waits for the link to say so.
async fn filter(page: &Page, menu: &str, value: &str, link: &str) {
    page.get("group", "Filters")
        .await
        .get("combobox", &format!("Filter by {}", menu.to_lowercase()))
        .await
        .choose(value)
        .await;
    until(&format!("{link} in the link"), async || {
        match page.script("return location.hash").await.as_str() {
            Some(hash) if hash.contains(link) => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
}

#[tokio::test]
async fn the_wall_is_narrowed_by_each_menu_and_the_link_keeps_it() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            both(stage).await;
            let page = &stage.page;
            let ikas = scopes(stage);
            let cases: [(&str, &str, &str, Vec<String>); 5] = [
                ("platform", "ikas", "platform=ikas", ikas.clone()),
                ("connection", "Istanbul", "connection=Istanbul", ikas),
                (
                    "connection",
                    OTHER,
                    "connection=HappyColis",
                    sent::held(stage, INTEGRATION),
                ),
                (
                    "health",
                    "Disabled",
                    "health=disabled",
                    vec!["store/customer/created".to_owned()],
                ),
                (
                    "event",
                    "store/stock/updated",
                    "event=",
                    vec!["store/stock/updated".to_owned()],
                ),
            ];
            for (menu, value, link, wanted) in cases {
                filter(page, menu, value, link).await;
                wall::shows_exactly(page, &wanted).await;
                // A link of the console never holds a token, and leads back to the same rows.
                let hash = page.script("return location.hash").await;
                filter(page, menu, "All", "#/subscriptions").await;
                wall::shows_exactly(page, &all(stage)).await;
                page.script(&format!("location.hash = {hash}")).await;
                wall::shows_exactly(page, &wanted).await;
                page.script("location.hash = '#/subscriptions'").await;
                wall::shows_exactly(page, &all(stage)).await;
            }
            filter(page, "platform", "HappyColis", "platform=happycolis").await;
            filter(page, "health", "Disabled", "health=disabled").await;
            page.get("heading", "No subscription matches").await;
            page.click("button", "Clear filters").await;
            wall::shows_exactly(page, &all(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn rows_stand_under_their_connections_when_they_are_grouped() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            both(stage).await;
            let page = &stage.page;
            page.click("checkbox", "Group by connection").await;
            page.get("rowheader", "Istanbul").await;
            page.get("rowheader", OTHER).await;
            let order = "return [...document.querySelectorAll('tbody tr')].map(row => row.querySelector('th') ? row.innerText.trim() : row.querySelector('.event code').innerText)";
            let order = page.script(order).await;
            let order: Vec<&str> = order.as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
            let at = |name: &str| order.iter().position(|it| *it == name).unwrap();
            assert_eq!(at(OTHER), 0, "{order:?}");
            assert!(order[at("Istanbul") + 1..].iter().all(|it| it.starts_with("store/")), "{order:?}");
            assert!(page.script("return location.hash").await.as_str().unwrap().contains("group=connection"));
            page.click("checkbox", "Group by connection").await;
            page.gone("rowheader", "Istanbul").await;
        })
        .await;
}

#[tokio::test]
async fn the_settings_rename_and_take_a_new_token_in_place() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            both(stage).await;
            let page = &stage.page;
            page.click("button", "Settings of Istanbul").await;
            let dialog = page.get("dialog", "Connection settings").await;
            let name = dialog.get("textbox", "Connection name").await;
            assert_eq!(name.value().await, "Istanbul");
            let token = dialog.get("textbox", "Access token").await;
            assert_eq!(token.value().await, "", "a token is never shown again");
            name.fill("Ankara").await;
            token.fill(EXPIRED_TOKEN).await;
            dialog.get("button", "Save").await.click().await;
            page.says("alert", "does not accept this access token")
                .await;
            page.shows("Istanbul").await;
            assert!(
                !page.text().await.contains("Ankara"),
                "the name waits for the token"
            );

            stage.sandbox.clear_received();
            token.fill(TOKEN).await;
            dialog.get("button", "Save").await.click().await;
            page.gone("dialog", "Connection settings").await;
            page.get("button", "Settings of Ankara").await;
            page.gone("button", "Settings of Istanbul").await;
            wall::shows_exactly(page, &all(stage)).await;
            let calls = stage.sandbox.received();
            let lists = calls
                .iter()
                .filter(|call| call.operation.as_deref() == Some(LIST));
            for call in lists {
                assert_eq!(
                    call.header("authorization"),
                    Some(format!("Bearer {TOKEN}").as_str())
                );
            }
            page.get("group", "Filters")
                .await
                .get("combobox", "Filter by connection")
                .await
                .choose("Ankara")
                .await;
            wall::shows_exactly(page, &scopes(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn a_token_that_expires_fails_its_own_connection_only_and_is_replaced_in_place() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            both(stage).await;
            let page = &stage.page;
            stage.sandbox.ikas.expire(TOKEN).unwrap();
            page.click("button", "Refresh").await;
            page.says("alert", "does not accept this access token")
                .await;
            wall::shows_exactly(page, &all(stage)).await;
            page.click("button", "Give a new token").await;
            let dialog = page.get("dialog", "Connection settings").await;
            assert_eq!(
                dialog.get("textbox", "Connection name").await.value().await,
                "Istanbul"
            );
            stage.sandbox.reset();
            dialog
                .get("textbox", "Access token")
                .await
                .fill(TOKEN)
                .await;
            dialog.get("button", "Save").await.click().await;
            page.gone("dialog", "Connection settings").await;
            page.gone("button", "Give a new token").await;
            wall::shows_exactly(page, &all(stage)).await;
        })
        .await;
}
