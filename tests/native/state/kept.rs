//! What is kept in the browser and in files: read back as it was, and never guessed at.

use std::fmt::Debug;

use pegboard::state::ledger::{Entry, Origin};
use pegboard::state::note::{Deed, Note};
use pegboard::subscription::kept::{Kept, WrongShape};
use pegboard::subscription::{Connection, HappyColisMode, Instant, LedgerHealth};
use serde_json::{Value, json};

use super::ledger::entry;
use super::notice::{deeds, note};
use crate::sample::{API, INTEGRATION, access, connection};

#[track_caller]
fn survives<T: Kept + Debug + PartialEq>(before: &T, kept: &Value) {
    assert_eq!(before.keep(), *kept);
    assert_eq!(T::recall(kept).as_ref(), Ok(before));
}

/// Every member that is needed is missed, and none may be of another kind.
#[track_caller]
fn refuses<T: Kept + Debug + PartialEq>(kept: &Value, needed: &[&str]) {
    for name in needed {
        for wrong in [None, Some(json!(null)), Some(json!([])), Some(json!(true))] {
            let mut damaged = kept.clone();
            let members = damaged.as_object_mut().unwrap();
            members.remove(*name);
            if let Some(wrong) = wrong {
                members.insert((*name).to_owned(), wrong);
            }
            assert_eq!(T::recall(&damaged), Err(WrongShape), "{damaged}");
        }
    }
    for wrong in [json!(null), json!([]), json!("text"), json!({})] {
        assert_eq!(T::recall(&wrong), Err(WrongShape), "{wrong}");
    }
}

fn with(kept: &Value, name: &str, value: Value) -> Value {
    let mut changed = kept.clone();
    changed[name] = value;
    changed
}

#[test]
fn a_connection_is_kept_but_for_its_token() {
    let kept = |mode: &str| {
        let access = json!({ "platform": "happycolis", "mode": mode });
        json!({ "name": "Shop", "api": API, "access": access })
    };
    let mut with_id = kept("integration");
    with_id["access"]["integration"] = json!(INTEGRATION);
    let integration = access(HappyColisMode::Integration, Some(INTEGRATION));
    survives(&connection("Shop", integration), &with_id);
    let without = access(HappyColisMode::Integration, None);
    survives(&connection("Shop", without), &kept("integration"));
    let oauth = access(HappyColisMode::Oauth, None);
    survives(&connection("Shop", oauth), &kept("oauth"));

    refuses::<Connection>(&with_id, &["name", "api", "access"]);
    for (name, value) in [
        ("mode", json!("both")),
        ("mode", json!(1)),
        ("platform", json!("ikas")),
    ] {
        let access = with(&with_id["access"], name, value);
        let damaged = with(&with_id, "access", access);
        assert_eq!(Connection::recall(&damaged), Err(WrongShape), "{damaged}");
    }
}

#[test]
fn a_note_is_kept_with_its_deed_and_nothing_else() {
    let (event, endpoint) = ("order/created", "https://a.example.com/");
    let create = json!({ "deed": "create", "event": event, "endpoint": endpoint });
    let of_one = |deed: &str| with(&with(&create, "deed", json!(deed)), "id", json!("wh_1"));
    let (act, replace) = (of_one("act"), of_one("replace"));
    let switch = |action: &str| with(&act, "stage", json!(action));
    let stage = |stage: &str| with(&replace, "stage", json!(stage));
    let kept = [
        create.clone(),
        of_one("update"),
        switch("enable"),
        switch("disable"),
        switch("reset-circuit"),
        of_one("remove"),
        stage("removing"),
        stage("creating"),
        stage("removed"),
    ];
    assert_eq!(deeds().len(), kept.len());
    for (deed, kept) in deeds().into_iter().zip(&kept) {
        assert_eq!(
            (deed.event.as_str(), deed.endpoint.as_str()),
            (event, endpoint)
        );
        survives(&deed, kept);
        let note = note(deed);
        let (connection, at) = (note.connection.as_str(), note.at.0);
        let earlier = json!({ "id": "7", "connection": connection, "at": at, "deed": kept });
        let whole = with(&earlier, "before", json!(["known"]));
        survives(&note, &whole);
        // Notes of earlier versions do not say what was there.
        assert_eq!(Note::recall(&earlier).unwrap().before, [""; 0]);
        assert!(Note::recall(&with(&earlier, "before", json!([7]))).is_err());
        refuses::<Note>(&whole, &["id", "connection", "at", "deed"]);
    }
    refuses::<Deed>(&kept[0], &["deed", "event", "endpoint"]);
    refuses::<Deed>(&kept[1], &["id"]);
    refuses::<Deed>(&kept[2], &["id", "stage"]);
    refuses::<Deed>(&kept[5], &["id"]);
    refuses::<Deed>(&kept[6], &["id", "stage"]);
    for damaged in [
        stage("somewhere"),
        stage("enable"),
        switch("removing"),
        with(&create, "deed", json!("update")),
        with(&create, "deed", json!("Create")),
    ] {
        assert_eq!(Deed::recall(&damaged), Err(WrongShape), "{damaged}");
    }
}

#[test]
fn an_entry_is_kept_with_what_was_reported_of_its_health() {
    let health = json!({ "known": "at-creation", "value": "HEALTHY", "at": 5 });
    let endpoint = "https://hooks.example.com/a";
    let kept = json!({
        "id": "a",
        "event": "order/created",
        "endpoint": endpoint,
        "origin": "created",
        "health": health,
        "noted": 5,
    });
    survives(&entry("a"), &kept);
    let organization = Entry {
        organization: Some("org".to_owned()),
        ..entry("a")
    };
    survives(&organization, &with(&kept, "organization", json!("org")));
    let health = LedgerHealth::NeverReported;
    let tracked = Entry {
        origin: Origin::Tracked,
        health,
        ..entry("a")
    };
    let never = json!({ "known": "never-reported" });
    survives(
        &tracked,
        &with(&with(&kept, "origin", json!("tracked")), "health", never),
    );
    let silent = LedgerHealth::AtCreation {
        value: None,
        at: Instant(5),
    };
    survives(&silent, &json!({ "known": "at-creation", "at": 5 }));

    refuses::<Entry>(
        &kept,
        &["id", "event", "endpoint", "origin", "health", "noted"],
    );
    refuses::<LedgerHealth>(&kept["health"], &["known", "at"]);
    let odd = with(&kept, "origin", json!("found"));
    assert_eq!(Entry::recall(&odd), Err(WrongShape));
    let odd = with(&kept["health"], "known", json!("guessed"));
    assert_eq!(LedgerHealth::recall(&odd), Err(WrongShape));
}
