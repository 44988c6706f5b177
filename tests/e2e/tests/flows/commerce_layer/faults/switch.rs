//! Faults on a switch. It has no form: what happened stands in a notice, and the badge tells what the platform holds.

use e2e::{
    Door, Stage,
    pages::wall::{self, Row},
    until,
};
use sandbox::{Alteration, Effect, Fault};
use serde_json::{Value, json};

use super::{
    Case, ENDPOINT, Outcome, TOPIC, all, arrived, every_fault, refusal, strike, told, webhook,
};
use crate::{
    commerce_layer::{UPDATE, has_badge, held, text},
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

/// A refusal can name a field although there is no form to show it at: the endpoint may have become one that is not allowed
/// any more. Then its words stand in the notice.
#[tokio::test]
async fn what_a_refused_switch_says_of_a_field_is_told() {
    let at = Some("/data/attributes/callback_url");
    let case = Case {
        name: "422",
        fault: refusal(422, "VALIDATION_ERROR", "is not reachable", at),
        outcome: Outcome::Refused,
        said: "is not reachable",
    };
    every_fault(Door::Relay, vec![case], disable).await;
}

/// What the answer does not show, or shows otherwise, is read back: the webhook can be read by its id.
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
        at("no topic", "/attributes/topic", Remove, LostAfter),
        at(
            "an endpoint that is null",
            "/attributes/callback_url",
            Set(Value::Null),
            LostAfter,
        ),
        at(
            "no time of disabling",
            "/attributes/disabled_at",
            Remove,
            LostAfter,
        ),
        at(
            "a time of disabling that is null",
            "/attributes/disabled_at",
            Set(Value::Null),
            LostAfter,
        ),
        at("no attributes", "/attributes", Remove, LostAfter),
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

/// The state that the switch is about may be one that nobody knows: that it is closed is then said only when it was read.
#[tokio::test]
async fn a_circuit_in_an_unknown_state_is_read_again_before_it_is_called_closed() {
    let change = Alteration::Set(json!("half_open"));
    let case = altered(
        "an unknown circuit",
        "/data/attributes/circuit_state",
        change,
        Outcome::LostAfter,
    );
    every_fault(Door::Relay, vec![case], async |stage, case| {
        let page = &stage.page;
        let open = json!({ "circuit_state": "open", "circuit_failure_count": 30 });
        let id = webhook(stage, TOPIC).id;
        let platform = &stage.sandbox.commerce_layer;
        platform
            .set(&id, super::attributes(open), &[])
            .expect("it is held");
        page.click("button", "Refresh").await;
        has_badge(page, TOPIC, "Circuit open").await;
        stage.sandbox.clear_received();
        strike(stage, case.fault.clone(), UPDATE);
        wall::action(page, "Reset circuit", TOPIC)
            .await
            .click()
            .await;
        let said = format!("{TOPIC} to {ENDPOINT} has its circuit closed again");
        page.says("status", &said).await;
        has_row(stage, "Healthy").await;
        assert_eq!(arrived(stage, UPDATE), 1);
    })
    .await;
}
