//! Faults on a removal.

use e2e::{
    Door, Stage,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};

use sandbox::Alteration;
use serde_json::{Value, json};

use super::{
    Case, Form, Outcome, altered, cases, event, hang, keeps_the_others, rest, scene,
    tells_the_truth, told,
};
use crate::sent;

const QUESTION: &str = "Remove subscription?";

/// Puts a row on the wall, by the platform where it lists, by a create where it does not.
async fn put_up(stage: &Stage, mode: Mode, event: &str) {
    if mode.lists() {
        hang(stage, event).await;
        return;
    }
    let editor = Editor::new(&stage.page).await;
    editor.fill(event, "https://hooks.example.com/x").await;
    editor.submit("Create subscription").await;
    editor.gone().await;
    wall::has(&stage.page, event).await;
}

async fn strike(stage: &Stage, mode: Mode, case: &Case, number: usize) {
    let page = &stage.page;
    let event = event(number);
    put_up(stage, mode, &event).await;
    stage.sandbox.clear_received();
    case.strike(stage, mode.remove());
    wall::action(page, "Remove", &event).await.click().await;
    let dialog = page.get("alertdialog", QUESTION).await;
    dialog
        .get("button", "Remove subscription")
        .await
        .click()
        .await;
    let stays = match (case.outcome, mode.lists()) {
        (Outcome::Refused, _) => {
            told(page, case).await.says("Not done").await;
            true
        }
        (Outcome::LostBefore, true) => {
            let alert = told(page, case).await;
            alert.says("still shows the subscription").await;
            true
        }
        (Outcome::LostAfter, true) => {
            page.says("status", "the platform no longer shows").await;
            false
        }
        (Outcome::LostBefore | Outcome::LostAfter, false) => {
            let alert = told(page, case).await;
            alert.says("the removal may have happened").await;
            true
        }
        (Outcome::Done, _) => {
            page.says("status", "was removed").await;
            false
        }
    };
    assert_eq!(
        sent::bodies(stage, mode.remove()).len(),
        case.arrivals(),
        "{}: never repeated",
        case.name
    );
    let stored = sent::held(stage, mode.owner()).contains(&event);
    assert_eq!(
        stored,
        matches!(case.outcome, Outcome::Refused | Outcome::LostBefore),
        "{}",
        case.name
    );
    if stays {
        dialog.get("button", "Cancel").await.click().await;
        page.gone("alertdialog", QUESTION).await;
        wall::has(page, &event).await;
    } else {
        page.gone("alertdialog", QUESTION).await;
        wall::lacks(page, &event).await;
    }
    // Removing again is safe, and settles what was unknown.
    if stays && !mode.lists() && case.outcome == Outcome::LostAfter {
        wall::action(page, "Remove", &event).await.click().await;
        page.get("alertdialog", QUESTION)
            .await
            .get("button", "Remove subscription")
            .await
            .click()
            .await;
        page.says("status", "was gone already").await;
        wall::lacks(page, &event).await;
    }
}

async fn every_fault(door: Door, mode: Mode, cases: Vec<Case>) {
    scene(door)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, mode).await;
            for (number, case) in cases.iter().enumerate() {
                let before = wall::rows(page).await;
                strike(stage, mode, case, number).await;
                wall::tidy(page).await;
                keeps_the_others(page, &before, &event(number)).await;
                if mode.lists() {
                    tells_the_truth(stage).await;
                }
                stage.sandbox.happycolis.clear_faults();
            }
        })
        .await;
}

#[tokio::test]
async fn every_fault_while_removing_with_a_list_through_the_relay() {
    every_fault(Door::Relay, Mode::Integration, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_while_removing_with_a_list_across_origins() {
    every_fault(Door::Cross, Mode::Integration, cases(Door::Cross)).await;
}

#[tokio::test]
async fn every_fault_while_removing_without_a_list_through_the_relay() {
    every_fault(Door::Relay, Mode::Oauth, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_while_removing_without_a_list_across_origins() {
    every_fault(Door::Cross, Mode::Oauth, cases(Door::Cross)).await;
}

/// Answers to a removal that are not quite what they should be. That there is a result confirms it, whatever stands in it.
pub fn answered_otherwise() -> Vec<Case> {
    use Alteration::{Remove, Rename, Set};
    use Outcome::{Done, LostAfter};
    let result = "/data/integrationWebhookRemove";
    let at = |name, place: &str, change, outcome| {
        altered(name, &format!("{result}{place}"), change, outcome)
    };
    vec![
        at("an unknown event", "/type", Set(json!("SLEEPING")), Done),
        at("an additional field", "/colour", Set(json!("green")), Done),
        at("no id", "/id", Remove, Done),
        at(
            "an endpoint that is null",
            "/endPoint",
            Set(Value::Null),
            Done,
        ),
        at("no result", "", Remove, LostAfter),
        at("a result that is null", "", Set(Value::Null), LostAfter),
        at(
            "a result of another name",
            "",
            Rename("removed".to_owned()),
            LostAfter,
        ),
    ]
}

#[tokio::test]
async fn the_other_refusals_and_ten_megabytes_while_removing() {
    every_fault(Door::Relay, Mode::Integration, rest(Form::Graphql)).await;
}

#[tokio::test]
async fn an_answer_that_is_not_quite_a_removed_subscription() {
    every_fault(Door::Relay, Mode::Integration, answered_otherwise()).await;
}
