//! Removing: ikas deletes by scope, wherever it points.

use e2e::{
    Door, Page, Scene,
    pages::{ikas, wall},
};
use sandbox::ikas::{APP, Missing};
use serde_json::json;

use super::{DELETE, scopes};
use crate::sent;

const ORDER: &str = "store/order/created";

/// Confirms the question.
async fn confirm(page: &Page) {
    let dialog = page.get("alertdialog", "Remove subscription?").await;
    dialog
        .says("ikas deletes by scope: every webhook of this app for this scope is removed")
        .await;
    dialog
        .get("button", "Remove subscription")
        .await
        .click()
        .await;
    page.gone("alertdialog", "Remove subscription?").await;
}

#[tokio::test]
async fn a_removal_says_that_it_goes_by_scope_and_the_row_goes() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            wall::action(page, "Remove", ORDER).await.click().await;
            confirm(page).await;
            page.says(
                "status",
                &format!("{ORDER} to https://receiver.example/ikas/orders was removed"),
            )
            .await;
            wall::lacks(page, ORDER).await;
            wall::shows_exactly(page, &scopes(stage)).await;
            let sent = sent::bodies(stage, DELETE);
            assert_eq!(sent.len(), 1);
            assert_eq!(sent[0]["variables"], json!({ "scopes": [ORDER] }));
        })
        .await;
}

#[tokio::test]
async fn every_row_of_the_scope_goes_with_it() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            stage
                .sandbox
                .ikas
                .insert(APP, ORDER, "https://second.example.com/orders")
                .unwrap();
            ikas::connect(page, "v2", "Istanbul").await;
            wall::shows_exactly(page, &scopes(stage)).await;
            let name = format!("Remove {ORDER}");
            let buttons = page.nodes("button").await;
            let first = buttons.iter().find(|node| node.name == name).unwrap();
            page.element(first).await.click().await;
            confirm(page).await;
            wall::lacks(page, ORDER).await;
            assert!(!scopes(stage).contains(&ORDER.to_owned()));
            wall::shows_exactly(page, &scopes(stage)).await;
        })
        .await;
}

#[tokio::test]
async fn a_scope_that_somebody_else_removed_is_gone_in_every_reading() {
    for missing in [Missing::True, Missing::False] {
        Scene::new(Door::Relay)
            .play(async |stage| {
                let page = &stage.page;
                let platform = &stage.sandbox.ikas;
                platform.switch(|switches| switches.missing = missing);
                ikas::connect(page, "v2", "Istanbul").await;
                wall::has(page, ORDER).await;
                let rows = platform.webhooks(APP).unwrap();
                let order = rows.iter().find(|row| row.scope == ORDER).unwrap();
                platform.remove(&order.id).unwrap();
                wall::action(page, "Remove", ORDER).await.click().await;
                confirm(page).await;
                wall::lacks(page, ORDER).await;
                assert_eq!(sent::bodies(stage, DELETE).len(), 1);
            })
            .await;
    }
}
