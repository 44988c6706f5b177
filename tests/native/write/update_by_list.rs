//! Sentera reads no single subscription back: its list tells, where its schema has one.

use pegboard::platform::{Learned, ListPath, ListPlace, Purpose, Stage, rules};
use pegboard::state::write::{Saving, Session, update};
use pegboard::subscription::{Draft, Platform, Subscription};
use pegboard::validation::validate;
use serde_json::{Value, json};

use super::ending::list;
use super::layer::{after, lost};
use super::script::{Answer, Sequence, run};
use crate::sample::{ENDPOINT, reply, session_at, subscription, way_into};

const NEW: &str = "https://new.example.com/";
const API: &str = "https://api.sentera.com/graphql";

fn sentera(has_list: bool) -> Session {
    let path = ListPath {
        place: ListPlace::Query,
        field: "webhook_subscriptions".to_owned(),
        organization: Some("organization_sentera_id".to_owned()),
        paged: false,
        wrapped: false,
        counted: false,
    };
    let learned = Learned {
        stage: Stage::Known,
        list: has_list.then_some(path),
        ..Learned::default()
    };
    Session {
        learned: learned.into(),
        ..session_at(API, way_into(Platform::Sentera, "org"))
    }
}

fn row(id: &str, endpoint: &str, events: &[&str]) -> Value {
    json!({ "sentera_id": id, "callback_url": endpoint, "event_types": events })
}

fn shows(rows: &[Value]) -> Answer {
    Ok(reply(200, json!({ "data": { "list": rows } })))
}

fn ending(session: &Session, answers: impl IntoIterator<Item = Answer>) -> Saving {
    let old = Subscription {
        events: vec!["A".to_owned(), "B".to_owned()],
        ..subscription("wh", "A", ENDPOINT)
    };
    let draft = Draft {
        events: vec!["B".to_owned(), "C".to_owned()],
        endpoint: NEW.to_owned(),
        ..Draft::default()
    };
    let rules = rules(&session.connection.access, &session.learned, Some(&old));
    let valid = validate(&draft, &rules).unwrap();
    let script = Sequence::new(answers);
    let saving = run(update(&script, session, &old, &valid, false));
    assert!(script.is_used_up());
    assert_eq!(script.sent()[0].purpose, Purpose::Write);
    saving
}

#[test]
fn a_lost_answer_is_settled_by_the_row_of_the_list() {
    let (answer, error) = lost();
    let lost = || error.clone();
    let other = row("other", NEW, &["B", "C"]);
    let session = sentera(true);
    // The order of the events is the platform's own.
    let list = shows(&[other.clone(), row("wh", NEW, &["C", "B"])]);
    let saving = ending(&session, [answer.clone(), list]);
    assert!(matches!(&saving, Saving::Found { subscriptions, .. } if subscriptions[0].id == "wh"));
    for events in [&["A", "B"][..], &["B"], &["A", "B", "C"]] {
        let list = shows(&[other.clone(), row("wh", NEW, events)]);
        let saving = ending(&session, [answer.clone(), list]);
        let at = after(2);
        assert_eq!(saving, Saving::Absent { lost: lost(), at }, "{events:?}");
    }
    // Not there at all: somebody removed it.
    let saving = ending(
        &session,
        [answer.clone(), shows(std::slice::from_ref(&other))],
    );
    let at = after(2);
    assert_eq!(saving, Saving::Absent { lost: lost(), at });
    // A row that cannot be read may be it.
    let odd = json!({ "odd": true });
    let saving = ending(&session, [answer.clone(), shows(&[other, odd])]);
    assert_eq!(saving, Saving::Unknown { lost: lost() });
    let saving = ending(&session, [answer, list_that_fails()]);
    assert_eq!(saving, Saving::Unknown { lost: lost() });
}

fn list_that_fails() -> Answer {
    list(&json!([]))
}

#[test]
fn without_a_list_it_stays_unknown() {
    let (answer, lost) = lost();
    let saving = ending(&sentera(false), [answer]);
    assert_eq!(saving, Saving::Unknown { lost });
}

/// The platform confirmed what was sent, so what its answer leaves out is what was sent: a ledger would keep it without.
#[test]
fn what_a_confirmation_leaves_out_is_what_was_sent() {
    let session = sentera(false);
    for left_out in ["callback_url", "event_types"] {
        for null in [false, true] {
            let mut changed = row("wh", NEW, &["B", "C"]);
            if null {
                changed[left_out] = Value::Null;
            } else {
                changed.as_object_mut().unwrap().remove(left_out);
            }
            let data = json!({ "data": { "update_webhook_subscription": changed } });
            let saving = ending(&session, [Ok(reply(200, data))]);
            let (rows, _) = saving.subscriptions().unwrap();
            assert_eq!(rows[0].endpoint.as_deref(), Some(NEW), "{left_out}");
            assert_eq!(rows[0].events, ["B", "C"], "{left_out}");
        }
    }
}
