//! Faults on a write: it is sent once, and read back where its answer was lost.

use e2e::{Door, Stage, pages::wall};

use super::{Case, Outcome, TOPIC, all, arrived, every_fault, not_found, strike, told, webhook};
use crate::commerce_layer::{CREATE, DELETE, UPDATE, draft, edit, give, held, text, topics};

/// The topic that is created beside the one on the wall.
const NEW: &str = "orders.void";
const NEW_ENDPOINT: &str = "https://hooks.example.com/voided";

async fn create(stage: &Stage, case: &Case) {
    let page = &stage.page;
    let editor = draft(page, NEW, NEW_ENDPOINT).await;
    give(&editor, "Name", "Voided").await;
    stage.sandbox.clear_received();
    strike(stage, case.fault.clone(), CREATE);
    editor.submit("Create subscription").await;
    match case.outcome {
        Outcome::Refused => {
            told(page, case).await.says("Not done").await;
        }
        Outcome::LostBefore => {
            let alert = told(page, case).await;
            alert.says("does not show the subscription").await;
        }
        Outcome::LostAfter => {
            editor.gone().await;
            page.says("status", "the platform’s list now shows").await;
        }
        Outcome::Done => editor.gone().await,
    }
    let done = matches!(case.outcome, Outcome::LostAfter | Outcome::Done);
    if done {
        wall::has(page, NEW).await;
    } else {
        assert_eq!(editor.event().await.value().await, NEW, "{}", case.name);
        assert_eq!(editor.endpoint().await.value().await, NEW_ENDPOINT);
        let name = editor.dialog.get("textbox", "Name").await;
        assert_eq!(name.value().await, "Voided");
    }
    assert_eq!(
        arrived(stage, CREATE),
        case.arrivals(),
        "{}: never repeated",
        case.name
    );
    assert_eq!(
        topics(stage).contains(&NEW.to_owned()),
        done,
        "{}",
        case.name
    );
}

#[tokio::test]
async fn every_fault_while_creating_through_both_doors() {
    for door in [Door::Relay, Door::Cross] {
        every_fault(door, all(door), create).await;
    }
}

#[tokio::test]
async fn every_fault_while_saving_changes_keeps_the_draft() {
    let mut cases = all(Door::Relay);
    cases.push(not_found());
    every_fault(Door::Relay, cases, async |stage, case| {
        let page = &stage.page;
        let before = held(stage);
        let editor = edit(stage, TOPIC).await;
        give(&editor, "Reference", "erp").await;
        strike(stage, case.fault.clone(), UPDATE);
        editor.submit("Save changes").await;
        match case.outcome {
            Outcome::Refused => {
                told(page, case).await.says("Not done").await;
            }
            Outcome::LostBefore => {
                let alert = told(page, case).await;
                alert.says("does not show the change").await;
            }
            Outcome::LostAfter | Outcome::Done => {
                editor.gone().await;
                page.says("status", "was changed").await;
            }
        }
        if matches!(case.outcome, Outcome::LostAfter | Outcome::Done) {
            assert_eq!(text(&webhook(stage, TOPIC), "reference"), "erp");
        } else {
            let reference = editor.dialog.get("textbox", "Reference").await;
            assert_eq!(reference.value().await, "erp", "the draft stays");
            assert_eq!(held(stage), before, "{}", case.name);
        }
        assert_eq!(arrived(stage, UPDATE), 1, "{}: never repeated", case.name);
    })
    .await;
}

#[tokio::test]
async fn every_fault_while_removing_leaves_the_row_until_it_is_gone() {
    every_fault(Door::Relay, all(Door::Relay), async |stage, case| {
        let page = &stage.page;
        wall::action(page, "Remove", TOPIC).await.click().await;
        let dialog = page.get("alertdialog", "Remove subscription?").await;
        stage.sandbox.clear_received();
        strike(stage, case.fault.clone(), DELETE);
        let remove = dialog.get("button", "Remove subscription").await;
        remove.click().await;
        let stays = match case.outcome {
            Outcome::Refused => {
                told(page, case).await.says("Not done").await;
                true
            }
            Outcome::LostBefore => {
                let alert = told(page, case).await;
                alert.says("still shows the subscription").await;
                true
            }
            Outcome::LostAfter | Outcome::Done => {
                page.gone("alertdialog", "Remove subscription?").await;
                wall::lacks(page, TOPIC).await;
                false
            }
        };
        assert_eq!(arrived(stage, DELETE), 1, "{}: never repeated", case.name);
        assert_eq!(
            topics(stage).contains(&TOPIC.to_owned()),
            stays,
            "{}",
            case.name
        );
        if stays {
            dialog.get("button", "Cancel").await.click().await;
            page.gone("alertdialog", "Remove subscription?").await;
            wall::has(page, TOPIC).await;
        }
    })
    .await;
}
