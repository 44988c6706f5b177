//! Every fault on a save and on a removal: one write on the wire, a specific alert, and nothing typed is lost. ikas counts
//! failed calls against an app, so nothing is tried again that nobody pressed.

use e2e::{
    Door, Stage,
    pages::{ikas, wall},
};
use sandbox::{Fault, ikas::APP};

use super::{DELETE, ENDPOINT, LIST, SAVE, draft, scopes, strike};
use crate::{
    faults::{Case, Outcome, cases, scene},
    sent,
};

const EVENT: &str = "store/product/created";

/// The operations that one press may cause: what is read before, the write where it arrives, and the list where the
/// answer was lost or the wall is read anew.
fn wanted(case: &Case, before: &[&str], write: &str) -> Vec<String> {
    // A refused preflight is that of the first call, so that nothing comes after it.
    if case.arrivals() == 0 && !before.is_empty() {
        return Vec::new();
    }
    let mut all = before.to_vec();
    all.extend((case.arrivals() == 1).then_some(write));
    let is_read_back = matches!(case.outcome, Outcome::LostBefore | Outcome::LostAfter);
    all.extend(is_read_back.then_some(LIST));
    all.into_iter().map(str::to_owned).collect()
}

/// A wall without rows that is known to be what ikas holds.
async fn cleared(stage: &Stage) {
    wall::tidy(&stage.page).await;
    stage.sandbox.ikas.clear_faults();
    stage.sandbox.ikas.clear(APP).expect("the app is known");
    stage.page.click("button", "Refresh").await;
    stage.page.get("heading", "No subscriptions yet").await;
}

async fn save(stage: &Stage, case: &Case) {
    let page = &stage.page;
    let editor = draft(page, &[EVENT], ENDPOINT).await;
    stage.sandbox.clear_received();
    eprintln!("{SAVE}: {}", case.name);
    strike(stage, &case.fault, SAVE);
    editor.submit("Create subscription").await;
    let failed = match case.outcome {
        Outcome::Refused => Some(editor.alert(case.said).await),
        // The list that is read before the save is struck already, so that nothing is lost.
        Outcome::LostBefore if case.arrivals() == 0 => {
            let alert = editor.alert(case.said).await;
            alert.says("Not done").await;
            Some(alert)
        }
        Outcome::LostBefore => {
            let alert = editor.alert(case.said).await;
            alert.says("does not show the subscription").await;
            Some(alert)
        }
        Outcome::LostAfter | Outcome::Done => None,
    };
    let wanted = wanted(case, &[LIST], SAVE);
    if failed.is_some() {
        assert_eq!(editor.chosen().await, [EVENT], "the draft stays");
        assert_eq!(editor.endpoint().await.value().await, ENDPOINT);
        assert_eq!(sent::operations(stage), wanted, "{}", case.name);
    } else {
        editor.gone().await;
        page.says("status", "Saved. The platform now lists").await;
        wall::has(page, EVENT).await;
        // The wall is read once more.
        assert_eq!(
            sent::operations(stage)[..wanted.len()],
            wanted,
            "{}",
            case.name
        );
        if !case.said.is_empty() && case.outcome == Outcome::Done {
            page.says("alert", case.said).await;
        }
    }
    assert_eq!(
        sent::bodies(stage, SAVE).len(),
        case.arrivals(),
        "{}: never repeated",
        case.name
    );
    assert_eq!(
        scopes(stage).contains(&EVENT.to_owned()),
        failed.is_none(),
        "{}",
        case.name
    );
}

async fn remove(stage: &Stage, case: &Case) {
    let page = &stage.page;
    stage
        .sandbox
        .ikas
        .insert(APP, EVENT, ENDPOINT)
        .expect("the app is known");
    page.click("button", "Refresh").await;
    wall::action(page, "Remove", EVENT).await.click().await;
    let dialog = page.get("alertdialog", "Remove subscription?").await;
    stage.sandbox.clear_received();
    eprintln!("{DELETE}: {}", case.name);
    strike(stage, &case.fault, DELETE);
    dialog
        .get("button", "Remove subscription")
        .await
        .click()
        .await;
    let stays = match case.outcome {
        Outcome::Refused => {
            page.says("alert", case.said).await;
            true
        }
        Outcome::LostBefore => {
            let alert = page.says("alert", case.said).await;
            alert.says("still shows the subscription").await;
            true
        }
        Outcome::LostAfter | Outcome::Done => {
            page.gone("alertdialog", "Remove subscription?").await;
            wall::lacks(page, EVENT).await;
            false
        }
    };
    let wanted = wanted(case, &[], DELETE);
    assert_eq!(
        sent::operations(stage)[..wanted.len()],
        wanted,
        "{}",
        case.name
    );
    assert_eq!(
        sent::bodies(stage, DELETE).len(),
        case.arrivals(),
        "{}: never repeated",
        case.name
    );
    assert_eq!(
        scopes(stage).contains(&EVENT.to_owned()),
        stays,
        "{}",
        case.name
    );
    if stays {
        dialog.get("button", "Cancel").await.click().await;
        page.gone("alertdialog", "Remove subscription?").await;
        wall::has(page, EVENT).await;
    }
}

async fn every_fault(door: Door, meet: impl AsyncFn(&Stage, &Case)) {
    scene(door)
        .play(async |stage| {
            // The cases come faster than a person's calls.
            stage
                .sandbox
                .ikas
                .switch(|switches| switches.rate_limit_factor = 100.0);
            ikas::connect(&stage.page, "v2", "Istanbul").await;
            for case in cases(door) {
                cleared(stage).await;
                meet(stage, &case).await;
            }
        })
        .await;
}

#[tokio::test]
async fn every_fault_while_saving_through_the_relay() {
    every_fault(Door::Relay, save).await;
}

#[tokio::test]
async fn every_fault_while_saving_across_origins() {
    every_fault(Door::Cross, save).await;
}

#[tokio::test]
async fn every_fault_while_removing_through_the_relay() {
    every_fault(Door::Relay, remove).await;
}

#[tokio::test]
async fn every_fault_while_removing_across_origins() {
    every_fault(Door::Cross, remove).await;
}

/// Where the list cannot be read, nobody knows what a save would be saved over: nothing is sent.
#[tokio::test]
async fn a_list_that_cannot_be_read_before_a_save_stops_it() {
    scene(Door::Relay)
        .play(async |stage| {
            ikas::connect(&stage.page, "v2", "Istanbul").await;
            let editor = draft(&stage.page, &[EVENT], ENDPOINT).await;
            stage.sandbox.clear_received();
            strike(stage, &Fault::next(sandbox::Effect::HtmlError), LIST);
            editor.submit("Create subscription").await;
            editor.alert("The platform failed (HTTP 500)").await;
            assert_eq!(editor.chosen().await, [EVENT]);
            assert_eq!(sent::operations(stage), [LIST]);
        })
        .await;
}
