//! A value that is read from elsewhere: every state, and every way out of it.

use pegboard::platform::{Answered, ApiError, TransportError};
use pegboard::state::remote::Remote;
use pegboard::state::write::Unfinished;
use pegboard::subscription::{Listing, Row};

use crate::sample::{ENDPOINT, subscription};

const LOST: ApiError = ApiError::Transport(TransportError::Broken);
const AGAIN: ApiError = ApiError::Transport(TransportError::Offline);

fn every_state() -> [Remote<u8>; 5] {
    [
        Remote::Loading,
        Remote::Failed(LOST),
        Remote::Ready(1),
        Remote::Refreshing(1),
        Remote::Stale(1, LOST),
    ]
}

#[test]
fn a_new_reading_keeps_what_was_read_in_sight() {
    let after = every_state().map(Remote::begin);
    let expected = [
        Remote::Loading,
        Remote::Loading,
        Remote::Refreshing(1),
        Remote::Refreshing(1),
        Remote::Refreshing(1),
    ];
    assert_eq!(after, expected);
}

#[test]
fn a_success_is_ready_whatever_was_before() {
    for state in every_state() {
        assert_eq!(state.end(Ok(2)), Remote::Ready(2));
    }
}

#[test]
fn a_failure_hides_nothing_that_was_read() {
    let after = every_state().map(|state| state.end(Err(AGAIN)));
    let expected = [
        Remote::Failed(AGAIN),
        Remote::Failed(AGAIN),
        Remote::Stale(1, AGAIN),
        Remote::Stale(1, AGAIN),
        Remote::Stale(1, AGAIN),
    ];
    assert_eq!(after, expected);
}

#[test]
fn a_reading_that_was_stopped_is_as_if_it_had_not_begun() {
    let after = every_state().map(Remote::stop);
    let stopped = ApiError::Transport(TransportError::Aborted);
    let expected = [
        Remote::Failed(stopped),
        Remote::Failed(LOST),
        Remote::Ready(1),
        Remote::Ready(1),
        Remote::Stale(1, LOST),
    ];
    assert_eq!(after, expected);
    // So a spinner never stays.
    for state in every_state() {
        assert!(!state.begin().stop().is_reading());
    }
}

/// A part is better than nothing, and not better than all.
#[test]
fn a_reading_that_ended_early_shows_its_part_where_nothing_was_read_before() {
    let after = every_state().map(|state| state.end_early(Some(2), AGAIN));
    let expected = [
        Remote::Stale(2, AGAIN),
        Remote::Stale(2, AGAIN),
        Remote::Stale(1, AGAIN),
        Remote::Stale(1, AGAIN),
        Remote::Stale(1, AGAIN),
    ];
    assert_eq!(after, expected);
    let nothing_read = every_state().map(|state| state.end_early(None, AGAIN));
    let failed = every_state().map(|state| state.end(Err(AGAIN)));
    assert_eq!(nothing_read, failed);
}

#[test]
fn a_state_tells_its_value_its_error_and_whether_it_is_being_read() {
    let told = every_state().map(|state| {
        (
            state.value().copied(),
            state.error().cloned(),
            state.is_reading(),
        )
    });
    let expected = [
        (None, None, true),
        (None, Some(LOST), false),
        (Some(1), None, false),
        (Some(1), None, true),
        (Some(1), Some(LOST), false),
    ];
    assert_eq!(told, expected);
    assert_eq!(Remote::<u8>::default(), Remote::Loading);
}

#[test]
fn a_value_can_be_changed_in_every_state_that_has_one() {
    for mut state in every_state() {
        let before = state.value().copied();
        if let Some(value) = state.value_mut() {
            *value += 1;
        }
        assert_eq!(state.value().copied(), before.map(|value| value + 1));
    }
}

fn answered(ids: &[&str], total: Option<u64>, next: Option<u32>) -> Answered<Listing> {
    let rows = ids.iter().map(|id| match *id {
        "?" => Row::Unreadable {
            position: 0,
            raw: "{}".to_owned(),
        },
        id => Row::Subscription(subscription(id, "order/created", ENDPOINT)),
    });
    let value = Listing {
        rows: rows.collect(),
        total,
        next,
        ..Listing::default()
    };
    Answered {
        value,
        warning: None,
    }
}

fn ids(remote: &Remote<Answered<Listing>>) -> Vec<&str> {
    let rows = remote.value().unwrap().value.rows.iter();
    rows.map(|row| row.subscription().map_or("?", |row| row.id.as_str()))
        .collect()
}

/// Somebody removed a row of a page that was read already: the first of the next page moved there, and was missed.
#[test]
fn a_list_with_a_gap_takes_nothing_off_the_wall() {
    let old = || Remote::Refreshing(answered(&["a", "b", "c", "d", "?"], Some(5), None));
    let gap = old().end_reading(Ok(answered(&["b", "a", "e"], Some(4), None)));
    assert_eq!(ids(&gap), ["b", "a", "e", "c", "d"]);
    // What stays may be gone as well, so this proves nothing.
    assert!(!gap.value().unwrap().value.is_complete());
    for whole in [
        answered(&["b", "a", "e"], Some(3), None),
        answered(&["b", "a", "e"], Some(2), None),
        answered(&["b", "a", "e"], None, None),
        // Shown as it came, in its place.
        answered(&["b", "a", "?"], Some(3), None),
    ] {
        let ended = old().end_reading(Ok(whole.clone()));
        assert_eq!(ended, Remote::Ready(whole));
    }
    let first = Remote::Loading.end_reading(Ok(answered(&["b"], Some(4), None)));
    assert_eq!(first, Remote::Ready(answered(&["b"], Some(4), None)));
}

#[test]
fn a_reading_that_broke_off_is_better_than_nothing_alone() {
    let broken = || {
        Err(Unfinished {
            error: LOST,
            read: Some(answered(&["a"], Some(4), Some(2)).value),
        })
    };
    let old = answered(&["a", "b"], None, None);
    let ended = Remote::Refreshing(old.clone()).end_reading(broken());
    assert_eq!(ended, Remote::Stale(old, LOST));
    let ended = Remote::Loading.end_reading(broken());
    let read = answered(&["a"], Some(4), Some(2));
    assert_eq!(ended, Remote::Stale(read, LOST));
}
