//! Details: the shared secret on demand, and what was delivered, newest first.

use e2e::{Door, Element, Page, Scene, Stage, pages::wall, until};

use super::{DELIVERIES, GET, connected, refusal, strike, text, webhook};
use crate::sent;

const TOPIC: &str = "orders.approve";

/// The one of the demo data with more deliveries than a page has.
const LONG: &str = "https://receiver.example/orders";

/// Opens the details of a topic.
async fn open(stage: &Stage, topic: &str) -> Element {
    wall::action(&stage.page, "Details", topic)
        .await
        .click()
        .await;
    stage.page.get("dialog", topic).await
}

/// Whether this is anywhere in the document, seen or not.
async fn is_in_document(page: &Page, text: &str) -> bool {
    let body = format!(
        "return (document.documentElement.outerHTML + JSON.stringify(localStorage)).includes('{text}')"
    );
    page.script(&body).await == true
}

#[tokio::test]
async fn the_secret_is_fetched_shown_and_copied_only_on_purpose() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            page.allow_clipboard(&stage.address).await;
            connected(stage).await;
            let target = webhook(stage, TOPIC);
            let secret = text(&target, "shared_secret");
            let dialog = open(stage, TOPIC).await;
            dialog.says(&target.id).await;
            dialog.says(&text(&target, "callback_url")).await;
            dialog.says("ERP: orders approved").await;
            dialog.says("Delivered").await;
            let calls = stage.sandbox.received();
            assert!(calls.iter().all(|call| !call.path.contains("secret")));
            stage.sandbox.clear_received();

            dialog.get("button", "Fetch the secret").await.click().await;
            let show = dialog.get("button", "Show secret").await;
            assert!(!is_in_document(page, &secret).await, "it is masked");
            let calls = stage.sandbox.received();
            assert_eq!(sent::operations(stage), [GET]);
            assert!(calls[0].path.contains("fields%5Bwebhooks%5D=shared_secret"));
            dialog.get("button", "Copy secret").await.click().await;
            until("the secret on the clipboard", async || {
                match page.clipboard().await {
                    text if text == secret => Ok(()),
                    other => Err(other),
                }
            })
            .await;
            assert!(
                !is_in_document(page, &secret).await,
                "copying shows nothing"
            );
            show.click().await;
            dialog.says(&secret).await;
            dialog.get("button", "Hide secret").await.click().await;
            dialog.get("button", "Show secret").await.click().await;
            dialog.says(&secret).await;
            dialog.get("button", "Close").await.click().await;
            page.gone("dialog", TOPIC).await;
            assert!(
                !is_in_document(page, &secret).await,
                "it goes with the dialog"
            );
            let dialog = open(stage, TOPIC).await;
            let refused = refusal(401, "UNAUTHORIZED", "Access denied", None);
            strike(stage, refused, GET);
            let fetch = dialog.get("button", "Fetch the secret").await;
            fetch.click().await;
            page.says("alert", "Your role does not allow this").await;
            dialog.get("button", "Fetch the secret").await.click().await;
            dialog.get("button", "Show secret").await;
            page.gone("alert", "").await;
        })
        .await;
}

/// Outcome, code and time of every delivery, in their order on the page.
async fn deliveries(page: &Page) -> Vec<(String, String, String)> {
    let body = "return [...document.querySelectorAll('dialog[open] li:has(> time)')].map(row =>
        [row.querySelector('strong').innerText, row.querySelector('code').innerText, row.querySelector('time').dateTime])";
    let rows = page.script(body).await;
    let rows = rows.as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let row = |row: &serde_json::Value| (text(&row[0]), text(&row[1]), text(&row[2]));
    rows.iter().map(row).collect()
}

/// Waits until so many deliveries are shown.
async fn shows(page: &Page, count: usize) -> Vec<(String, String, String)> {
    until(&format!("{count} deliveries"), async || {
        match deliveries(page).await {
            rows if rows.len() == count => Ok(rows),
            other => Err(format!("{other:?}")),
        }
    })
    .await
}

#[tokio::test]
async fn deliveries_come_page_by_page_newest_first() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connected(stage).await;
            stage.sandbox.clear_received();
            let buttons = page.nodes("button").await;
            let long = buttons
                .iter()
                .find(|node| node.name == "Details orders.place" && node.description == LONG);
            page.element(long.unwrap()).await.click().await;
            let dialog = page.get("dialog", "orders.place").await;
            dialog
                .says("Commerce Layer keeps deliveries for one month")
                .await;
            dialog.says("25 of 33").await;
            let first = shows(page, 25).await;
            dialog.get("button", "Older deliveries").await.click().await;
            let all = shows(page, 33).await;
            dialog.gone("button", "Older deliveries").await;
            assert_eq!(all[..25], first);
            assert!(all.is_sorted_by(|one, next| one.2 > next.2), "{all:?}");
            for (outcome, code, _) in &all {
                let wanted = if code.starts_with('2') {
                    "Delivered"
                } else {
                    "Failed"
                };
                assert_eq!(outcome, wanted, "{code}");
            }
            // As the demo data have them, from the newest.
            let codes: Vec<&str> = all.iter().map(|row| row.1.as_str()).collect();
            assert_eq!(
                codes[..8],
                ["200", "200", "204", "200", "500", "200", "200", "no answer"]
            );
            assert_eq!(codes[32], "404");
            for (number, call) in (1..).zip(stage.sandbox.received()) {
                assert_eq!(call.operation.as_deref(), Some(DELIVERIES));
                assert!(call.path.contains("webhook_id_eq%5D="), "{}", call.path);
                assert!(call.path.contains("sort=-created_at"), "{}", call.path);
                assert!(call.path.contains("page%5Bsize%5D=25"), "{}", call.path);
                let page = format!("page%5Bnumber%5D={number}");
                assert!(call.path.contains(&page), "{}", call.path);
            }
        })
        .await;
}
