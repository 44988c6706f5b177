//! Faults on a create.

use e2e::{Door, Stage};

use super::{Case, Outcome, Wall, every_fault, is_done, rows_at};
use crate::{
    sent,
    sentera::{CREATE, TASK, draft, endpoints, strike},
};

async fn create(stage: &Stage, wall: Wall, case: &Case, endpoint: &str) {
    let page = &stage.page;
    let editor = draft(page, &[TASK], endpoint).await;
    strike(stage, &case.fault, CREATE);
    editor.submit("Create subscription").await;
    let succeeds = wall.succeeds(case.outcome);
    if succeeds {
        editor.gone().await;
        let said = format!("{TASK} to {endpoint} was created");
        page.says("status", &said).await;
        if case.outcome == Outcome::Done && !case.said.is_empty() {
            page.says("alert", case.said).await;
        }
    } else {
        let part = match (case.outcome, wall) {
            (Outcome::Refused, _) => "Not done",
            (_, Wall::List) => "does not show the subscription",
            (_, Wall::Ledger) => "the creation may have happened",
        };
        editor.alert(case.said).await.says(part).await;
        assert_eq!(editor.chosen().await, [TASK], "the draft stays");
        assert_eq!(editor.endpoint().await.value().await, endpoint);
        editor.cancel().await;
    }
    if wall.is_unknown(case.outcome) {
        let note = format!("Creating {TASK} to {endpoint}");
        page.says("alert", &note)
            .await
            .says("may have happened")
            .await;
    }
    rows_at(page, endpoint, usize::from(succeeds)).await;
    let sent = sent::bodies(stage, CREATE).len();
    assert_eq!(sent, case.arrivals(), "{}: never repeated", case.name);
    let stored = endpoints(stage).iter().filter(|it| *it == endpoint).count();
    assert_eq!(stored, usize::from(is_done(case)), "{}", case.name);
}

#[tokio::test]
async fn every_fault_while_creating_with_a_list_and_with_a_ledger() {
    for (door, wall) in [(Door::Cross, Wall::List), (Door::Relay, Wall::Ledger)] {
        let meet = async |stage: &Stage, case: &Case, endpoint: &str| {
            create(stage, wall, case, endpoint).await;
        };
        every_fault(door, wall, async |_| {}, meet).await;
    }
}
