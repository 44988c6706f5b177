//! Entries of the ledger that stand for several events, and the ledger of another platform.

use pegboard::state::ledger::{Entry, Ledger, Origin};
use pegboard::subscription::{
    Attributes, ConnectionKey, Evidence, HappyColisMode, Health, LedgerHealth, Platform, Source,
};

use super::ledger::{entry, key, ledger};
use crate::sample::{NOW, connection, every_access, way_into};

fn several() -> Entry {
    Entry {
        event: "TASK_MODIFIED, FEATURE_SET_CREATED".to_owned(),
        health: LedgerHealth::NeverReported,
        ..entry("a")
    }
}

fn sentera() -> ConnectionKey {
    connection("Farm", every_access()[6].clone()).key()
}

#[test]
fn events_that_are_joined_are_several_again() {
    let listing = ledger([several(), entry("b")]).listing(Platform::Sentera, NOW);
    let events: Vec<_> = listing
        .subscriptions()
        .map(|row| row.events.clone())
        .collect();
    let both = vec!["TASK_MODIFIED".to_owned(), "FEATURE_SET_CREATED".to_owned()];
    assert_eq!(events, [both, vec!["order/created".to_owned()]]);
    let names: Vec<_> = listing
        .subscriptions()
        .map(|row| row.event_names())
        .collect();
    assert_eq!(names, [several().event, "order/created".to_owned()]);
    for row in listing.subscriptions() {
        assert_eq!(
            (&row.attributes, row.updated),
            (&Attributes::default(), None)
        );
    }
    assert!(listing.is_complete());
}

/// Nobody measured these, so none of them is healthy.
#[test]
fn a_row_says_why_its_health_is_not_known_in_its_platforms_terms() {
    let tracked = Entry {
        origin: Origin::Tracked,
        ..several()
    };
    let read = |entry: Entry, platform| {
        let listing = ledger([entry]).listing(platform, NOW);
        let row = listing.subscriptions().next().unwrap();
        assert_eq!((row.reading.health, row.reading.at), (Health::Unknown, NOW));
        (row.source, row.reading.evidence.clone())
    };
    let created = read(several(), Platform::Sentera);
    assert_eq!(created, (Source::Created, Evidence::SenteraUnread));
    let told = read(tracked.clone(), Platform::Sentera);
    assert_eq!(told, (Source::Tracked, Evidence::Tracked));
    assert_eq!(read(tracked, Platform::HappyColis).1, Evidence::Tracked);
    let at_creation = read(entry("b"), Platform::HappyColis).1;
    assert!(matches!(at_creation, Evidence::HappyColisCreation { .. }));
}

#[test]
fn a_file_of_several_events_loses_nothing_and_stays_with_its_organization() {
    let before = ledger([several(), entry("b")]);
    let file = before.export(&sentera());
    let mut after = Ledger::default();
    after.import(&file, &sentera()).unwrap();
    assert_eq!(after, before);
    // Another organization, another platform: its ids would not work there.
    for other in [
        connection("Farm", way_into(Platform::Sentera, "another")).key(),
        key(HappyColisMode::Oauth, "Farm"),
    ] {
        let mut untouched = Ledger::default();
        assert!(untouched.import(&file, &other).is_err(), "{other:?}");
        assert!(untouched.is_empty());
    }
    assert_ne!(
        Ledger::storage_key(&sentera()),
        Ledger::storage_key(&key(HappyColisMode::Oauth, "Farm"))
    );
}
