//! The table: order, search, trouble first.

use e2e::{
    Door, Page, Scene,
    pages::{
        connect::{Mode, connect},
        wall::{self, Row},
    },
    until,
};
use sandbox::happycolis::INTEGRATION;

use crate::sent;

/// Presses a column header, and waits until it says that it sorts.
async fn sort(page: &Page, column: &str, direction: &str) -> Vec<Row> {
    let header = page.get("columnheader", column).await;
    header.get("button", column).await.click().await;
    until(
        &format!("{column} to be sorted {direction}"),
        async || match header.attribute("aria-sort").await {
            Some(sort) if sort == direction => Ok(()),
            other => Err(format!("{other:?}")),
        },
    )
    .await;
    wall::rows(page).await
}

/// "order/created" as the wall says it: the plain label decides the order.
fn label(event: &str) -> String {
    event.replace(['/', '_', '-'], " ").to_lowercase()
}

#[tokio::test]
async fn every_column_sorts_up_and_down() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            for column in ["Event", "Endpoint"] {
                let key = |row: &Row| {
                    if column == "Event" {
                        label(&row.event)
                    } else {
                        row.endpoint.clone()
                    }
                };
                let up: Vec<String> = sort(page, column, "ascending")
                    .await
                    .iter()
                    .map(key)
                    .collect();
                assert!(up.is_sorted(), "{column} upwards: {up:?}");
                let down: Vec<String> = sort(page, column, "descending")
                    .await
                    .iter()
                    .map(key)
                    .collect();
                assert!(
                    down.iter().rev().is_sorted(),
                    "{column} downwards: {down:?}"
                );
                assert_eq!(down.len(), 13);
            }
            let health = |rows: Vec<Row>| {
                let mut health: Vec<String> = rows.into_iter().map(|row| row.health).collect();
                health.dedup();
                health
            };
            let up = health(sort(page, "Health", "ascending").await);
            let mut down = health(sort(page, "Health", "descending").await);
            down.reverse();
            assert_eq!(
                (up.len(), &up),
                (3, &down),
                "each health stands together, and turning turns their order"
            );
            // HappyColis reports no time, so no row comes before another, and nothing is made up.
            assert_eq!(sort(page, "Created", "ascending").await.len(), 13);
            page.shows("not reported").await;
            sort(page, "Created", "descending").await;
            sort(page, "Created", "none").await;
            for column in ["Event", "Endpoint", "Health"] {
                assert_eq!(
                    page.get("columnheader", column)
                        .await
                        .attribute("aria-sort")
                        .await
                        .as_deref(),
                    Some("none")
                );
            }
        })
        .await;
}

#[tokio::test]
async fn trouble_stands_first_and_the_banner_shows_it_alone() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            page.shows("2 subscriptions need attention").await;
            let rows = wall::rows(page).await;
            assert!(
                rows[..2].iter().all(|row| row.health == "Failing"),
                "{rows:?}"
            );
            assert!(
                rows[2..].iter().all(|row| row.health != "Failing"),
                "{rows:?}"
            );
            page.click("button", "Show only these").await;
            let failing = ["delivery_order/completed", "product/updated"].map(str::to_owned);
            wall::shows_exactly(page, &failing).await;
            page.click("button", "Show all subscriptions").await;
            wall::shows_exactly(page, &sent::held(stage, INTEGRATION)).await;
        })
        .await;
}

#[tokio::test]
async fn search_narrows_with_every_letter_and_the_link_keeps_it() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let search = page.get("searchbox", "Search subscriptions").await;
            search.type_text("receiver.example").await;
            let found = [
                "shipment/created",
                "shipment/shipping_event",
                "shipment/completed",
            ]
            .map(str::to_owned);
            wall::shows_exactly(page, &found).await;
            assert!(
                page.script("return location.hash")
                    .await
                    .as_str()
                    .unwrap()
                    .contains("search=")
            );
            search.fill("Order created").await;
            let found = ["order/created", "delivery_order/created"].map(str::to_owned);
            wall::shows_exactly(page, &found).await;
            search.fill("no such thing").await;
            page.get("heading", "No subscription matches").await;
            page.click("button", "Clear filters").await;
            wall::shows_exactly(page, &sent::held(stage, INTEGRATION)).await;
            assert_eq!(
                page.get("searchbox", "Search subscriptions")
                    .await
                    .value()
                    .await,
                ""
            );
        })
        .await;
}

#[tokio::test]
async fn a_long_wall_shows_more_on_demand_and_searches_all_of_it() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            platform.clear(INTEGRATION).unwrap();
            for number in 0..450 {
                platform
                    .insert(
                        INTEGRATION,
                        &format!("long/event_{number:03}"),
                        "https://a.example.com/x",
                        None,
                    )
                    .unwrap();
            }
            connect(page, Mode::Integration).await;
            page.shows("450 subscriptions").await;
            wall::lacks(page, "long/event_449").await;
            let search = page.get("searchbox", "Search subscriptions").await;
            search.fill("event_449").await;
            wall::shows_exactly(page, &["long/event_449".to_owned()]).await;
            search.fill("").await;
            page.click("button", "Show more").await;
            wall::has(page, "long/event_300").await;
            page.click("button", "Show more").await;
            wall::has(page, "long/event_449").await;
            page.gone("button", "Show more").await;
        })
        .await;
}

#[tokio::test]
async fn the_count_follows_the_search() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            page.shows("13 subscriptions").await;
            let search = page.get("searchbox", "Search subscriptions").await;
            search.fill("delivery_order/created").await;
            wall::shows_exactly(page, &["delivery_order/created".to_owned()]).await;
            page.shows("1 of 13 subscriptions").await;
        })
        .await;
}
