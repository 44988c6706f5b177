//! The wall when it is not simply full of rows.

use e2e::{
    Door, Scene,
    pages::{
        connect::{Mode, connect},
        wall,
    },
    until,
};
use sandbox::{Effect, Fault, happycolis::INTEGRATION};

const LIST: &str = "GetIntegration";

#[tokio::test]
async fn an_empty_wall_says_so_and_offers_the_first_subscription() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            stage.sandbox.happycolis.clear(INTEGRATION).unwrap();
            connect(page, Mode::Integration).await;
            page.get("heading", "No subscriptions yet").await;
            assert!(!page.has("table", "Subscriptions").await);
            stage
                .sandbox
                .happycolis
                .insert(
                    INTEGRATION,
                    "order/created",
                    "https://a.example.com/x",
                    None,
                )
                .unwrap();
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
            assert_eq!(
                wall::rows(page).await,
                rows,
                "rows stay while they are read again"
            );
            platform.release();
            wall::read_to_the_end(page).await;
            platform.queue_fault(Fault::next(Effect::HtmlError).on(LIST).times(3));
            page.click("button", "Refresh").await;
            page.says("alert", "The platform failed (HTTP 500)").await;
            assert_eq!(wall::rows(page).await, rows, "rows stay when reading fails");
            page.click("button", "Try again").await;
            until("the alerts to go", async || {
                let alerts = page.nodes("alert").await.len();
                if page.has("button", "Try again").await {
                    Err(format!("{alerts} alerts"))
                } else {
                    Ok(())
                }
            })
            .await;
            assert_eq!(wall::rows(page).await, rows);
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
    let answer = Effect::Answer {
        status: 200,
        headers: Default::default(),
        body: Some(body),
    };
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            stage
                .sandbox
                .happycolis
                .queue_fault(Fault::next(answer).on(LIST));
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            wall::has(page, "order/updated").await;
            for part in [
                "This row cannot be read",
                "odd one",
                "Event not reported",
                "Endpoint not reported",
            ] {
                page.shows(part).await;
            }
        })
        .await;
}
