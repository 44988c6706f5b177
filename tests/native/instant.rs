//! Moments as platforms write them: ISO 8601.

use pegboard::subscription::Instant;
use proptest::prelude::*;

fn millis(text: &str) -> Option<u64> {
    Instant::parse(text).map(|at| at.0)
}

#[test]
fn a_moment_in_utc_is_read_to_the_millisecond() {
    for (text, wanted) in [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T00:00:00.001Z", 1),
        ("2018-01-01T12:00:00.000Z", 1_514_808_000_000),
        ("2024-10-24T16:07:28.967Z", 1_729_786_048_967),
        ("2024-10-24T16:07:28.9Z", 1_729_786_048_900),
        ("2024-10-24T16:07:28.967999Z", 1_729_786_048_967),
        (" 2024-10-24T16:07:28Z\n", 1_729_786_048_000),
        ("2000-02-29T00:00:00Z", 951_782_400_000),
        ("2000-03-01T00:00:00Z", 951_868_800_000),
        ("2024-12-31T23:59:59Z", 1_735_689_599_000),
        ("2100-01-01T00:00:00Z", 4_102_444_800_000),
        ("2100-03-01T00:00:00Z", 4_107_542_400_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] {
        assert_eq!(millis(text), Some(wanted), "{text}");
    }
}

#[test]
fn an_offset_is_taken_off() {
    let utc = millis("2024-10-24T16:07:28.016Z");
    for text in [
        "2024-10-24T18:07:28.016+02:00",
        "2024-10-24T18:07:28.016+0200",
        "2024-10-24T16:07:28.016+00:00",
        "2024-10-24T11:37:28.016-04:30",
        "2024-10-25T00:07:28.016+08:00",
    ] {
        assert_eq!(millis(text), utc, "{text}");
    }
}

#[test]
fn anything_else_is_no_moment() {
    for text in [
        "",
        "T",
        "TZ",
        "yesterday",
        "2024-10-24",
        "16:07:28Z",
        "2024-10-24T16:07:28",
        "2024-10-24 16:07:28Z",
        "2024-10-24T16:07Z",
        "2024-10-24T16:07:28.Zx",
        "2024-10-24T16:07:28ZZ",
        "2024-10-24T16:07:28.-1Z",
        "2024-10-24T16:07:28+",
        "2024-10-24T16:07:28+02",
        "2024-10-24T16:07:28+2",
        "2024-10-24T16:07:28+0ü",
        "2024-10-24T+6:07:28Z",
        "2024-+1-24T16:07:28Z",
        "2024-00-24T16:07:28Z",
        "2024-13-24T16:07:28Z",
        "2024-10-00T16:07:28Z",
        "2024-10-32T16:07:28Z",
        "2024-10-24T24:07:28Z",
        "2024-10-24T16:60:28Z",
        "2024-10-24T16:07:61Z",
        "2024-10-24-01T16:07:28Z",
        "20241-10-24T16:07:28Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+01:00",
        "1514808000000",
    ] {
        assert_eq!(millis(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in ".*", tail in "[0-9TZ:+.-]{0,12}") {
        let _ = millis(&text);
        let read = millis(&format!("2024-10-24T16:07:28{tail}"));
        prop_assert!(tail != "Z" || read.is_some());
    }

    /// One day after the other, through every leap year.
    #[test]
    fn days_follow_each_other(year in 1970..9999_u32, month in 1..=12_u32, day in 1..28_u32) {
        let of = |day| millis(&format!("{year:04}-{month:02}-{day:02}T00:00:00Z"));
        prop_assert_eq!(of(day + 1), of(day).map(|before| before + 86_400_000));
        let next_year = millis(&format!("{:04}-01-01T00:00:00Z", year + 1)).unwrap();
        let this_year = millis(&format!("{year:04}-01-01T00:00:00Z")).unwrap();
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        prop_assert_eq!((next_year - this_year) / 86_400_000, if is_leap { 366 } else { 365 });
    }
}
