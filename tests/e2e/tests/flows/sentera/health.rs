//! The wall of a found list: health is read from events, and what Sentera says is shown as it says it.

use e2e::{
    Door, Page, Scene, keyboard,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::{
    Effect, Fault,
    sentera::{ACME_CHILD, EventStatus, EventType},
};
use serde_json::json;

use super::{
    BOTH, FEATURE_SET, READ, SURVEY, TASK, discoverable, endpoints, events, insert, strike,
};
use crate::sent;

/// Opens the badge of an event, which has this text, and reads what the popover says.
async fn badge_says(page: &Page, event: &str, text: &str, parts: &[&str]) {
    let badge = wall::badge(page, event).await;
    assert_eq!(badge.node.name, text, "{event}");
    badge.click().await;
    let popover = page.says("dialog", parts[0]).await;
    for part in parts {
        popover.says(part).await;
    }
    page.press(keyboard::ESCAPE).await;
    page.gone("dialog", &popover.node.name).await;
}

#[tokio::test]
async fn every_badge_says_from_which_event_it_was_read() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.sentera;
            discoverable(stage);
            let healthy = insert(
                stage,
                "https://a.example.com/",
                &[EventType::FeatureSetCreated],
            );
            platform
                .record(
                    &healthy.sentera_id,
                    EventType::FeatureSetCreated,
                    EventStatus::Succeeded,
                    1,
                )
                .unwrap();
            let pending = insert(stage, "https://b.example.com/", &[EventType::SurveyCreated]);
            platform
                .record(
                    &pending.sentera_id,
                    EventType::SurveyCreated,
                    EventStatus::Pending,
                    2,
                )
                .unwrap();
            let none = [EventType::SurveyCreated, EventType::TaskModified];
            insert(stage, "https://c.example.com/", &none);
            sentera::connect(page, "Acme").await;
            wall::shows_exactly(page, &events(stage)).await;
            page.shows("2 subscriptions need attention").await;
            page.shows("not reported").await;

            let last = "The last event, TASK_MODIFIED: status SUCCEEDED, 2 attempts.";
            let means = "at least one of the 19 before it was not";
            badge_says(
                page,
                BOTH,
                "Degraded",
                &[last, means, "Look at the deliveries"],
            )
            .await;
            let last = "The last event, TASK_MODIFIED: status FAILED, 3 attempts.";
            let means = "The last event was not delivered";
            badge_says(
                page,
                TASK,
                "Failing",
                &[last, means, "Check that your server answers"],
            )
            .await;
            let last = "The last event, FEATURE_SET_CREATED: status SUCCEEDED, 1 attempt.";
            badge_says(
                page,
                FEATURE_SET,
                "Healthy",
                &[last, "The last event was delivered"],
            )
            .await;
            let last = "The last event, SURVEY_CREATED: status PENDING, 2 attempts.";
            badge_says(page, SURVEY, "Unknown", &[last, "Pegboard does not guess"]).await;
            let means = "No events are recorded for this subscription";
            badge_says(page, "SURVEY_CREATED, TASK_MODIFIED", "Unknown", &[means]).await;

            // The next event decides anew.
            platform
                .record(
                    &healthy.sentera_id,
                    EventType::FeatureSetCreated,
                    EventStatus::Failed,
                    3,
                )
                .unwrap();
            page.click("button", "Refresh").await;
            page.shows("3 subscriptions need attention").await;
            let last = "The last event, FEATURE_SET_CREATED: status FAILED, 3 attempts.";
            badge_says(page, FEATURE_SET, "Failing", &[last]).await;
        })
        .await;
}

/// Types, statuses and rows that no documentation knows, as a later Sentera may send them.
fn later() -> Fault {
    let event = json!({
        "sentera_id": "1_WE_", "type": "HARVEST_PREDICTED", "status": "QUEUED_AGAIN", "attempts": 7,
        "created_at": "2026-02-01T09:00:00Z",
    });
    let subscription = json!({
        "sentera_id": "1_WS_later", "callback_url": "http://10.0.0.7/hook", "event_types": ["HARVEST_PREDICTED"],
        "events": { "total_count": 1, "results": [event] },
    });
    let nameless = json!({ "event_types": ["TASK_MODIFIED"], "callback_url": "https://nameless.example.com/" });
    let list = json!({ "total_count": 3, "results": [subscription, null, nameless] });
    Fault::next(Effect::Answer {
        status: 200,
        headers: Default::default(),
        body: Some(json!({ "data": { "list": list } })),
    })
}

#[tokio::test]
async fn values_that_nobody_documents_are_shown_and_flagged_and_never_dropped() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            sentera::connect(page, "Acme").await;
            wall::has(page, BOTH).await;
            strike(stage, &later(), READ);
            page.click("button", "Refresh").await;
            // One of the three is null and may be any, so those known from before stay.
            let shown = [BOTH, "HARVEST_PREDICTED", TASK].map(str::to_owned);
            wall::shows_exactly(page, &shown).await;
            page.shows("The platform counts more subscriptions than it listed.")
                .await;
            page.shows("Harvest predicted").await;
            page.shows("Breaks a rule").await;
            page.shows("This row cannot be read").await;
            page.shows("https://nameless.example.com/").await;
            let last = "The last event, HARVEST_PREDICTED: status QUEUED_AGAIN, 7 attempts.";
            badge_says(page, "HARVEST_PREDICTED", "Unknown", &[last]).await;

            wall::action(page, "Edit", "HARVEST_PREDICTED")
                .await
                .click()
                .await;
            let editor = Editor::open(page, "Edit subscription").await;
            assert_eq!(editor.chosen().await, ["HARVEST_PREDICTED"]);
            assert_eq!(
                editor.endpoint().await.value().await,
                "http://10.0.0.7/hook"
            );
            editor.cancel().await;
        })
        .await;
}

#[tokio::test]
async fn a_long_list_is_read_to_its_end_with_the_events_of_every_row() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            stage.sandbox.sentera.seed(ACME_CHILD, 60).unwrap();
            sentera::connect(page, "Acme").await;
            page.shows("62 subscriptions").await;
            // Five of the seeded ones failed last, and both of the demo need a look.
            page.shows("7 subscriptions need attention").await;
            let pages = sent::bodies(stage, READ);
            let asked: Vec<_> = pages
                .iter()
                .map(|call| &call["variables"]["page"]["page"])
                .collect();
            assert_eq!(asked[..3], [1, 2, 3]);
            page.get("searchbox", "Search subscriptions")
                .await
                .fill("/60")
                .await;
            wall::shows_exactly(page, &[TASK.to_owned()]).await;
            let rows = wall::rows(page).await;
            assert!(endpoints(stage).contains(&rows[0].endpoint));
            assert_eq!(rows[0].health, "Failing");
        })
        .await;
}
