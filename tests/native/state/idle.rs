//! When the console locks itself.

use pegboard::state::idle::{ACTIVE, CHOICES, choose, is_idle, minutes};
use pegboard::state::storage::{Storage as _, StorageError};
use pegboard::subscription::Instant;

use super::storage::Scripted;

const MINUTE: u64 = 60_000;
const START: Instant = Instant(1_000_000_000);

fn after(minutes: u64) -> Instant {
    Instant(START.0 + minutes * MINUTE)
}

#[test]
fn half_an_hour_unless_another_time_was_chosen() {
    let storage = Scripted::default();
    assert_eq!(minutes(&storage), 30);
    for choice in CHOICES {
        choose(&storage, choice).unwrap();
        assert_eq!(minutes(&storage), choice);
        let choice = u64::from(choice);
        assert!(is_idle(&storage, START, after(choice)));
        assert!(!is_idle(&storage, START, Instant(after(choice).0 - 1)));
    }
}

#[test]
fn what_is_no_choice_is_not_believed() {
    for damaged in ["", "never", "0", "-5", "31", "999999999999"] {
        let storage = Scripted::default();
        storage.set("pegboard.lock-after", damaged).unwrap();
        assert_eq!(minutes(&storage), 30, "{damaged}");
    }
    let denied = Scripted {
        refuses_reading: true,
        refuses_writing: true,
        ..Scripted::default()
    };
    assert_eq!(choose(&denied, 5), Err(StorageError::Full));
    assert!(is_idle(&denied, START, after(30)));
    assert!(!is_idle(&denied, START, after(29)));
}

#[test]
fn another_tab_in_use_keeps_this_one_open() {
    let storage = Scripted::default();
    storage.set(ACTIVE, &after(20).0.to_string()).unwrap();
    assert!(!is_idle(&storage, START, after(49)));
    assert!(is_idle(&storage, START, after(50)));
    // A clock that was ahead does not keep it open for ever.
    storage.set(ACTIVE, &after(100_000).0.to_string()).unwrap();
    assert!(!is_idle(&storage, START, after(40)));
    storage.set(ACTIVE, "soon").unwrap();
    assert!(is_idle(&storage, START, after(40)));
}
