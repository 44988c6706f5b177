//! Removing: a row goes when its webhook is gone, and not before.

use e2e::{Door, Element, Scene, Stage, pages::wall};

use super::{DELETE, connected, held, text, topics, webhook};
use crate::sent;

const TOPIC: &str = "orders.cancel";

/// Opens the question for a topic, and confirms it.
async fn confirm(stage: &Stage, topic: &str) -> Element {
    wall::action(&stage.page, "Remove", topic)
        .await
        .click()
        .await;
    let dialog = stage.page.get("alertdialog", "Remove subscription?").await;
    dialog.says(topic).await;
    dialog.says("Its shared secret is lost with it").await;
    dialog
        .get("button", "Remove subscription")
        .await
        .click()
        .await;
    dialog
}

#[tokio::test]
async fn a_removal_is_sent_once_and_only_its_row_goes() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let target = webhook(stage, TOPIC);
            let mut wanted = held(stage);
            wanted.retain(|it| it.id != target.id);
            stage.sandbox.clear_received();
            confirm(stage, TOPIC).await;
            let endpoint = text(&target, "callback_url");
            page.says("status", &format!("{TOPIC} to {endpoint} was removed"))
                .await;
            page.gone("alertdialog", "Remove subscription?").await;
            wall::shows_exactly(page, &topics(stage)).await;
            assert_eq!(held(stage), wanted);
            assert_eq!(sent::operations(stage), [DELETE]);

            // What somebody else removed is off the wall too.
            let other = "orders.approve";
            let id = webhook(stage, other).id;
            stage.sandbox.commerce_layer.remove(&id).unwrap();
            stage.sandbox.clear_received();
            confirm(stage, other).await;
            page.says("status", "was gone already; it is off the wall now")
                .await;
            wall::shows_exactly(page, &topics(stage)).await;
            assert_eq!(sent::operations(stage), [DELETE]);
        })
        .await;
}

#[tokio::test]
async fn a_locked_subscription_stays_with_its_row() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            let platform = &stage.sandbox.commerce_layer;
            platform.lock(&webhook(stage, TOPIC).id).unwrap();
            let (before, rows) = (held(stage), wall::rows(page).await);
            let dialog = confirm(stage, TOPIC).await;
            let alert = page.says("alert", "has locked this for now").await;
            alert.says("Not done").await;
            alert.says("LOCKED · HTTP 423").await;
            dialog.get("button", "Cancel").await.click().await;
            page.gone("alertdialog", "Remove subscription?").await;
            assert_eq!(wall::rows(page).await, rows);
            assert_eq!(held(stage), before);
        })
        .await;
}
