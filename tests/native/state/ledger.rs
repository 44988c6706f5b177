//! The ledger: what it keeps, shows, and gives out as a file.

use pegboard::state::ledger::{Entry, Ledger, Origin, events};
use pegboard::subscription::{Health, Instant, LedgerHealth, Platform, Row, Source};
use proptest::prelude::*;

use crate::sample::{NOW, access, connection};
use pegboard::subscription::{ConnectionKey, HappyColisMode};

pub fn key(mode: HappyColisMode, name: &str) -> ConnectionKey {
    connection(name, access(mode, None)).key()
}

pub fn entry(id: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        event: "order/created".to_owned(),
        endpoint: format!("https://hooks.example.com/{id}"),
        origin: Origin::Created,
        health: LedgerHealth::AtCreation {
            value: Some("HEALTHY".to_owned()),
            at: Instant(5),
        },
        noted: Instant(5),
        organization: None,
    }
}

pub fn ledger(entries: impl IntoIterator<Item = Entry>) -> Ledger {
    let mut ledger = Ledger::default();
    entries.into_iter().for_each(|entry| ledger.note(entry));
    ledger
}

pub fn ids(ledger: &Ledger) -> Vec<String> {
    ledger
        .listing(Platform::HappyColis, NOW)
        .subscriptions()
        .map(|row| row.id.clone())
        .collect()
}

#[test]
fn entries_are_shown_in_the_order_in_which_they_were_noted() {
    let ledger = ledger(["b", "a", "c"].map(entry));
    assert_eq!(ids(&ledger), ["b", "a", "c"]);
    assert!(!ledger.is_empty());
}

#[test]
fn an_id_stands_in_the_ledger_once() {
    let mut ledger = ledger(["a", "b"].map(entry));
    let later = Entry {
        endpoint: "https://other.example.com".to_owned(),
        ..entry("a")
    };
    ledger.note(later);
    let listing = ledger.listing(Platform::HappyColis, NOW);
    let endpoints: Vec<_> = listing
        .subscriptions()
        .filter(|row| row.id == "a")
        .map(|row| row.endpoint.as_deref().unwrap())
        .collect();
    assert_eq!(endpoints, ["https://other.example.com"]);
    assert_eq!(listing.rows.len(), 2);
}

#[test]
fn what_was_created_here_stays_so_when_it_is_tracked_again() {
    let mut ledger = ledger(["a", "b"].map(entry));
    ledger.note(Entry {
        event: "order/updated".to_owned(),
        endpoint: "https://other.example.com".to_owned(),
        origin: Origin::Tracked,
        health: LedgerHealth::NeverReported,
        noted: Instant(9),
        ..entry("a")
    });
    let expected = Entry {
        event: "order/updated".to_owned(),
        endpoint: "https://other.example.com".to_owned(),
        ..entry("a")
    };
    assert_eq!(ledger.entries(), [expected, entry("b")]);
}

#[test]
fn several_events_can_be_typed_with_and_without_spaces() {
    for (typed, kept) in [
        (" order/created ", "order/created"),
        (
            "TASK_MODIFIED,SURVEY_CREATED",
            "TASK_MODIFIED, SURVEY_CREATED",
        ),
        (
            "TASK_MODIFIED , SURVEY_CREATED,",
            "TASK_MODIFIED, SURVEY_CREATED",
        ),
    ] {
        assert_eq!(events(typed), kept);
    }
}

#[test]
fn what_is_changed_stays_what_it_was_noted_as() {
    let tracked = Entry {
        origin: Origin::Tracked,
        ..entry("a")
    };
    let mut ledger = ledger([tracked.clone(), entry("b")]);
    let changed = |entry: Entry| Entry {
        endpoint: "https://other.example.com".to_owned(),
        ..entry
    };
    for id in ["a", "b"] {
        ledger.note(Entry {
            origin: Origin::Created,
            noted: Instant(20),
            ..changed(entry(id))
        });
    }
    assert_eq!(ledger.entries(), [changed(tracked), changed(entry("b"))]);
}

#[test]
fn forgetting_takes_exactly_one_away() {
    let mut ledger = ledger(["a", "b", "ab"].map(entry));
    ledger.forget("a");
    assert_eq!(ids(&ledger), ["b", "ab"]);
    ledger.forget("unknown");
    assert_eq!(ids(&ledger), ["b", "ab"]);
    ledger.forget("b");
    ledger.forget("ab");
    assert!(ledger.is_empty());
}

#[test]
fn a_row_says_where_it_comes_from() {
    let tracked = Entry {
        origin: Origin::Tracked,
        health: LedgerHealth::NeverReported,
        ..entry("t")
    };
    let listing = ledger([entry("c"), tracked]).listing(Platform::HappyColis, NOW);
    assert_eq!((listing.read_at, &listing.title), (NOW, &None));
    let told: Vec<_> = listing
        .subscriptions()
        .map(|row| (row.source, row.created, row.reading.health))
        .collect();
    let expected = [
        (Source::Created, Some(Instant(5)), Health::Unknown),
        (Source::Tracked, None, Health::Unknown),
    ];
    assert_eq!(told, expected);
    assert!(
        listing
            .rows
            .iter()
            .all(|row| matches!(row, Row::Subscription(_)))
    );
}

#[test]
fn every_connection_has_a_ledger_of_its_own() {
    let keys = [
        Ledger::storage_key(&key(HappyColisMode::Oauth, "Shop")),
        Ledger::storage_key(&key(HappyColisMode::Integration, "Shop")),
        Ledger::storage_key(&key(HappyColisMode::Oauth, "shop")),
        Ledger::storage_key(&key(HappyColisMode::Oauth, "Shop/2")),
    ];
    assert_eq!(keys[0], "pegboard.ledger.happycolis/oauth/Shop");
    for (at, one) in keys.iter().enumerate() {
        assert!(!keys[at + 1..].contains(one), "{one}");
    }
}

fn any_health() -> impl Strategy<Value = LedgerHealth> {
    prop_oneof![
        Just(LedgerHealth::NeverReported),
        (proptest::option::of(".*"), any::<u64>()).prop_map(|(value, at)| {
            LedgerHealth::AtCreation {
                value,
                at: Instant(at),
            }
        }),
    ]
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let origin = prop_oneof![Just(Origin::Created), Just(Origin::Tracked)];
    let texts = (".+", ".+", ".*", proptest::option::of(".*"));
    (texts, origin, any_health(), any::<u64>()).prop_map(
        |((id, event, endpoint, organization), origin, health, noted)| Entry {
            id,
            event,
            endpoint,
            origin,
            health,
            noted: Instant(noted),
            organization,
        },
    )
}

proptest! {
    #[test]
    fn export_and_import_lose_nothing(
        entries in proptest::collection::vec(any_entry(), 0..6),
        name in ".*",
    ) {
        let before = ledger(entries);
        let file = before.export(&key(HappyColisMode::Oauth, &name));
        let mut after = Ledger::default();
        after.import(&file, &key(HappyColisMode::Oauth, "elsewhere")).unwrap();
        prop_assert_eq!(&after, &before);
        // What is known already stays as it is.
        let again = after.import(&file, &key(HappyColisMode::Oauth, "elsewhere")).unwrap();
        prop_assert_eq!((again.added, again.known), (0, ids(&before).len()));
        prop_assert_eq!(after, before);
    }
}
