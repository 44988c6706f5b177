//! Faults on a create.

use e2e::{Door, Stage};

use super::{Case, Wall, Words, all, ends, every_fault, is_done};
use crate::{
    sent,
    sentera::{CREATE, TASK, draft, endpoints, strike},
};

const WORDS: Words = Words {
    done: "was created",
    found: Some("list now shows"),
    absent: "does not show the subscription",
    unknown: "the creation may have happened",
    deed: "Creating",
};

async fn create(stage: &Stage, wall: Wall, case: &Case, endpoint: &str) {
    let page = &stage.page;
    let editor = draft(page, &[TASK], endpoint).await;
    strike(stage, &case.fault, CREATE);
    editor.submit("Create subscription").await;
    ends(page, editor, (wall, case), endpoint, &WORDS).await;
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
        every_fault(door, wall, all(door), async |_| {}, meet).await;
    }
}
