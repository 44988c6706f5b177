//! Importing a ledger: all of a file, or nothing of it.

use pegboard::state::ledger::{Entry, ImportError, Imported, Ledger};
use pegboard::subscription::{HappyColisMode, Platform};
use serde_json::{Value, json};

use super::ledger::{entry, ids, key, ledger};

fn file(entries: &[&str]) -> Value {
    let text =
        ledger(entries.iter().copied().map(entry)).export(&key(HappyColisMode::Oauth, "Shop"));
    serde_json::from_str(&text).unwrap()
}

fn import(into: &mut Ledger, file: &Value) -> Result<Imported, ImportError> {
    into.import(&file.to_string(), &key(HappyColisMode::Oauth, "Shop"))
}

#[test]
fn a_file_says_what_it_is() {
    let file = file(&["a"]);
    assert_eq!(file["format"], "pegboard-ledger");
    assert_eq!(file["version"], 1);
    assert_eq!(file["connection"], "happycolis/oauth/Shop");
    let keys: Vec<&String> = file["entries"][0].as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["endpoint", "event", "health", "id", "noted", "origin"]
    );
}

#[test]
fn only_what_is_not_known_is_added() {
    let mut ledger = ledger(["b"].map(entry));
    let known = Entry {
        endpoint: "https://kept.example.com".to_owned(),
        ..entry("b")
    };
    ledger.note(known);
    let imported = import(&mut ledger, &file(&["a", "b", "c"]));
    assert_eq!(imported, Ok(Imported { added: 2, known: 1 }));
    assert_eq!(ids(&ledger), ["b", "a", "c"]);
    let listing = ledger.listing(Platform::HappyColis, crate::sample::NOW);
    let kept = listing.subscriptions().next().unwrap();
    assert_eq!(kept.endpoint.as_deref(), Some("https://kept.example.com"));
}

#[test]
fn the_same_id_twice_in_one_file_is_taken_once() {
    let mut twice = file(&["a"]);
    let entry = twice["entries"][0].clone();
    twice["entries"].as_array_mut().unwrap().push(entry);
    let mut ledger = Ledger::default();
    assert_eq!(
        import(&mut ledger, &twice),
        Ok(Imported { added: 1, known: 1 })
    );
    assert_eq!(ids(&ledger), ["a"]);
}

#[test]
fn the_name_of_the_connection_may_differ_and_its_access_may_not() {
    let text = file(&["a"]).to_string();
    let other = key(HappyColisMode::Integration, "Shop");
    let refused = Ledger::default().import(&text, &other);
    let found = "happycolis/oauth/Shop".to_owned();
    assert_eq!(refused, Err(ImportError::OtherConnection { found }));
    let renamed = key(HappyColisMode::Oauth, "Another/name");
    assert!(Ledger::default().import(&text, &renamed).is_ok());
}

fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = file(&["a", "b"]);
    change(&mut file);
    file
}

/// A file of which any part is wrong changes nothing, not even by the entries that are right.
#[test]
fn a_file_that_is_refused_changes_nothing() {
    let entry_error = |position| ImportError::Entry { position };
    let cases = [
        (
            with(|file| file["version"] = json!(2)),
            Some(ImportError::Version { found: 2 }),
        ),
        (
            with(|file| file["version"] = json!(0)),
            Some(ImportError::Version { found: 0 }),
        ),
        (
            with(|file| file["entries"][1]["id"] = json!("")),
            Some(entry_error(2)),
        ),
        (
            with(|file| file["entries"][0]["event"] = json!("")),
            Some(entry_error(1)),
        ),
        (
            with(|file| file["connection"] = json!("ikas/v2/Shop")),
            Some(ImportError::OtherConnection {
                found: "ikas/v2/Shop".to_owned(),
            }),
        ),
        (
            with(|file| file["connection"] = json!("happycolis")),
            Some(ImportError::OtherConnection {
                found: "happycolis".to_owned(),
            }),
        ),
        (
            with(|file| file["format"] = json!("something-else")),
            Some(ImportError::NotALedger { line: 1, column: 1 }),
        ),
        (with(|file| file["entries"] = json!({})), None),
        (with(|file| file["entries"][1]["id"] = json!(5)), None),
        (
            with(|file| file["entries"][1]["origin"] = json!("found")),
            None,
        ),
        (
            with(|file| file["entries"][1]["health"] = json!("HEALTHY")),
            None,
        ),
        (with(|file| file["entries"][1]["noted"] = json!(-1)), None),
        (
            with(|file| drop(file.as_object_mut().unwrap().remove("version"))),
            None,
        ),
        (json!([]), None),
        (json!(null), None),
    ];
    for (file, expected) in cases {
        let mut ledger = ledger(["kept"].map(entry));
        let refused = import(&mut ledger, &file).unwrap_err();
        match expected {
            Some(expected) => assert_eq!(refused, expected, "{file}"),
            None => assert!(matches!(refused, ImportError::NotALedger { .. }), "{file}"),
        }
        assert_eq!(ids(&ledger), ["kept"], "{file}");
    }
}

#[test]
fn the_place_where_reading_stopped_is_told() {
    let refused = |text: &str| {
        Ledger::default()
            .import(text, &key(HappyColisMode::Oauth, "Shop"))
            .unwrap_err()
    };
    assert_eq!(refused(""), ImportError::NotALedger { line: 1, column: 0 });
    assert_eq!(
        refused("{\n  \"format\": 5"),
        ImportError::NotALedger {
            line: 2,
            column: 13
        }
    );
    assert_eq!(
        refused("<html>"),
        ImportError::NotALedger { line: 1, column: 1 }
    );
}
