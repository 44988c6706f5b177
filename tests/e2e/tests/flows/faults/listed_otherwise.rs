//! A list that is not quite what it should be: what cannot be read of one row is said in that row, and no other changes.

use e2e::{
    Door, Stage,
    pages::{
        connect::{Mode, connect},
        wall::{self, Row},
    },
    until,
};
use sandbox::{
    Alteration::{self, Remove, Rename, Set},
    Effect, Fault, Received,
};
use serde_json::{Value, json};

use super::{scene, tells_the_truth};

const LIST: &str = "GetIntegration";

/// What becomes of the first row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Same,
    /// Its health is not known; everything else is.
    Unknown,
    /// It stays, and says this.
    Says(&'static str),
}

const ROWS: &str = "/data/integration/webhooks";

fn of_one_row() -> Vec<(&'static str, Alteration, First)> {
    vec![
        ("/health", Set(json!("SLEEPING")), First::Unknown),
        ("/health", Remove, First::Unknown),
        ("/health", Set(Value::Null), First::Unknown),
        ("/colour", Set(json!("green")), First::Same),
        ("/endPoint", Remove, First::Says("Endpoint not reported")),
        ("/type", Set(Value::Null), First::Says("Event not reported")),
        ("/id", Remove, First::Says("This row cannot be read")),
        (
            "/id",
            Set(Value::Null),
            First::Says("This row cannot be read"),
        ),
        ("", Set(Value::Null), First::Says("This row cannot be read")),
    ]
}

/// Refreshes, with the answer changed at this place, and waits for the end.
async fn refresh(stage: &Stage, at: String, change: Alteration) {
    let fault = Fault::next(Effect::Altered { at, change }).on(LIST);
    stage.sandbox.happycolis.queue_fault(fault);
    stage.sandbox.clear_received();
    stage.page.click("button", "Refresh").await;
    let is_read = |call: &Received| call.operation.as_deref() == Some(LIST);
    stage.sandbox.wait_for_received(1, is_read).await;
    wall::read_to_the_end(&stage.page).await;
}

/// Waits until every row but the first of the list is as before, and the first is what it is to be.
async fn shows(stage: &Stage, before: &[Row], event: &str, first: First) {
    let page = &stage.page;
    let others = |rows: &[Row]| {
        let others = rows.iter().filter(|row| row.event != event);
        others.cloned().collect::<Vec<_>>()
    };
    until(&format!("{first:?}"), async || {
        let now = wall::rows(page).await;
        let own = now.iter().find(|row| row.event == event);
        let is_good = match first {
            First::Same => now == before,
            First::Unknown => own.is_some_and(|row| row.health == "Unknown"),
            First::Says(part) => page.text().await.contains(part),
        };
        let all_others = others(before).iter().all(|row| now.contains(row));
        if is_good && all_others {
            Ok(())
        } else {
            Err(format!("{now:?}"))
        }
    })
    .await;
    assert!(page.nodes("alert").await.is_empty(), "{first:?}");
}

#[tokio::test]
async fn one_row_that_is_not_quite_a_subscription_changes_no_other() {
    scene(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            tells_the_truth(stage).await;
            let rows = wall::rows(page).await;
            let held = crate::sent::held(stage, Mode::Integration.owner());
            let event = held.first().expect("the demo has rows");
            for (place, change, first) in of_one_row() {
                eprintln!("{place}: {change:?}");
                refresh(stage, format!("{ROWS}/0{place}"), change).await;
                shows(stage, &rows, event, first).await;
                tells_the_truth(stage).await;
                wall::shows_again(page, &rows).await;
            }
        })
        .await;
}

#[tokio::test]
async fn an_answer_that_is_no_list_keeps_the_rows() {
    scene(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            tells_the_truth(stage).await;
            let rows = wall::rows(page).await;
            for (at, change) in [
                (ROWS, Remove),
                (ROWS, Set(Value::Null)),
                (ROWS, Rename("hooks".to_owned())),
                (ROWS, Set(json!("none"))),
                ("/data/integration", Set(Value::Null)),
                ("/data", Rename("result".to_owned())),
            ] {
                eprintln!("{at}: {change:?}");
                refresh(stage, at.to_owned(), change).await;
                page.says("alert", "an answer without a result").await;
                assert_eq!(wall::rows(page).await, rows);
                wall::tidy(page).await;
                tells_the_truth(stage).await;
            }
        })
        .await;
}
