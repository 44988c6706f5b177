//! Health badges: what they say, and where it comes from.

use e2e::{
    Door, Scene,
    pages::{
        connect::{Mode, connect},
        wall,
    },
    until,
};
use sandbox::happycolis::INTEGRATION;

#[tokio::test]
async fn a_changed_health_changes_its_badge() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            let all = platform.subscriptions(INTEGRATION).unwrap();
            let order = all
                .iter()
                .find(|it| it.kind.as_deref() == Some("order/created"))
                .unwrap();
            platform.set_health(&order.id, Some("FAILING")).unwrap();
            page.click("button", "Refresh").await;
            page.shows("3 subscriptions need attention").await;
            let rows = wall::rows(page).await;
            let row = rows
                .iter()
                .find(|row| row.event == "order/created")
                .unwrap();
            assert_eq!(row.health, "Failing");
        })
        .await;
}

#[tokio::test]
async fn a_badge_tells_what_it_means_where_and_when_it_was_read_and_what_to_do() {
    let told = [
        (
            "product/updated",
            "Failing",
            "field health of HappyColis’ list: FAILING",
            "contact@happycolis.com",
        ),
        (
            "product/updated",
            "Failing",
            "at least this endpoint receives nothing",
            "queue of the whole integration",
        ),
        (
            "stock_reference/movement_created",
            "Unknown",
            "DEGRADED",
            "does not guess",
        ),
        (
            "order/created",
            "Healthy",
            "field health of HappyColis’ list: HEALTHY",
            "another endpoint of this integration is failing",
        ),
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
                for part in [
                    "What it means",
                    "Where it was read",
                    "When",
                    "What to do",
                    one,
                    other,
                ] {
                    popover.says(part).await;
                }
                page.press(e2e::keyboard::ESCAPE).await;
                until("the popover to close", async || {
                    match page.nodes("dialog").await.len() {
                        0 => Ok(()),
                        open => Err(format!("{open} open")),
                    }
                })
                .await;
                assert!(badge.has_focus().await, "the focus is back on the badge");
            }
        })
        .await;
}
