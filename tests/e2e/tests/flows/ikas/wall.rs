//! The list: what ikas tells of a webhook, and nothing that it does not tell.

use e2e::{
    Door, Scene, keyboard,
    pages::{ikas, wall},
};

#[tokio::test]
async fn badges_popovers_and_times_say_what_the_list_says() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            wall::shows_exactly(page, &super::scopes(stage)).await;
            let rows = wall::rows(page).await;
            for row in &rows {
                let wanted = if row.event == "store/customer/created" {
                    "Disabled"
                } else {
                    "Unknown"
                };
                assert_eq!(row.health, wanted, "{row:?}");
            }
            let mut seen: Vec<(String, String)> = rows
                .into_iter()
                .map(|row| (row.event, row.endpoint))
                .collect();
            seen.sort();
            let mut held = super::held(stage);
            held.sort();
            assert_eq!(seen, held);
            page.shows("Customer created").await;

            for (event, means) in [
                ("store/stock/updated", "ikas does not report health"),
                ("store/customer/created", "Marked deleted by ikas"),
            ] {
                wall::badge(page, event).await.click().await;
                let popover = page.says("dialog", means).await;
                popover.says(event).await;
                popover.says("The field deleted of ikas’ list").await;
                page.press(keyboard::ESCAPE).await;
            }

            // 3 September 2025, 08:01 to 08:04 UTC, as the sandbox has stored them.
            let times = "return [...document.querySelectorAll('td time')].map(time => time.dateTime).sort()";
            let times = page.script(times).await;
            let times: Vec<&str> = times.as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
            assert_eq!(times.len(), 4, "{times:?}");
            for (time, minute) in times.iter().zip(1..) {
                assert!(time.starts_with(&format!("2025-09-03T08:0{minute}")), "{times:?}");
            }
            assert!(!page.text().await.contains("not reported"));
        })
        .await;
}

#[tokio::test]
async fn a_webhook_that_ikas_marks_as_deleted_counts_as_no_trouble_and_can_be_created_again() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            ikas::connect(page, "v2", "Istanbul").await;
            let event = "store/customer/created";
            wall::has(page, event).await;
            assert!(!page.text().await.contains("needs attention"));
            let editor = super::draft(page, &[event], super::ENDPOINT).await;
            editor.submit("Create subscription").await;
            // A row that is off points nowhere, so nothing has to be asked.
            editor.gone().await;
            e2e::until("the badge Unknown", async || {
                match wall::badge(page, event).await.node.name {
                    name if name == "Unknown" => Ok(()),
                    other => Err(other),
                }
            })
            .await;
        })
        .await;
}
