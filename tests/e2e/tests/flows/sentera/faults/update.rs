//! Faults on an update. One subscription goes through all of them.

use e2e::{
    Door, Stage,
    pages::{editor::Editor, wall},
};
use sandbox::sentera::EventType;

use super::{Case, Wall, Words, ends, every_fault, is_done};
use crate::{
    sent,
    sentera::{ENDPOINT, TASK, UPDATE, endpoints, insert, strike, track},
};

const WORDS: Words = Words {
    done: "was changed",
    absent: "does not show the change",
    unknown: "the change may have happened",
    deed: "Changing",
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
    ends(page, editor, (wall, case), endpoint, &WORDS).await;
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
