//! The table: order, search, trouble, and the states in which it is not full of rows.

use e2e::{
    Door, Page, Scene, until,
    pages::{
        connect::{Mode, connect},
        wall::{self, Row},
    },
};
use sandbox::{Effect, Fault, happycolis::INTEGRATION};

use crate::sent;

const LIST: &str = "GetIntegration";

/// Presses a column header, and waits until it says that it sorts.
async fn sort(page: &Page, column: &str, direction: &str) -> Vec<Row> {
    let header = page.get("columnheader", column).await;
    header.get("button", column).await.click().await;
    until(&format!("{column} to be sorted {direction}"), async || match header.attribute("aria-sort").await {
        Some(sort) if sort == direction => Ok(()),
        other => Err(format!("{other:?}")),
    })
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
            let keys: [(&str, fn(&Row) -> String); 2] = [("Event", |row| label(&row.event)), ("Endpoint", |row| row.endpoint.clone())];
            for (column, key) in keys {
                let up: Vec<String> = sort(page, column, "ascending").await.iter().map(key).collect();
                assert!(up.is_sorted(), "{column} upwards: {up:?}");
                let down: Vec<String> = sort(page, column, "descending").await.iter().map(key).collect();
                assert!(down.iter().rev().is_sorted(), "{column} downwards: {down:?}");
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
            assert_eq!((up.len(), &up), (3, &down), "each health stands together, and turning turns their order");
            // HappyColis reports no time, so no row comes before another, and nothing is made up.
            assert_eq!(sort(page, "Created", "ascending").await.len(), 13);
            page.shows("not reported").await;
            sort(page, "Created", "descending").await;
            sort(page, "Created", "none").await;
            for column in ["Event", "Endpoint", "Health"] {
                assert_eq!(page.get("columnheader", column).await.attribute("aria-sort").await.as_deref(), Some("none"));
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
            assert!(rows[..2].iter().all(|row| row.health == "Failing"), "{rows:?}");
            assert!(rows[2..].iter().all(|row| row.health != "Failing"), "{rows:?}");
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
            let found = ["shipment/created", "shipment/shipping_event", "shipment/completed"].map(str::to_owned);
            wall::shows_exactly(page, &found).await;
            assert!(page.script("return location.hash").await.as_str().unwrap().contains("search="));
            search.fill("Order created").await;
            let found = ["order/created", "delivery_order/created"].map(str::to_owned);
            wall::shows_exactly(page, &found).await;
            search.fill("no such thing").await;
            page.get("heading", "No subscription matches").await;
            page.click("button", "Clear filters").await;
            wall::shows_exactly(page, &sent::held(stage, INTEGRATION)).await;
            assert_eq!(page.get("searchbox", "Search subscriptions").await.value().await, "");
        })
        .await;
}

#[tokio::test]
async fn an_empty_wall_says_so_and_offers_the_first_subscription() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            stage.sandbox.happycolis.clear(INTEGRATION).unwrap();
            connect(page, Mode::Integration).await;
            page.get("heading", "No subscriptions yet").await;
            assert!(!page.has("table", "Subscriptions").await);
            stage.sandbox.happycolis.insert(INTEGRATION, "order/created", "https://a.example.com/x", None).unwrap();
            page.click("button", "Refresh").await;
            wall::has(page, "order/created").await;
            page.get("table", "Subscriptions").await;
        })
        .await;
}

#[tokio::test]
async fn a_refresh_keeps_the_rows_while_it_runs_and_when_it_fails() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            let rows = wall::rows(page).await;
            platform.queue_fault(Fault::next(Effect::Hold).on(LIST));
            page.click("button", "Refresh").await;
            platform.wait_for_held(1).await;
            page.says("status", "Refreshing").await;
            assert_eq!(wall::rows(page).await, rows, "rows stay while they are read again");
            platform.release();
            until("the refresh to end", async || {
                let text = page.text().await;
                if text.contains("Refreshing") { Err(text) } else { Ok(()) }
            })
            .await;
            platform.queue_fault(Fault::next(Effect::HtmlError).on(LIST));
            page.click("button", "Refresh").await;
            page.says("alert", "The platform failed (HTTP 500)").await;
            assert_eq!(wall::rows(page).await, rows, "rows stay when reading fails");
            page.click("button", "Try again").await;
            until("the alerts to go", async || {
                let alerts = page.nodes("alert").await.len();
                if page.has("button", "Try again").await { Err(format!("{alerts} alerts")) } else { Ok(()) }
            })
            .await;
            assert_eq!(wall::rows(page).await, rows);
        })
        .await;
}

#[tokio::test]
async fn a_changed_health_changes_its_badge() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            let all = platform.subscriptions(INTEGRATION).unwrap();
            let order = all.iter().find(|it| it.kind.as_deref() == Some("order/created")).unwrap();
            platform.set_health(&order.id, Some("FAILING")).unwrap();
            page.click("button", "Refresh").await;
            page.shows("3 subscriptions need attention").await;
            let rows = wall::rows(page).await;
            let row = rows.iter().find(|row| row.event == "order/created").unwrap();
            assert_eq!(row.health, "Failing");
        })
        .await;
}

#[tokio::test]
async fn a_badge_tells_what_it_means_where_and_when_it_was_read_and_what_to_do() {
    let told = [
        ("product/updated", "Failing", "field health of HappyColis’ list: FAILING", "contact@happycolis.com"),
        ("product/updated", "Failing", "at least this endpoint receives nothing", "queue of the whole integration"),
        ("stock_reference/movement_created", "Unknown", "DEGRADED", "does not guess"),
        ("order/created", "Healthy", "field health of HappyColis’ list: HEALTHY", "another endpoint of this integration is failing"),
    ];
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            for (event, text, one, other) in told {
                let badge = wall::badge(page, event).await;
                assert_eq!(badge.node.name, text);
                badge.click().await;
                let popover = page.says("dialog", event).await;
                for part in ["What it means", "Where it was read", "When", "What to do", one, other] {
                    popover.says(part).await;
                }
                page.press(e2e::keyboard::ESCAPE).await;
                until("the popover to close", async || match page.nodes("dialog").await.len() {
                    0 => Ok(()),
                    open => Err(format!("{open} open")),
                })
                .await;
                assert!(badge.has_focus().await, "the focus is back on the badge");
            }
        })
        .await;
}

#[tokio::test]
async fn a_row_that_breaks_a_rule_is_flagged_and_not_hidden() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            connect(&stage.page, Mode::Integration).await;
            wall::has(&stage.page, "location/activated").await;
            stage.page.shows("Breaks a rule").await;
        })
        .await;
}

#[tokio::test]
async fn a_row_that_cannot_be_read_hides_no_other() {
    let webhooks = serde_json::json!([
        { "id": "wh_1", "type": "order/created", "health": "HEALTHY", "endPoint": "https://a.example.com/1" },
        { "identifier": "odd one" },
        { "id": "wh_3", "type": null, "health": null, "endPoint": null },
        { "id": "wh_4", "type": "order/updated", "health": "HEALTHY", "endPoint": "https://a.example.com/4" },
    ]);
    let body = serde_json::json!({ "data": { "integration": { "id": "int_1", "name": "Odd", "type": "PRIVATE", "webhooks": webhooks } } });
    let answer = Effect::Answer { status: 200, headers: Default::default(), body: Some(body) };
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            stage.sandbox.happycolis.queue_fault(Fault::next(answer).on(LIST));
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            wall::has(page, "order/updated").await;
            for part in ["This row cannot be read", "odd one", "Event not reported", "Endpoint not reported"] {
                page.shows(part).await;
            }
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
                platform.insert(INTEGRATION, &format!("long/event_{number:03}"), "https://a.example.com/x", None).unwrap();
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
