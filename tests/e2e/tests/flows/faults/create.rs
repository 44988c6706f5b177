//! Faults on a create.

use e2e::{
    Door, Stage,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};

use super::{Case, Outcome, cases, event, scene, tells_the_truth};
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
            editor.alert(case.said).await;
            keeps_the_draft(&editor, &event, &endpoint).await;
        }
        (Outcome::LostBefore, true) => {
            editor
                .alert(case.said)
                .await
                .says("does not show the subscription")
                .await;
            keeps_the_draft(&editor, &event, &endpoint).await;
        }
        (Outcome::LostAfter, true) => {
            editor.gone().await;
            page.says("status", "the platform’s list now shows").await;
            wall::has(page, &event).await;
        }
        (Outcome::LostBefore | Outcome::LostAfter, false) => {
            editor
                .alert(case.said)
                .await
                .says("the creation may have happened")
                .await;
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

async fn every_fault(door: Door, mode: Mode) {
    scene(door)
        .play(async |stage| {
            connect(&stage.page, mode).await;
            for (number, case) in cases(door).iter().enumerate() {
                strike(stage, mode, case, number).await;
                wall::tidy(&stage.page).await;
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
    every_fault(Door::Relay, Mode::Integration).await;
}

#[tokio::test]
async fn every_fault_while_creating_with_a_list_across_origins() {
    every_fault(Door::Cross, Mode::Integration).await;
}

#[tokio::test]
async fn every_fault_while_creating_without_a_list_through_the_relay() {
    every_fault(Door::Relay, Mode::Oauth).await;
}

#[tokio::test]
async fn every_fault_while_creating_without_a_list_across_origins() {
    every_fault(Door::Cross, Mode::Oauth).await;
}
