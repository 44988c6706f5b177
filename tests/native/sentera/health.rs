//! Health is read from events (section 6): by the names of their status, and green only for the last one delivered.

use pegboard::platform::sentera::{outcome, reading};
use pegboard::subscription::{Evidence, Health, Instant, Outcome, Reading};
use pegboard::text::health::explain;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::sample::NOW;

/// One status of each meaning.
const STATUSES: [Option<&str>; 4] = [Some("SUCCEEDED"), Some("FAILED"), Some("PENDING"), None];
const TIMES: [Option<&str>; 3] = [
    Some("2022-02-01T09:00:00Z"),
    Some("2022-02-02T09:00:00Z"),
    None,
];

fn event(status: Option<&str>, at: Option<&str>) -> Value {
    json!({ "type": "TASK_MODIFIED", "status": status, "attempts": 3, "created_at": at })
}

fn read(events: &[Value], total: Option<u64>) -> Reading {
    reading(
        Some(&json!({ "results": events, "total_count": total })),
        NOW,
    )
}

#[test]
fn a_status_means_what_its_name_says() {
    let delivered = [
        "SUCCEEDED",
        "SUCCESS",
        "DELIVERED",
        "COMPLETED",
        "COMPLETE",
        "SENT",
        "WAS_SENT",
        "succeeded",
    ];
    let failed = [
        "FAILED",
        "FAILURE",
        "DELIVERY_FAILED",
        "ERROR",
        "ERRORED",
        "COMPLETED_WITH_ERRORS",
        "failed",
    ];
    // What turns a success into its opposite is none.
    let neither = [
        "PENDING",
        "DELIVERY_PENDING",
        "UNDELIVERED",
        "UNSUCCESSFUL",
        "INCOMPLETE",
        "NOT_SENT",
        "UNSENT",
        "QUEUED",
        "",
    ];
    for status in delivered {
        assert_eq!(outcome(status), Outcome::Delivered, "{status}");
    }
    for status in failed {
        assert_eq!(outcome(status), Outcome::Failed, "{status}");
    }
    for status in neither {
        assert_eq!(
            outcome(status),
            Outcome::Other(Some(status.to_owned())),
            "{status}"
        );
    }
}

/// Every combination of two events' status and time, and of how many there are in all.
#[test]
fn every_combination_has_a_badge() {
    let mut seen = 0;
    for first in STATUSES
        .iter()
        .flat_map(|status| TIMES.map(|at| (*status, at)))
    {
        for second in STATUSES
            .iter()
            .flat_map(|status| TIMES.map(|at| (*status, at)))
        {
            for total in [None, Some(2), Some(1), Some(5)] {
                let reading = read(&[event(first.0, first.1), event(second.0, second.1)], total);
                let timed = first.1.is_some() && second.1.is_some();
                let known = timed && (total != Some(5) || first.1 > second.1);
                // Of two at the same time, the one that comes first in the answer counts as the last.
                let (last, before) = if second.1 > first.1 {
                    (second, first)
                } else {
                    (first, second)
                };
                let wanted = match (known, last.0, before.0) {
                    (false, _, _) => Health::Unknown,
                    (true, Some("FAILED"), _) => Health::Failing,
                    (true, Some("SUCCEEDED"), Some("FAILED")) => Health::Degraded,
                    (true, Some("SUCCEEDED"), _) => Health::Healthy,
                    (true, _, _) => Health::Unknown,
                };
                assert_eq!(reading.health, wanted, "{first:?} {second:?} {total:?}");
                let unordered = Evidence::SenteraUnordered { read: 2, total };
                assert_eq!(reading.evidence == unordered, !known);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 12 * 12 * 4);
}

#[test]
fn one_event_needs_no_time_and_none_is_no_health() {
    for (status, health) in STATUSES.into_iter().zip([
        Health::Healthy,
        Health::Failing,
        Health::Unknown,
        Health::Unknown,
    ]) {
        for at in TIMES {
            assert_eq!(read(&[event(status, at)], Some(1)).health, health);
            // There are more, and this one may be any of them.
            assert_eq!(read(&[event(status, at)], Some(2)).health, Health::Unknown);
        }
    }
    let none = Evidence::SenteraEvents {
        last: None,
        failed_before: false,
    };
    for total in [None, Some(0)] {
        let reading = read(&[], total);
        assert_eq!(
            (reading.health, reading.evidence),
            (Health::Unknown, none.clone())
        );
    }
    assert_eq!(read(&[json!(null)], Some(0)).evidence, none);
}

#[test]
fn events_that_were_not_read_are_no_events() {
    let cases = [
        json!(null),
        json!({}),
        json!({ "results": null }),
        json!({ "results": {} }),
        json!([]),
        json!("a"),
    ];
    for events in cases.iter().map(Some).chain([None]) {
        assert_eq!(
            reading(events, NOW),
            Reading::sentera_unread(NOW),
            "{events:?}"
        );
    }
}

/// The order of events is not documented.
#[test]
fn twenty_of_many_count_only_when_they_begin_with_the_newest() {
    let day = |day: usize| format!("2022-02-{day:02}T09:00:00Z");
    let ascending: Vec<Value> = (1..=20)
        .map(|at| event(Some("SUCCEEDED"), Some(&day(at))))
        .collect();
    let descending: Vec<Value> = ascending.iter().rev().cloned().collect();
    for (events, total, health) in [
        (&ascending, Some(20), Health::Healthy),
        (&ascending, Some(21), Health::Unknown),
        (&ascending, None, Health::Unknown),
        (&descending, Some(20), Health::Healthy),
        (&descending, Some(500), Health::Healthy),
        (&descending, None, Health::Healthy),
    ] {
        assert_eq!(read(events, total).health, health, "{total:?}");
    }
    let mut jumbled = descending.clone();
    jumbled.swap(5, 9);
    assert_eq!(read(&jumbled, Some(20)).health, Health::Healthy);
    assert_eq!(read(&jumbled, Some(500)).health, Health::Unknown);
    let mut failed = descending;
    failed[19] = event(Some("FAILED"), Some(&day(1)));
    assert_eq!(read(&failed, Some(500)).health, Health::Degraded);
}

#[test]
fn the_popover_shows_the_raw_status() {
    let at = TIMES[0];
    for status in ["SUCCEEDED", "FAILED", "PENDING", "SOMETHING_NEW"] {
        let reading = read(&[event(Some(status), at)], Some(1));
        let Evidence::SenteraEvents {
            last: Some(last), ..
        } = &reading.evidence
        else {
            panic!("{reading:?}")
        };
        assert_eq!(last.at, Instant::parse(at.unwrap()));
        let told = explain(&reading);
        assert!(
            told.source.contains(status) && told.source.contains("TASK_MODIFIED, 3 attempts")
                || told.source.contains("TASK_MODIFIED: status")
        );
        assert!(!told.means.is_empty() && !told.remedy.is_empty());
    }
    assert!(
        explain(&read(&[], Some(0)))
            .means
            .contains("No events are recorded")
    );
    assert!(
        explain(&Reading::sentera_unread(NOW))
            .means
            .contains("does not document how to read")
    );
    let unordered = explain(&read(&[event(Some("SUCCEEDED"), at)], Some(9)));
    assert!(unordered.source.contains("1 of 9") && unordered.means.contains("order"));
}

proptest! {
    #[test]
    fn a_failure_is_never_green(status in "[A-Z_]{0,8}(FAIL|ERROR)[A-Z_]{0,8}") {
        prop_assert_eq!(outcome(&status), Outcome::Failed);
    }

    #[test]
    fn a_status_that_nobody_knows_is_neither(status in "[ABQXYZ_]{0,10}") {
        prop_assert_eq!(outcome(&status), Outcome::Other(Some(status.clone())));
    }
}
