//! Faults on a create.

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
    Case, Form, Outcome, altered, cases, event, keeps_the_others, rest, scene, tells_the_truth,
    told,
};
use crate::sent;

/// The draft is still in the dialog.
async fn keeps_the_draft(editor: &Editor<'_>, event: &str, endpoint: &str) {
    assert_eq!(editor.event().await.value().await, event, "the draft stays");
    assert_eq!(
        editor.endpoint().await.value().await,
        endpoint,
        "the draft stays"
    );
}

async fn strike(stage: &Stage, mode: Mode, case: &Case, number: usize) {
    let page = &stage.page;
    let (event, endpoint) = (event(number), format!("https://hooks.example.com/{number}"));
    case.strike(stage, mode.create());
    let editor = Editor::new(page).await;
    editor.fill(&event, &endpoint).await;
    editor.submit("Create subscription").await;
    match (case.outcome, mode.lists()) {
        (Outcome::Refused, _) => {
            told(page, case).await.says("Not done").await;
            keeps_the_draft(&editor, &event, &endpoint).await;
        }
        (Outcome::LostBefore, true) => {
            let alert = told(page, case).await;
            alert.says("does not show the subscription").await;
            keeps_the_draft(&editor, &event, &endpoint).await;
        }
        (Outcome::LostAfter, true) => {
            editor.gone().await;
            page.says("status", "the platform’s list now shows").await;
            wall::has(page, &event).await;
        }
        (Outcome::LostBefore | Outcome::LostAfter, false) => {
            let alert = told(page, case).await;
            alert.says("the creation may have happened").await;
            keeps_the_draft(&editor, &event, &endpoint).await;
            editor.cancel().await;
            page.says("alert", &format!("Creating {event}"))
                .await
                .says("may have happened")
                .await;
        }
        (Outcome::Done, _) => {
            editor.gone().await;
            wall::has(page, &event).await;
            page.says("status", &format!("{event} to {endpoint} was created"))
                .await;
            if !case.said.is_empty() {
                page.says("alert", case.said).await;
            }
        }
    }
    assert_eq!(
        sent::bodies(stage, mode.create()).len(),
        case.arrivals(),
        "{}: never repeated",
        case.name
    );
    let stored = sent::held(stage, mode.owner()).contains(&event);
    assert_eq!(
        stored,
        matches!(case.outcome, Outcome::LostAfter | Outcome::Done),
        "{}",
        case.name
    );
    stage.sandbox.clear_received();
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
async fn every_fault_while_creating_with_a_list_through_the_relay() {
    every_fault(Door::Relay, Mode::Integration, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_while_creating_with_a_list_across_origins() {
    every_fault(Door::Cross, Mode::Integration, cases(Door::Cross)).await;
}

#[tokio::test]
async fn every_fault_while_creating_without_a_list_through_the_relay() {
    every_fault(Door::Relay, Mode::Oauth, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_while_creating_without_a_list_across_origins() {
    every_fault(Door::Cross, Mode::Oauth, cases(Door::Cross)).await;
}

/// Answers to a create that are not quite what they should be. What they leave out is what was sent, but for the id: without
/// it nobody knows what was created, so that the list has to tell.
pub fn answered_otherwise() -> Vec<Case> {
    use Alteration::{Remove, Rename, Set};
    use Outcome::{Done, LostAfter};
    let result = "/data/integrationWebhookCreate";
    let at = |name, place: &str, change, outcome| {
        altered(name, &format!("{result}{place}"), change, outcome)
    };
    let unknown = json!("SLEEPING");
    vec![
        at("an unknown health", "/health", Set(unknown.clone()), Done),
        at("an unknown event", "/type", Set(unknown), LostAfter),
        at("an additional field", "/colour", Set(json!("green")), Done),
        at("no endpoint", "/endPoint", Remove, Done),
        at("an event that is null", "/type", Set(Value::Null), Done),
        at("no id", "/id", Remove, LostAfter),
        at("an id that is null", "/id", Set(Value::Null), LostAfter),
        at("a result that is null", "", Set(Value::Null), LostAfter),
        at(
            "a result of another name",
            "",
            Rename("created".to_owned()),
            LostAfter,
        ),
    ]
}

#[tokio::test]
async fn the_other_refusals_and_ten_megabytes_while_creating() {
    every_fault(Door::Relay, Mode::Integration, rest(Form::Graphql)).await;
}

#[tokio::test]
async fn an_answer_that_is_not_quite_a_created_subscription() {
    every_fault(Door::Relay, Mode::Integration, answered_otherwise()).await;
}
