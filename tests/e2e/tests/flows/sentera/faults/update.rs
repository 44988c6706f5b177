//! Faults on an update. One subscription goes through all of them.

use e2e::{
    Door, Stage,
    pages::{editor::Editor, wall},
};
use sandbox::{Alteration, sentera::EventType};
use serde_json::{Value, json};

use super::{Case, Outcome, Wall, Words, all, ends, every_fault, is_done};
use crate::{
    faults::{Form, altered, rest},
    sent,
    sentera::{ENDPOINT, TASK, UPDATE, endpoints, insert, strike, track},
};

const WORDS: Words = Words {
    done: "was changed",
    found: None,
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

async fn every_fault_while_changing(door: Door, wall: Wall, cases: Vec<Case>) {
    let begin = async |stage: &Stage| begin(stage, wall).await;
    let meet = async |stage: &Stage, case: &Case, endpoint: &str| {
        update(stage, wall, case, endpoint).await;
    };
    every_fault(door, wall, cases, begin, meet).await;
}

/// Answers to an update that are not quite what they should be. What they leave out is what was sent, but for the id.
fn answered_otherwise() -> Vec<Case> {
    use Alteration::{Remove, Rename, Set};
    use Outcome::{Done, LostAfter};
    let result = "/data/update_webhook_subscription";
    let at = |name, place: &str, change, outcome| {
        altered(name, &format!("{result}{place}"), change, outcome)
    };
    vec![
        at("an additional field", "/colour", Set(json!("green")), Done),
        at("no endpoint", "/callback_url", Remove, Done),
        at(
            "events that are null",
            "/event_types",
            Set(Value::Null),
            Done,
        ),
        at("no id", "/sentera_id", Remove, LostAfter),
        at("a result that is null", "", Set(Value::Null), LostAfter),
        at(
            "a result of another name",
            "",
            Rename("updated".to_owned()),
            LostAfter,
        ),
    ]
}

#[tokio::test]
async fn every_fault_while_changing_with_a_list_and_with_a_ledger() {
    for (door, wall) in [(Door::Relay, Wall::List), (Door::Cross, Wall::Ledger)] {
        every_fault_while_changing(door, wall, all(door)).await;
    }
}

#[tokio::test]
async fn the_other_refusals_and_ten_megabytes_while_changing() {
    every_fault_while_changing(Door::Relay, Wall::List, rest(Form::Graphql)).await;
}

#[tokio::test]
async fn an_answer_that_is_not_quite_a_changed_subscription() {
    let mut with_a_list = answered_otherwise();
    // The list tells what became of the events; a ledger believes the answer.
    with_a_list.push(altered(
        "an unknown event",
        "/data/update_webhook_subscription/event_types/0",
        Alteration::Set(json!("NEVER_SEEN")),
        Outcome::Done,
    ));
    every_fault_while_changing(Door::Relay, Wall::List, with_a_list).await;
    every_fault_while_changing(Door::Relay, Wall::Ledger, answered_otherwise()).await;
}
