//! The present time, as platforms write it.

use jiff::Timestamp;

/// ISO 8601 in UTC, with milliseconds.
pub(crate) fn iso() -> String {
    written(Timestamp::now())
}

/// Another time in the form of [`iso`].
pub(crate) fn written(time: Timestamp) -> String {
    format!("{time:.3}")
}

/// Milliseconds since 1970.
pub(crate) fn epoch_millis() -> i64 {
    Timestamp::now().as_millisecond()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_the_form_of_the_contracts() {
        let date = iso();
        assert!(date.parse::<Timestamp>().is_ok(), "{date}");
        assert_eq!((date.len(), &date[19..20], &date[23..]), (24, ".", "Z"));
    }
}
