//! Changing a subscription in place: never over what somebody else changed, and read back when the answer is lost.

use pegboard::platform::{Answered, ApiError, Method, Purpose, TransportError, rules};
use pegboard::state::write::{Saving, Session, update};
use pegboard::subscription::{Attribute, Draft, Subscription};
use pegboard::validation::{Valid, validate};
use serde_json::{Value, json};

use super::ending::{certain, lost as every_lost};
use super::layer::{after, layer, lost, one, webhook};
use super::script::{Answer, Sequence, run};
use crate::sample::{ENDPOINT, NOW, listed, reply, subscription};

const NEW: &str = "https://new.example.com/";

/// The webhook as it was when the dialog was opened.
fn old() -> Subscription {
    read(&webhook(
        "wh",
        json!({ "name": "Orders", "metadata": { "a": 1, "b": 2 } }),
    ))
}

fn read(webhook: &Value) -> Subscription {
    let access = layer().connection.access;
    let reply = reply(200, json!({ "data": webhook }));
    pegboard::platform::read_one(&access, &reply, NOW)
        .unwrap()
        .value
}

/// What was typed: another endpoint and another name.
fn typed(session: &Session, old: &Subscription) -> Valid {
    let mut draft = Draft {
        events: old.events.clone(),
        endpoint: NEW.to_owned(),
        attributes: old.attributes.clone(),
        ..Draft::default()
    };
    draft.attributes.set(Attribute::Name, "Renamed".to_owned());
    let rules = rules(&session.connection.access, &session.learned, Some(old));
    validate(&draft, &rules).unwrap()
}

/// The webhook as it is once the change was made.
fn changed() -> Value {
    webhook(
        "wh",
        json!({
            "callback_url": NEW,
            "name": "Renamed",
            "metadata": { "b": 2, "a": 1 },
            "updated_at": "2026-02-02T00:00:00.000Z",
        }),
    )
}

fn unchanged() -> Value {
    webhook(
        "wh",
        json!({ "name": "Orders", "metadata": { "b": 2, "a": 1 } }),
    )
}

struct Ending {
    saving: Saving,
    methods: Vec<Method>,
}

fn ending(answers: impl IntoIterator<Item = Answer>, overwrite: bool) -> Ending {
    let (session, old) = (layer(), old());
    let script = Sequence::new(answers);
    let valid = typed(&session, &old);
    let saving = run(update(&script, &session, &old, &valid, overwrite));
    assert!(script.is_used_up());
    let sent = script.sent();
    let writes = sent
        .iter()
        .filter(|request| request.purpose == Purpose::Write);
    assert!(writes.count() <= 1, "{sent:?}");
    Ending {
        saving,
        methods: sent.iter().map(|request| request.method).collect(),
    }
}

#[test]
fn what_nobody_touched_is_changed_by_what_differs() {
    let (session, old) = (layer(), old());
    let script = Sequence::new([one(&unchanged()), one(&changed())]);
    let valid = typed(&session, &old);
    let saving = run(update(&script, &session, &old, &valid, false));
    let [asked, sent] = &script.sent()[..] else {
        panic!("two requests")
    };
    assert_eq!((asked.method, sent.method), (Method::Get, Method::Patch));
    let body: Value = serde_json::from_str(&sent.body).unwrap();
    let differs = json!({ "callback_url": NEW, "name": "Renamed" });
    assert_eq!(body["data"]["attributes"], differs);
    let mut value = read(&changed());
    value.reading.at = after(2);
    let confirmed = Saving::Confirmed(Answered {
        value: vec![value],
        warning: None,
    });
    assert_eq!(saving, confirmed);
}

/// Health and the time of the last change come and go by themselves.
#[test]
fn what_only_the_platform_changes_is_no_change_by_somebody() {
    let mut failing = unchanged();
    failing["attributes"]["circuit_state"] = json!("open");
    failing["attributes"]["circuit_failure_count"] = json!(30);
    failing["attributes"]["updated_at"] = json!("2026-01-31T00:00:00.000Z");
    failing["attributes"]["disabled_at"] = json!("2026-01-31T00:00:00.000Z");
    let ending = ending([one(&failing), one(&changed())], false);
    assert!(matches!(ending.saving, Saving::Confirmed(_)));
}

#[test]
fn nothing_is_sent_over_a_change_by_somebody_else() {
    for (name, value) in [
        ("topic", json!("orders.approve")),
        ("callback_url", json!("https://theirs.example.com/")),
        ("name", json!("Theirs")),
        ("name", json!(null)),
        ("metadata", json!({ "a": 1 })),
        ("include_resources", json!(["customer"])),
        ("reference", json!("r")),
        ("reference_origin", json!("o")),
    ] {
        let mut theirs = unchanged();
        theirs["attributes"][name] = value;
        let first = ending([one(&theirs)], false);
        let mut now = read(&theirs);
        now.reading.at = after(1);
        assert_eq!(first.saving, Saving::Changed(Box::new(now)), "{name}");
        assert_eq!(first.saving.subscriptions(), None);
        assert_eq!(first.methods, [Method::Get]);
        // Whoever has seen it may overwrite it, and is not asked again.
        let second = ending([one(&changed())], true);
        assert!(matches!(second.saving, Saving::Confirmed(_)));
        assert_eq!(second.methods, [Method::Patch]);
    }
}

#[test]
fn without_a_look_at_what_is_there_nothing_is_sent() {
    let gone = json!({ "errors": [{ "code": "RECORD_NOT_FOUND", "title": "Not found" }] });
    for answer in [
        Err(TransportError::Broken),
        Err(TransportError::Timeout { ms: 15_000 }),
        Ok(reply(200, "<html>")),
        Ok(reply(500, "")),
        Ok(reply(404, gone)),
    ] {
        let ending = ending([answer], false);
        assert!(matches!(ending.saving, Saving::Refused(_)));
        assert_eq!(ending.methods, [Method::Get]);
    }
}

#[test]
fn a_refusal_is_the_end_of_it() {
    let body = json!({ "errors": [{
        "code": "VALIDATION_ERROR", "title": "is invalid", "detail": "callback_url - is invalid",
        "source": { "pointer": "/data/attributes/callback_url" },
    }] });
    let ending = ending([one(&unchanged()), Ok(reply(422, body))], false);
    let Saving::Refused(ApiError::Refused(refusal)) = &ending.saving else {
        panic!("{:?}", ending.saving)
    };
    assert_eq!(refusal.fields.len(), 1);
    assert_eq!(ending.methods, [Method::Get, Method::Patch]);
}

#[test]
fn a_lost_answer_is_settled_by_reading_it_back() {
    let (answer, error) = lost();
    let found = ending([answer.clone(), one(&changed())], true);
    let mut value = read(&changed());
    value.reading.at = after(2);
    let expected = Saving::Found {
        lost: error.clone(),
        subscriptions: vec![value.clone()],
    };
    assert_eq!(found.saving, expected);
    assert_eq!(found.saving.subscriptions(), Some((&[value][..], None)));
    assert_eq!(found.methods, [Method::Patch, Method::Get]);

    let mut half = changed();
    half["attributes"]["name"] = json!("Orders");
    for webhook in [unchanged(), half] {
        let absent = ending([answer.clone(), one(&webhook)], true);
        let at = after(2);
        let lost = error.clone();
        assert_eq!(absent.saving, Saving::Absent { lost, at });
    }
    let gone = Ok(reply(404, "{}"));
    for unread in [Err(TransportError::Offline), Ok(reply(200, "<html>")), gone] {
        let unknown = ending([answer.clone(), unread], true);
        let lost = error.clone();
        assert_eq!(unknown.saving, Saving::Unknown { lost });
        assert_eq!(unknown.saving.subscriptions(), None);
    }
}

/// Commerce Layer's own words; something between can answer 404 as well.
#[test]
fn what_is_gone_when_it_is_read_back_was_not_changed() {
    let (answer, lost) = lost();
    let gone = json!({ "errors": [{ "code": "RECORD_NOT_FOUND", "title": "Not found" }] });
    let absent = ending([answer, Ok(reply(404, gone))], true);
    let at = after(2);
    assert_eq!(absent.saving, Saving::Absent { lost, at });
}

/// What was not changed was not sent, so it tells nothing: whoever overwrites leaves it to somebody else.
#[test]
fn only_what_was_changed_is_looked_for() {
    let (answer, error) = lost();
    for (name, value) in [
        ("topic", json!("orders.never_seen")),
        ("topic", json!(null)),
        ("metadata", json!({ "theirs": 1 })),
        ("reference", json!("theirs")),
    ] {
        let mut theirs = changed();
        theirs["attributes"][name] = value;
        let found = ending([answer.clone(), one(&theirs)], true);
        assert!(matches!(found.saving, Saving::Found { .. }), "{name}");
    }
    for name in ["callback_url", "name"] {
        let mut theirs = changed();
        theirs["attributes"][name] = json!("https://theirs.example.com/");
        let absent = ending([answer.clone(), one(&theirs)], true);
        let at = after(2);
        let lost = error.clone();
        assert_eq!(absent.saving, Saving::Absent { lost, at }, "{name}");
    }
}

#[test]
fn every_lost_answer_is_read_back_and_every_certain_one_is_not() {
    // What a refusal says is each platform's own.
    let not_refused = |error: &ApiError| !matches!(error, ApiError::Refused(_));
    for (answer, _) in every_lost().into_iter().filter(|(_, it)| not_refused(it)) {
        let ending = ending([answer, one(&changed())], true);
        assert!(matches!(ending.saving, Saving::Found { .. }));
    }
    for (answer, error) in certain().into_iter().filter(|(_, it)| not_refused(it)) {
        let ending = ending([answer], true);
        assert_eq!(ending.saving, Saving::Refused(error));
    }
}

/// HappyColis and ikas change nothing in place; such a change is never sent.
#[test]
fn what_a_platform_cannot_change_is_not_sent() {
    let session = listed();
    let old = subscription("wh", "order/created", ENDPOINT);
    let draft = Draft {
        events: old.events.clone(),
        endpoint: NEW.to_owned(),
        ..Draft::default()
    };
    let rules = rules(&session.connection.access, &session.learned, Some(&old));
    let valid = validate(&draft, &rules).unwrap();
    let script = Sequence::new([]);
    let saving = run(update(&script, &session, &old, &valid, false));
    assert!(matches!(saving, Saving::Unknown { .. }));
    assert!(script.sent().is_empty());
}
