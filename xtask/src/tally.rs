//! Counting what test programs report.

/// The sum of the `test result:` lines of one suite.
#[derive(Default)]
pub struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    /// Takes one line of output; most say nothing about results.
    pub fn read(&mut self, line: &str) {
        let line = without_colour(line);
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        let count = |what: &str| -> u64 {
            let before = counts
                .split(';')
                .find_map(|part| part.trim_end().strip_suffix(what));
            before
                .and_then(|part| part.split_whitespace().next_back()?.parse().ok())
                .unwrap_or(0)
        };
        self.passed += count(" passed");
        // A test that was not run has shown nothing.
        self.failed += count(" failed") + count(" ignored");
    }

    /// Passed and failed, once the suite has ended. One that broke off, or that ran nothing, has failed.
    pub fn conclude(self, success: bool) -> (u64, u64) {
        let unexplained = self.failed == 0 && (!success || self.passed == 0);
        (self.passed, self.failed + u64::from(unexplained))
    }
}

/// The text without terminal escape sequences.
fn without_colour(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str], success: bool) -> (u64, u64) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally.conclude(success)
    }

    #[test]
    fn result_lines_are_added_up() {
        let lines = [
            "running 12 tests",
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(tally(&lines, false), (15, 2));
    }

    #[test]
    fn ignored_tests_have_failed() {
        assert_eq!(
            tally(
                &["test result: ok. 4 passed; 0 failed; 3 ignored; 0 filtered out"],
                true
            ),
            (4, 3)
        );
    }

    #[test]
    fn a_suite_that_ran_nothing_has_failed() {
        assert_eq!(tally(&[], true), (0, 1));
        assert_eq!(
            tally(&["test result: ok. 0 passed; 0 failed; 0 ignored"], true),
            (0, 1)
        );
    }

    #[test]
    fn a_suite_that_broke_off_has_failed() {
        assert_eq!(
            tally(&["test result: ok. 7 passed; 0 failed; 0 ignored"], false),
            (7, 1)
        );
        assert_eq!(
            tally(
                &["test result: FAILED. 7 passed; 1 failed; 0 ignored"],
                false
            ),
            (7, 1)
        );
    }
}
