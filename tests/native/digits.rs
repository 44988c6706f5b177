//! Reading a whole number.

use pegboard::subscription::digits;
use proptest::prelude::*;

proptest! {
    #[test]
    fn what_was_written_is_read(number: u64) {
        prop_assert_eq!(digits(&number.to_string()), Some(number));
    }

    /// As the standard library reads it, but for the sign that it takes.
    #[test]
    fn anything_else_is_nothing(text in "[0-9+a:/ -]{0,24}") {
        let expected = text.parse().ok().filter(|_| !text.starts_with('+'));
        prop_assert_eq!(digits(&text), expected);
    }
}

#[test]
fn the_largest_number_is_read_and_the_next_is_not() {
    assert_eq!(digits("18446744073709551615"), Some(u64::MAX));
    for text in [
        "18446744073709551616",
        "18446744073709551620",
        "99999999999999999999",
        "",
        "１",
        "1_000",
        "-1",
    ] {
        assert_eq!(digits(text), None, "{text}");
    }
    assert_eq!(digits("00000000000000000000000000007"), Some(7));
}
