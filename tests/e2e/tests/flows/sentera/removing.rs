//! Removing: the organization and the id go out, and the answer has to name what was deleted.

use e2e::{
    Door, Scene,
    pages::{removal, sentera, wall},
};
use sandbox::sentera::{ACME_CHILD, SECOND_SUBSCRIPTION, SUBSCRIPTION};
use serde_json::json;

use super::{BOTH, DELETE, TASK, discoverable, events};
use crate::sent;

const ENDPOINT: &str = "https://tasks.example-agronomy.com/webhooks/sentera";

#[tokio::test]
async fn a_removal_takes_exactly_one_and_an_answer_that_does_not_name_it_proves_nothing() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            let remove = wall::action(page, "Remove", TASK).await;
            assert_eq!(remove.node.description, ENDPOINT);
            remove.click().await;
            let dialog = page.get("alertdialog", "Remove subscription?").await;
            for part in [
                TASK,
                ENDPOINT,
                "Its callback authentication is lost with it",
            ] {
                dialog.says(part).await;
            }
            assert!(dialog.get("button", "Cancel").await.has_focus().await);
            assert!(
                !page.has("button", "Only remove it from the ledger").await,
                "the list is the platform’s own"
            );
            stage.sandbox.clear_received();
            dialog
                .get("button", "Remove subscription")
                .await
                .double_click()
                .await;
            page.gone("alertdialog", "Remove subscription?").await;
            page.says("status", &format!("{TASK} to {ENDPOINT} was removed"))
                .await;
            wall::shows_exactly(page, &[BOTH.to_owned()]).await;
            let sent = sent::bodies(stage, DELETE);
            assert_eq!(sent.len(), 1);
            let wanted = json!({ "organization": ACME_CHILD, "ids": [SECOND_SUBSCRIPTION] });
            assert_eq!(sent[0]["variables"], wanted);
            assert_eq!(events(stage), [BOTH]);

            // An id that is unknown is left out of the answer, without an error (Sentera contract, section 11.2, item 3).
            stage.sandbox.sentera.remove(SUBSCRIPTION).unwrap();
            wall::action(page, "Remove", BOTH).await.click().await;
            removal::confirm(page).await;
            let alert = page
                .says(
                    "alert",
                    "it may be gone already, or belong to another organization",
                )
                .await;
            alert.says(SUBSCRIPTION).await;
            page.click("button", "Cancel").await;
            wall::has(page, BOTH).await;
            assert_eq!(sent::bodies(stage, DELETE).len(), 2);
            page.click("button", "Refresh").await;
            page.get("heading", "No subscriptions yet").await;
            assert!(events(stage).is_empty());
        })
        .await;
}
