//! Asking a platform what it offers: as many questions as it has answers, and never one for ever.

use pegboard::platform::{Learned, Stage, TransportError};
use pegboard::state::write::{Session, learn};
use pegboard::subscription::Platform;
use serde_json::{Value, json};

use super::script::{Answer, Sequence, run};
use crate::sample::{every_access, reply, session_at, way_into};

const API: &str = "https://api.sentera.com/graphql";

fn sentera(learned: Learned) -> Session {
    Session {
        learned: learned.into(),
        ..session_at(API, way_into(Platform::Sentera, "org"))
    }
}

fn ask(session: &Session, answers: impl IntoIterator<Item = Answer>) -> Learned {
    let script = Sequence::new(answers);
    let (learned, _) = run(learn(&script, session));
    assert!(script.is_used_up());
    Learned::clone(&learned)
}

fn data(data: Value) -> Answer {
    Ok(reply(200, json!({ "data": data })))
}

fn named(kind: &str, name: &str) -> Value {
    json!({ "kind": kind, "name": name, "ofType": null })
}

fn list_of(inner: Value) -> Value {
    json!({ "kind": "LIST", "name": null, "ofType": inner })
}

/// A schema with two types of events, and a field that may wrap a list of subscriptions.
fn schema(of: Value) -> Answer {
    let field = json!({ "name": "webhook_subscriptions", "args": [], "type": of });
    data(json!({
        "__schema": { "queryType": { "fields": [field] } },
        "eventTypes": { "enumValues": [{ "name": "TASK_MODIFIED" }, { "name": "NEW" }] },
    }))
}

fn wrapper() -> Value {
    named("OBJECT", "WebhookSubscriptionsQueryResult")
}

/// What the object that may wrap a list has in it.
fn object() -> Answer {
    let results =
        json!({ "name": "results", "type": list_of(named("OBJECT", "WebhookSubscription")) });
    data(json!({ "t0": { "fields": [results] } }))
}

#[test]
fn a_platform_without_questions_is_asked_nothing() {
    for access in every_access() {
        if access.platform() != Platform::Sentera {
            let session = session_at("https://api.example.com/", access);
            assert_eq!(ask(&session, []), Learned::default());
        }
    }
}

#[test]
fn a_list_that_is_plain_to_see_needs_one_question() {
    let of = list_of(named("OBJECT", "WebhookSubscription"));
    let learned = ask(&sentera(Learned::default()), [schema(of)]);
    assert_eq!(learned.stage, Stage::Known);
    assert_eq!(learned.events.unwrap().events, ["TASK_MODIFIED", "NEW"]);
    let list = learned.list.unwrap();
    assert_eq!(
        (list.field.as_str(), list.wrapped),
        ("webhook_subscriptions", false)
    );
}

#[test]
fn a_list_within_an_object_needs_a_second_one() {
    let learned = ask(&sentera(Learned::default()), [schema(wrapper()), object()]);
    assert_eq!(learned.stage, Stage::Known);
    let list = learned.list.unwrap();
    assert_eq!(
        (list.field.as_str(), list.wrapped),
        ("webhook_subscriptions", true)
    );
}

#[test]
fn an_answer_that_says_nothing_ends_the_questions() {
    for answer in [
        Ok(reply(200, "{}")),
        Ok(reply(200, "")),
        Ok(reply(401, "{}")),
        Ok(reply(500, "<html>")),
        data(json!(null)),
        data(json!({ "__schema": null })),
    ] {
        let learned = ask(&sentera(Learned::default()), [answer]);
        assert_eq!((&learned.events, &learned.list), (&None, &None));
    }
}

#[test]
fn a_second_answer_that_is_lost_leaves_what_the_first_one_taught() {
    for second in [
        Err(TransportError::Broken),
        Ok(reply(500, "")),
        Ok(reply(200, "{}")),
    ] {
        let learned = ask(&sentera(Learned::default()), [schema(wrapper()), second]);
        assert_eq!(learned.events.unwrap().events.len(), 2);
        assert_eq!(learned.list, None);
    }
}

/// A refresh that fails takes nothing off the wall: without its list, the rows of a connection would vanish.
#[test]
fn a_question_that_fails_later_takes_nothing_back() {
    let known = ask(&sentera(Learned::default()), [schema(wrapper()), object()]);
    assert!(known.list.is_some());
    let failures = || {
        [
            Err(TransportError::Offline),
            Err(TransportError::Aborted),
            Ok(reply(401, "{}")),
            Ok(reply(500, "<html>")),
            Ok(reply(200, "{}")),
        ]
    };
    for failure in failures() {
        assert_eq!(ask(&sentera(known.clone()), [failure]), known);
    }
    for failure in failures() {
        let asked = ask(&sentera(known.clone()), [schema(wrapper()), failure]);
        assert_eq!(asked, known);
    }
    // What it says anew counts.
    let of = list_of(named("OBJECT", "WebhookSubscription"));
    let anew = ask(&sentera(known.clone()), [schema(of)]);
    assert!(!anew.list.unwrap().wrapped);
}

#[test]
fn that_the_token_is_refused_is_told_and_no_other_failure() {
    for (status, told) in [(401, true), (403, false), (500, false), (200, false)] {
        let script = Sequence::new([Ok(reply(status, json!({ "data": null })))]);
        let (_, refused) = run(learn(&script, &sentera(Learned::default())));
        assert_eq!(refused.is_some(), told, "{status}");
        assert!(script.is_used_up());
    }
}
