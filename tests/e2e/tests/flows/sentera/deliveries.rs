//! Events of a subscription, where the schema shows how to read them: listed, narrowed, and page by page.

use e2e::{
    Door, Element, Page, Scene, Stage,
    pages::{sentera, wall},
    until,
};
use sandbox::{
    Alteration, Effect, Fault, Received,
    sentera::{EventStatus, EventType, SUBSCRIPTION},
};
use serde_json::json;

use super::{BOTH, FEATURE_SET, READ, TASK, discoverable, strike};
use crate::sent;

/// Connects to a found list, and opens the details of the subscription with two types.
async fn details(stage: &Stage) -> Element {
    let page = &stage.page;
    discoverable(stage);
    sentera::connect(page, "Acme").await;
    wall::action(page, "Details", BOTH).await.click().await;
    stage.sandbox.clear_received();
    page.get("dialog", BOTH).await
}

/// Waits until the rows are these, from the newest on: a part of each, in order.
async fn shows(page: &Page, wanted: &[&str]) {
    let body = "return [...document.querySelectorAll('li.delivery')].map(row => row.innerText.replace(/\\s+/g, ' '))";
    until(&format!("the deliveries {wanted:?}"), async || {
        let rows = page.script(body).await;
        let rows: Vec<&str> = rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|it| it.as_str())
            .collect();
        let fits = rows.len() == wanted.len()
            && rows
                .iter()
                .zip(wanted)
                .all(|(row, part)| row.starts_with(part));
        if fits {
            Ok(())
        } else {
            Err(format!("{rows:?}"))
        }
    })
    .await;
}

/// Sets the date of a field as the browser's own calendar, which no test can reach, does.
async fn date(page: &Page, label: &str, day: &str) {
    let body = format!(
        "const label = [...document.querySelectorAll('label')].find(label => label.innerText.trim() === {label:?});
         const field = label.querySelector('input');
         field.value = {day:?};
         field.dispatchEvent(new Event('change', {{ bubbles: true }}));",
    );
    page.script(&body).await;
}

#[tokio::test]
async fn events_stand_as_deliveries_with_attempts_time_and_payload_the_newest_first() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let dialog = details(stage).await;
            shows(
                page,
                &[
                    "Delivered 2 attempts TASK_MODIFIED",
                    "Failed 3 attempts TASK_MODIFIED",
                    "Delivered 1 attempt FEATURE_SET_CREATED",
                ],
            )
            .await;
            for part in [
                "https://receiver.example/sentera",
                SUBSCRIPTION,
                "not reported",
                "How long Sentera keeps events is not documented",
                "3 of 3",
            ] {
                dialog.says(part).await;
            }
            let times = page.script("return [...document.querySelectorAll('li.delivery time')].map(time => time.dateTime)").await;
            let wanted = ["2025-09-03T09:45", "2025-09-03T08:45", "2025-09-03T08:00"];
            for (time, wanted) in times.as_array().unwrap().iter().zip(wanted) {
                assert!(time.as_str().unwrap().starts_with(wanted), "{times}");
            }
            page.script("document.querySelector('li.delivery summary').click()").await;
            for part in ["created_by_id", "updated_by_id", "1qaz2wsx_US_pegboardDemo"] {
                dialog.says(part).await;
            }
            assert!(!page.has("button", "Older deliveries").await);
            dialog.get("button", "Close").await.click().await;
            page.gone("dialog", BOTH).await;
        })
        .await;
}

#[tokio::test]
async fn a_complaint_beside_the_events_is_told_and_the_events_stand() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let dialog = details(stage).await;
            let complaint = Effect::Altered {
                at: "/errors".to_owned(),
                change: Alteration::Set(json!([{ "message": "Too complex for all" }])),
            };
            strike(stage, &Fault::next(complaint), READ);
            dialog
                .get("combobox", "Status")
                .await
                .choose("FAILED")
                .await;
            dialog.says("added a complaint: Too complex for all").await;
            shows(&stage.page, &["Failed 3 attempts TASK_MODIFIED"]).await;
        })
        .await;
}

#[tokio::test]
async fn they_are_narrowed_by_type_status_and_dates_and_each_filter_can_be_lifted() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.sentera;
            platform
                .record(
                    SUBSCRIPTION,
                    EventType::TaskModified,
                    EventStatus::Pending,
                    1,
                )
                .unwrap();
            let dialog = details(stage).await;
            let (delivered, failed, pending) = ("Delivered 2", "Failed 3", "PENDING 1");
            let feature = "Delivered 1 attempt FEATURE_SET_CREATED";
            shows(page, &[pending, delivered, failed, feature]).await;
            let kind = dialog.get("combobox", "Event type").await;
            let status = dialog.get("combobox", "Status").await;
            kind.choose(FEATURE_SET).await;
            shows(page, &[feature]).await;
            kind.choose(TASK).await;
            shows(page, &[pending, delivered, failed]).await;
            status.choose("FAILED").await;
            shows(page, &[failed]).await;
            kind.choose("All").await;
            status.choose("All").await;
            shows(page, &[pending, delivered, failed, feature]).await;
            stage.sandbox.clear_received();
            date(page, "Until", "2025-09-03").await;
            shows(page, &[delivered, failed, feature]).await;
            let asked = sent::bodies(stage, READ).pop().unwrap();
            assert_eq!(
                asked["variables"]["dates"],
                json!({ "end_date": "2025-09-03T23:59:59.999Z" })
            );
            date(page, "Until", "").await;
            date(page, "From", "2025-09-04").await;
            shows(page, &[pending]).await;
            let asked = sent::bodies(stage, READ).pop().unwrap();
            assert_eq!(
                asked["variables"]["dates"],
                json!({ "start_date": "2025-09-04T00:00:00Z" })
            );
            kind.choose(FEATURE_SET).await;
            shows(page, &[]).await;
            page.shows("No delivery fits these filters").await;
        })
        .await;
}

#[tokio::test]
async fn older_ones_join_page_by_page_and_a_failed_page_keeps_those_already_shown() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            for _ in 0..27 {
                let platform = &stage.sandbox.sentera;
                platform
                    .record(
                        SUBSCRIPTION,
                        EventType::TaskModified,
                        EventStatus::Failed,
                        3,
                    )
                    .unwrap();
            }
            let dialog = details(stage).await;
            shows(page, &["Failed 3 attempts"; 25]).await;
            dialog.says("25 of 30").await;
            strike(stage, &Fault::next(Effect::HtmlError).times(3), READ);
            stage.sandbox.clear_received();
            dialog.get("button", "Older deliveries").await.click().await;
            page.says("alert", "The platform failed (HTTP 500)").await;
            shows(page, &["Failed 3 attempts"; 25]).await;
            dialog.get("button", "Older deliveries").await.click().await;
            let is_read = |call: &Received| call.operation.as_deref() == Some(READ);
            stage.sandbox.wait_for_received(4, is_read).await;
            dialog.says("30 of 30").await;
            page.gone("button", "Older deliveries").await;
            let asked = sent::bodies(stage, READ);
            let pages: Vec<_> = asked
                .iter()
                .map(|call| &call["variables"]["events"]["page"])
                .collect();
            assert_eq!(
                pages, [2; 4],
                "three attempts, then what the person asked for"
            );
        })
        .await;
}
