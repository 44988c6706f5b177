//! Moments, written by the browser.

use pegboard::subscription::Instant;
use pegboard::text::time::{self, exact, iso, relative};
use wasm_bindgen_test::wasm_bindgen_test;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const NOW: Instant = Instant(1_700_000_000_000);

fn ago(milliseconds: u64) -> String {
    time::ago(Instant(NOW.0 - milliseconds), NOW)
}

fn ahead(milliseconds: u64) -> String {
    relative(Instant(NOW.0 + milliseconds), NOW)
}

#[wasm_bindgen_test]
fn a_moment_is_near_or_far_in_whole_units() {
    assert_eq!([ago(0), ago(MINUTE - 1)], ["just now", "just now"]);
    for (one, many, edge) in [
        (ago(MINUTE), ago(59 * MINUTE), ago(HOUR - 1)),
        (ago(HOUR), ago(23 * HOUR), ago(DAY - 1)),
        (ago(2 * DAY), ago(729 * DAY), ago(730 * DAY - 1)),
        (ago(730 * DAY), ago(6 * 365 * DAY), ago(7 * 365 * DAY - 1)),
    ] {
        assert_eq!(many, edge, "whole units, never rounded up");
        assert_ne!(one, many);
        assert!(many.contains(|c: char| c.is_numeric()), "{many}");
    }
    assert!(
        ago(59 * MINUTE).contains("59")
            && ago(23 * HOUR).contains("23")
            && ago(729 * DAY).contains("729")
            && ago(730 * DAY).contains('2')
            && ago(6 * 365 * DAY).contains('6')
    );
}

#[wasm_bindgen_test]
fn what_is_to_come_is_said_in_whole_units_too() {
    assert_eq!([ahead(1), ahead(MINUTE - 1)], ["in less than a minute"; 2]);
    for (milliseconds, number) in [
        (59 * MINUTE, "59"),
        (HOUR, "1"),
        (23 * HOUR, "23"),
        (40 * DAY, "40"),
    ] {
        assert_eq!(
            ahead(milliseconds),
            ahead(milliseconds + MINUTE - 1),
            "never rounded up"
        );
        assert!(
            ahead(milliseconds).contains(number),
            "{}",
            ahead(milliseconds)
        );
        assert_ne!(ahead(milliseconds), ago(milliseconds));
    }
    // A clock that goes wrong is no reason to speak of the future.
    assert_eq!(time::ago(Instant(NOW.0 + DAY), NOW), "just now");
}

#[wasm_bindgen_test]
fn an_exact_moment_names_the_year_and_a_machine_reads_utc() {
    assert!(exact(NOW).contains("2023"), "{}", exact(NOW));
    assert_ne!(exact(NOW), exact(Instant(NOW.0 + 1_000)), "to the second");
    assert_eq!(iso(NOW), "2023-11-14T22:13:20.000Z");
    assert_eq!(iso(Instant(0)), "1970-01-01T00:00:00.000Z");
}
