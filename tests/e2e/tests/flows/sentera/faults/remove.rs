//! Faults on a removal.

use e2e::{Door, Page, Stage, pages::wall};
use sandbox::sentera::EventType;

use super::{Case, Outcome, Wall, all, every_fault, is_done, rows_at, told};
use crate::{
    sent,
    sentera::{DELETE, TASK, clear, endpoints, insert, strike, track},
};

async fn remove(stage: &Stage, wall: Wall, case: &Case, endpoint: &str) {
    let page = &stage.page;
    let one = insert(stage, endpoint, &[EventType::TaskModified]);
    match wall {
        Wall::List => page.click("button", "Refresh").await,
        Wall::Ledger => track(page, &one).await,
    }
    wall::action(page, "Remove", TASK).await.click().await;
    let dialog = page.get("alertdialog", "Remove subscription?").await;
    strike(stage, &case.fault, DELETE);
    dialog
        .get("button", "Remove subscription")
        .await
        .click()
        .await;
    let succeeds = wall.succeeds(case.outcome);
    if succeeds {
        page.gone("alertdialog", "Remove subscription?").await;
        let said = match case.outcome {
            Outcome::LostAfter => format!("platform no longer shows {TASK} to {endpoint}"),
            _ => format!("{TASK} to {endpoint} was removed"),
        };
        page.says("status", &said).await;
    } else {
        let part = match (case.outcome, wall) {
            (Outcome::Refused, _) => "Not done",
            (_, Wall::List) => "still shows the subscription",
            (_, Wall::Ledger) => "the removal may have happened",
        };
        told(page, case).await.says(part).await;
        dialog.get("button", "Cancel").await.click().await;
        page.gone("alertdialog", "Remove subscription?").await;
    }
    if wall.is_unknown(case.outcome) {
        let note = format!("Removing {TASK} to {endpoint}");
        page.says("alert", &note)
            .await
            .says("may have happened")
            .await;
    }
    rows_at(page, endpoint, usize::from(!succeeds)).await;
    let sent = sent::bodies(stage, DELETE).len();
    assert_eq!(sent, case.arrivals(), "{}: never repeated", case.name);
    let stays = endpoints(stage) == [endpoint];
    assert_eq!(stays, !is_done(case), "{}", case.name);
    clear(stage);
}

/// What the platform has no more, and a ledger still has, for the next case to begin without it.
async fn drop_from_ledger(page: &Page) {
    if wall::events(page).await.is_empty() {
        return;
    }
    wall::action(page, "Remove", TASK).await.click().await;
    page.click("button", "Only remove it from the ledger").await;
    wall::lacks(page, TASK).await;
}

#[tokio::test]
async fn every_fault_while_removing_with_a_list_and_with_a_ledger() {
    for (door, wall) in [(Door::Cross, Wall::List), (Door::Relay, Wall::Ledger)] {
        let meet = async |stage: &Stage, case: &Case, endpoint: &str| {
            remove(stage, wall, case, endpoint).await;
            if wall == Wall::Ledger {
                drop_from_ledger(&stage.page).await;
            }
        };
        every_fault(door, wall, all(door), async |_| {}, meet).await;
    }
}
