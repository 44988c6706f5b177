//! Faults on both halves of a replacement.

use e2e::{
    Door, Stage,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};
use sandbox::happycolis::INTEGRATION;

use super::{
    Case, Form, Outcome, cases, create, event, hang, keeps_the_others, remove, rest, scene,
    tells_the_truth, told,
};
use crate::sent;

const MODE: Mode = Mode::Integration;

/// Which of the two calls is struck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Remove,
    Create,
}

fn endpoint(stage: &Stage, event: &str) -> Option<String> {
    let held = stage
        .sandbox
        .happycolis
        .subscriptions(INTEGRATION)
        .expect("the integration is known");
    held.into_iter()
        .find(|it| it.kind.as_deref() == Some(event))
        .map(|it| it.end_point)
}

async fn strike(stage: &Stage, case: &Case, half: Half, number: usize) {
    let page = &stage.page;
    let event = event(number);
    hang(stage, &event).await;
    let old = endpoint(stage, &event);
    let new = format!("https://new.example.com/{number}");
    stage.sandbox.clear_received();
    case.strike(
        stage,
        if half == Half::Remove {
            MODE.remove()
        } else {
            MODE.create()
        },
    );
    wall::action(page, "Replace", &event).await.click().await;
    let editor = Editor::open(page, "Replace subscription").await;
    editor.endpoint().await.fill(&new).await;
    editor.submit("Replace subscription").await;
    match (half, case.outcome) {
        (_, Outcome::Done | Outcome::LostAfter) => {
            editor.gone().await;
            page.says("status", "was replaced").await;
            assert_eq!(endpoint(stage, &event), Some(new), "{}", case.name);
        }
        (Half::Remove, outcome) => {
            let alert = told(page, case).await;
            let part = if outcome == Outcome::LostBefore {
                "still shows the subscription"
            } else {
                "Not done"
            };
            alert.says(part).await;
            assert_eq!(
                endpoint(stage, &event),
                old,
                "{}: nothing changed",
                case.name
            );
            assert!(
                sent::bodies(stage, MODE.create()).is_empty(),
                "{}: nothing was created",
                case.name
            );
            assert_eq!(
                editor.endpoint().await.value().await,
                new,
                "the draft stays"
            );
        }
        (Half::Create, _) => {
            let alert = told(page, case).await;
            alert.says("Removed, not created again").await;
            assert_eq!(endpoint(stage, &event), None, "{}", case.name);
            assert_eq!(
                editor.endpoint().await.value().await,
                new,
                "the draft stays"
            );
            editor.submit("Create subscription").await;
            editor.gone().await;
            assert_eq!(
                endpoint(stage, &event),
                Some(new),
                "{}: the second try works",
                case.name
            );
        }
    }
    assert!(
        sent::bodies(stage, MODE.remove()).len() <= 1,
        "{}: removed once",
        case.name
    );
}

async fn every_fault(door: Door, half: Half, cases: Vec<Case>) {
    scene(door)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, MODE).await;
            // The sandbox refuses the next preflight, which is that of the removal.
            let reaches = |case: &&Case| half == Half::Remove || case.arrivals() == 1;
            for (number, case) in cases.iter().filter(reaches).enumerate() {
                let before = wall::rows(page).await;
                strike(stage, case, half, number).await;
                wall::tidy(page).await;
                keeps_the_others(page, &before, &event(number)).await;
                tells_the_truth(stage).await;
            }
        })
        .await;
}

#[tokio::test]
async fn every_fault_of_the_removing_half_through_the_relay() {
    every_fault(Door::Relay, Half::Remove, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_of_the_removing_half_across_origins() {
    every_fault(Door::Cross, Half::Remove, cases(Door::Cross)).await;
}

#[tokio::test]
async fn every_fault_of_the_creating_half_through_the_relay() {
    every_fault(Door::Relay, Half::Create, cases(Door::Relay)).await;
}

#[tokio::test]
async fn every_fault_of_the_creating_half_across_origins() {
    every_fault(Door::Cross, Half::Create, cases(Door::Cross)).await;
}

#[tokio::test]
async fn the_other_refusals_and_ten_megabytes_of_the_creating_half() {
    every_fault(Door::Relay, Half::Create, rest(Form::Graphql)).await;
}

#[tokio::test]
async fn an_answer_to_the_creating_half_that_is_not_quite_a_subscription() {
    every_fault(Door::Relay, Half::Create, create::answered_otherwise()).await;
}

#[tokio::test]
async fn an_answer_to_the_removing_half_that_is_not_quite_a_subscription() {
    every_fault(Door::Relay, Half::Remove, remove::answered_otherwise()).await;
}
