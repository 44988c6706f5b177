//! Creating where one answer can be several subscriptions, and where one can exist already.

use pegboard::platform::{Answered, rules};
use pegboard::state::write::{Saving, Session, create};
use pegboard::subscription::{Access, Draft, IkasVersion, Instant, Subscription};
use pegboard::validation::{Valid, validate};
use serde_json::{Value, json};

use super::layer::{after, lost};
use super::script::{Answer, Sequence, run};
use crate::sample::{ENDPOINT, NOW, reply, session_at};

const API: &str = "https://api.myikas.com/api/v2/admin/graphql";
const EVENTS: [&str; 2] = ["store/order/created", "store/order/updated"];

fn ikas() -> Session {
    let version = IkasVersion::V2;
    session_at(API, Access::Ikas { version })
}

fn valid() -> Valid {
    let draft = Draft {
        events: EVENTS.map(str::to_owned).to_vec(),
        endpoint: ENDPOINT.to_owned(),
        ..Draft::default()
    };
    let session = ikas();
    validate(
        &draft,
        &rules(&session.connection.access, &session.learned, None),
    )
    .unwrap()
}

fn webhook(id: &str, scope: &str, endpoint: &str, updated: u64) -> Value {
    json!({ "id": id, "scope": scope, "endpoint": endpoint, "deleted": false, "updatedAt": updated })
}

fn shows(webhooks: &[Value]) -> Answer {
    Ok(reply(200, json!({ "data": { "listWebhook": webhooks } })))
}

fn read(webhooks: &[Value], at: Instant) -> Vec<Subscription> {
    let reply = shows(webhooks).unwrap();
    let access = ikas().connection.access;
    let learned = ikas().learned;
    let list = pegboard::platform::read_list(&access, &learned, 1, &reply, at).unwrap();
    list.value.subscriptions().cloned().collect()
}

fn ending(answers: impl IntoIterator<Item = Answer>, before: &[Value]) -> Saving {
    let script = Sequence::new(answers);
    let before = read(before, NOW);
    let saving = run(create(&script, &ikas(), &valid(), &before));
    assert!(script.is_used_up());
    saving
}

#[test]
fn a_confirmation_brings_a_subscription_for_every_event() {
    let both = [
        webhook("1", EVENTS[0], ENDPOINT, 5),
        webhook("2", EVENTS[1], ENDPOINT, 5),
    ];
    let answer = Ok(reply(200, json!({ "data": { "saveWebhooks": both } })));
    let value = read(&both, after(1));
    let confirmed = Saving::Confirmed(Answered {
        value: value.clone(),
        warning: None,
    });
    let saving = ending([answer], &[]);
    assert_eq!(saving, confirmed);
    assert_eq!(saving.subscriptions(), Some((&value[..], None)));
}

/// ikas contract, section 10: whether a save replaces what is there is not documented, so both ids and times can stay.
#[test]
fn a_lost_answer_is_found_when_every_event_is_there_and_new() {
    let (answer, error) = lost();
    let elsewhere = "https://old.example.com/";
    let before = [
        webhook("1", EVENTS[0], elsewhere, 5),
        webhook("3", "store/stock/created", ENDPOINT, 5),
    ];
    let (other, added) = (before[1].clone(), webhook("2", EVENTS[1], ENDPOINT, 9));
    let found = |first: Value| {
        let list = [other.clone(), first.clone(), added.clone()];
        let expected = Saving::Found {
            lost: error.clone(),
            subscriptions: read(&[first, added.clone()], after(2)),
        };
        assert_eq!(ending([answer.clone(), shows(&list)], &before), expected);
    };
    // Changed in place, with or without another time, or as another one.
    found(webhook("1", EVENTS[0], ENDPOINT, 9));
    found(webhook("1", EVENTS[0], ENDPOINT, 5));
    found(webhook("4", EVENTS[0], ENDPOINT, 9));
}

#[test]
fn saving_what_is_there_already_shows_by_its_time() {
    let (answer, error) = lost();
    let both = |updated| EVENTS.map(|event| webhook(event, event, ENDPOINT, updated));
    let saving = ending([answer.clone(), shows(&both(9))], &both(5));
    assert!(matches!(saving, Saving::Found { .. }));
    let saving = ending([answer, shows(&both(5))], &both(5));
    let at = after(2);
    assert_eq!(saving, Saving::Absent { lost: error, at });
}

#[test]
fn one_event_that_is_missing_leaves_it_undone() {
    let (answer, error) = lost();
    let one = webhook("1", EVENTS[0], ENDPOINT, 9);
    let at = after(2);
    for list in [vec![], vec![one.clone()]] {
        let saving = ending([answer.clone(), shows(&list)], &[]);
        let lost = error.clone();
        assert_eq!(saving, Saving::Absent { lost, at });
    }
    // A row that cannot be read may be the other one.
    let saving = ending([answer, shows(&[one, json!({ "odd": true })])], &[]);
    assert_eq!(saving, Saving::Unknown { lost: error });
}

/// Commerce Layer rows can come without a topic.
#[test]
fn a_new_row_that_does_not_say_what_it_is_may_be_it() {
    let (answer, error) = lost();
    let session = super::layer::layer();
    let draft = Draft {
        events: vec!["orders.place".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        ..Draft::default()
    };
    let rules = rules(&session.connection.access, &session.learned, None);
    let valid = validate(&draft, &rules).unwrap();
    let bare =
        |attributes: Value| json!({ "id": "a", "type": "webhooks", "attributes": attributes });
    let at = after(2);
    for (attributes, may_be) in [
        (json!({ "callback_url": ENDPOINT }), true),
        (json!({ "topic": "orders.place" }), true),
        (json!(null), true),
        (
            json!({ "callback_url": "https://other.example.com/" }),
            false,
        ),
        (json!({ "topic": "orders.void" }), false),
    ] {
        let rows = [bare(attributes)];
        let page = || super::layer::page(&rows, 1, 1);
        let access = &session.connection.access;
        let list =
            pegboard::platform::read_list(access, &session.learned, 1, &page().unwrap(), NOW);
        let known: Vec<Subscription> = list.unwrap().value.subscriptions().cloned().collect();
        let ending = |before: &[Subscription]| {
            let script = Sequence::new([answer.clone(), page()]);
            run(create(&script, &session, &valid, before))
        };
        let lost = error.clone();
        let absent = Saving::Absent { lost, at };
        let lost = error.clone();
        let unknown = Saving::Unknown { lost };
        let wanted = if may_be { &unknown } else { &absent };
        assert_eq!(&ending(&[]), wanted, "{rows:?}");
        // What was on the wall before is not it.
        assert_eq!(ending(&known), absent);
    }
}
