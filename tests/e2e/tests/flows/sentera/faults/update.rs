//! Faults on an update. One subscription goes through all of them.

use e2e::{
    Door, Stage,
    pages::{editor::Editor, wall},
};
use sandbox::sentera::EventType;

use super::{Case, Outcome, Wall, every_fault, is_done, rows_at};
use crate::{
    sent,
    sentera::{ENDPOINT, TASK, UPDATE, endpoints, insert, strike, track},
};

async fn begin(stage: &Stage, wall: Wall) {
    let one = insert(stage, ENDPOINT, &[EventType::TaskModified]);
    match wall {
        Wall::List => stage.page.click("button", "Refresh").await,
        Wall::Ledger => track(&stage.page, &one).await,
    }
    wall::has(&stage.page, TASK).await;
}

async fn update(stage: &Stage, wall: Wall, case: &Case, endpoint: &str) {
    let page = &stage.page;
    let before = endpoints(stage);
    wall::action(page, "Edit", TASK).await.click().await;
    let editor = Editor::open(page, "Edit subscription").await;
    editor.endpoint().await.fill(endpoint).await;
    strike(stage, &case.fault, UPDATE);
    editor.submit("Save changes").await;
    let succeeds = wall.succeeds(case.outcome);
    if succeeds {
        editor.gone().await;
        let said = format!("{TASK} to {endpoint} was changed");
        page.says("status", &said).await;
        if case.outcome == Outcome::Done && !case.said.is_empty() {
            page.says("alert", case.said).await;
        }
    } else {
        let part = match (case.outcome, wall) {
            (Outcome::Refused, _) => "Not done",
            (_, Wall::List) => "does not show the change",
            (_, Wall::Ledger) => "the change may have happened",
        };
        editor.alert(case.said).await.says(part).await;
        assert_eq!(editor.chosen().await, [TASK], "the draft stays");
        assert_eq!(editor.endpoint().await.value().await, endpoint);
        editor.cancel().await;
    }
    if wall.is_unknown(case.outcome) {
        let note = format!("Changing {TASK} to {endpoint}");
        page.says("alert", &note)
            .await
            .says("may have happened")
            .await;
    }
    rows_at(page, endpoint, usize::from(succeeds)).await;
    let sent = sent::bodies(stage, UPDATE).len();
    assert_eq!(sent, case.arrivals(), "{}: never repeated", case.name);
    let wanted = if is_done(case) {
        vec![endpoint.to_owned()]
    } else {
        before
    };
    assert_eq!(endpoints(stage), wanted, "{}", case.name);
}

#[tokio::test]
async fn every_fault_while_changing_with_a_list_and_with_a_ledger() {
    for (door, wall) in [(Door::Relay, Wall::List), (Door::Cross, Wall::Ledger)] {
        let begin = async |stage: &Stage| begin(stage, wall).await;
        let meet = async |stage: &Stage, case: &Case, endpoint: &str| {
            update(stage, wall, case, endpoint).await;
        };
        every_fault(door, wall, begin, meet).await;
    }
}
