//! The list: every page of it, and what each field says of a webhook's health.

use std::cmp::Reverse;

use e2e::{
    Door, Scene, keyboard,
    pages::{commerce_layer, wall},
};
use sandbox::{
    Effect, Fault, StoredWebhook,
    commerce_layer::{Environment, INTEGRATION_TOKEN},
};
use serde_json::Map;

use super::{LIST, NAME, connected, held, strike, text, topics, webhook};
use crate::sent;

/// The badge by the fields of the list (Commerce Layer contract, section 7.4).
fn badge(webhook: &StoredWebhook) -> &'static str {
    let of = |name| webhook.attributes.get(name);
    match (
        of("disabled_at"),
        of("circuit_state"),
        of("circuit_failure_count"),
    ) {
        (Some(at), _, _) if !at.is_null() => "Disabled",
        (_, Some(state), _) if state == "open" => "Circuit open",
        (_, Some(_), Some(count)) if count == 0 => "Healthy",
        (_, Some(_), Some(_)) => "Degraded",
        _ => "Unknown",
    }
}

#[tokio::test]
async fn badges_and_popovers_say_what_the_fields_say() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.commerce_layer;
            let silent = webhook(stage, "orders.pay").id;
            let absent = ["circuit_state".to_owned()];
            platform.set(&silent, Map::new(), &absent).unwrap();
            connected(stage).await;
            let sorted = |mut all: Vec<(String, String, String)>| {
                all.sort();
                all
            };
            let wanted = held(stage);
            let wanted = wanted.iter().map(|it| {
                (
                    text(it, "topic"),
                    text(it, "callback_url"),
                    badge(it).to_owned(),
                )
            });
            let seen = wall::rows(page).await.into_iter();
            let seen = seen.map(|row| (row.event, row.endpoint, row.health));
            assert_eq!(sorted(seen.collect()), sorted(wanted.collect()));

            for (topic, means, source) in [
                (
                    "orders.refund",
                    "7 failures in a row of 30",
                    "circuit_failure_count 7",
                ),
                (
                    "orders.start_fulfilling",
                    "has stopped calling this endpoint",
                    "circuit_state open",
                ),
                (
                    "shipments.on_hold",
                    "sends nothing to this endpoint",
                    "disabled_at",
                ),
                (
                    "gift_cards.redeem",
                    "Its circuit is open as well",
                    "circuit_state open",
                ),
                (
                    "orders.cancel",
                    "No failure in a row",
                    "circuit_failure_count 0",
                ),
                (
                    "orders.pay",
                    "did not say whether the circuit is open",
                    "circuit_state",
                ),
            ] {
                wall::badge(page, topic).await.click().await;
                let popover = page.says("dialog", means).await;
                popover.says(topic).await;
                popover.says(source).await;
                page.press(keyboard::ESCAPE).await;
            }
            // The one address without encryption is shown as it is, and flagged.
            assert_eq!(page.text().await.matches("Breaks a rule").count(), 1);
            page.shows("Test data").await;
        })
        .await;
}

#[tokio::test]
async fn every_page_is_read_and_one_that_is_not_leaves_what_was_read() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.commerce_layer;
            platform.seed(Environment::Test, 60);
            strike(stage, Fault::next(Effect::Delay { ms: 0 }), LIST);
            let throttled = Fault::next(Effect::RateLimited { retry_after: 0 }).times(3);
            strike(stage, throttled, LIST);
            commerce_layer::connect(page, INTEGRATION_TOKEN, NAME).await;
            page.says("alert", "Too many requests").await;
            page.shows("Only 25 of 94 subscriptions were read").await;
            let mut all = held(stage);
            all.sort_by_key(|it| (Reverse(text(it, "created_at")), it.id.clone()));
            let newest: Vec<String> = all.iter().take(25).map(|it| text(it, "topic")).collect();
            wall::shows_exactly(page, &newest).await;
            page.click("button", "Try again").await;
            wall::shows_exactly(page, &topics(stage)).await;
            assert!(!page.text().await.contains("were read"));
            let rows = wall::rows(page).await;
            assert_eq!(rows.len(), 94);

            stage.sandbox.clear_received();
            strike(stage, Fault::next(Effect::Delay { ms: 0 }).times(2), LIST);
            strike(stage, Fault::next(Effect::Hold), LIST);
            page.click("button", "Refresh").await;
            platform.wait_for_held(1).await;
            page.says("status", "50 of 94 read").await;
            assert_eq!(wall::rows(page).await, rows, "the rows stay while it reads");
            page.click("button", "Stop reading").await;
            page.gone("button", "Stop reading").await;
            platform.release();
            assert_eq!(
                wall::rows(page).await,
                rows,
                "the rows stay when it is stopped"
            );
            assert_eq!(
                sent::operations(stage),
                [LIST, LIST, LIST],
                "page 4 is not read"
            );

            platform
                .remove(&webhook(stage, "orders.refund").id)
                .unwrap();
            page.click("button", "Refresh").await;
            wall::shows_exactly(page, &topics(stage)).await;
            assert_eq!(sent::operations(stage).len(), 7);
        })
        .await;
}
