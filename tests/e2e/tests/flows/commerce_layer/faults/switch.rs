//! Faults on a switch. It has no form: what happened stands in a notice, and the badge tells what the platform holds.

use e2e::{
    Door, Stage,
    pages::wall::{self, Row},
    until,
};
use sandbox::{Alteration, Effect, Fault};
use serde_json::{Value, json};

use super::{Case, ENDPOINT, Outcome, TOPIC, all, arrived, every_fault, strike, told, webhook};
use crate::{
    commerce_layer::{UPDATE, held, text},
    faults::{Form, altered, rest},
};

/// The row of the webhook, whole, with this badge.
async fn has_row(stage: &Stage, health: &str) {
    let wanted = Row {
        event: TOPIC.to_owned(),
        endpoint: ENDPOINT.to_owned(),
        health: health.to_owned(),
    };
    until(&format!("{wanted:?}"), async || {
        let rows = wall::rows(&stage.page).await;
        if rows == [wanted.clone()] {
            Ok(())
        } else {
            Err(format!("{rows:?}"))
        }
    })
    .await;
}

async fn disable(stage: &Stage, case: &Case) {
    let page = &stage.page;
    let before = held(stage);
    stage.sandbox.clear_received();
    strike(stage, case.fault.clone(), UPDATE);
    wall::action(page, "Disable", TOPIC).await.click().await;
    let subject = format!("{TOPIC} to {ENDPOINT}");
    match case.outcome {
        Outcome::Refused | Outcome::LostBefore => {
            let alert = told(page, case).await;
            alert.says(&format!("{subject} was not changed")).await;
            has_row(stage, "Healthy").await;
            assert_eq!(held(stage), before, "{}", case.name);
        }
        Outcome::LostAfter | Outcome::Done => {
            let said = format!("{subject} is disabled");
            page.says("status", &said).await;
            has_row(stage, "Disabled").await;
            assert!(!text(&webhook(stage, TOPIC), "disabled_at").is_empty());
        }
    }
    assert_eq!(arrived(stage, UPDATE), 1, "{}: never repeated", case.name);
}

#[tokio::test]
async fn every_fault_while_switching_is_told_and_the_badge_tells_the_truth() {
    every_fault(Door::Relay, all(Door::Relay), disable).await;
}

#[tokio::test]
async fn the_other_refusals_and_ten_megabytes_while_switching() {
    let mut cases = rest(Form::JsonApi);
    // JSON:API knows no errors beside data: the data tell what was done.
    let effect = Effect::Partial {
        errors: vec![json!({ "title": "Half of it" })],
    };
    cases.push(Case {
        name: "errors beside data",
        fault: Fault::next(effect),
        outcome: Outcome::Done,
        said: "",
    });
    every_fault(Door::Relay, cases, disable).await;
}

/// An answer without its webhook is read back: the webhook can be read by its id.
#[tokio::test]
async fn an_answer_that_is_not_quite_a_switched_subscription() {
    use Alteration::{Remove, Rename, Set};
    use Outcome::{Done, LostAfter};
    let at = |name, place: &str, change, outcome| {
        altered(name, &format!("/data{place}"), change, outcome)
    };
    let unknown = json!("half_open");
    let cases = vec![
        at(
            "an unknown circuit",
            "/attributes/circuit_state",
            Set(unknown),
            Done,
        ),
        at(
            "an additional field",
            "/attributes/colour",
            Set(json!("green")),
            Done,
        ),
        at("no id", "/id", Remove, LostAfter),
        at("a result that is null", "", Set(Value::Null), LostAfter),
        at(
            "a result of another name",
            "",
            Rename("webhook".to_owned()),
            LostAfter,
        ),
    ];
    every_fault(Door::Relay, cases, disable).await;
}
