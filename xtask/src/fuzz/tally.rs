//! The figures in what libFuzzer says.

/// What one run of a target came to, as far as it was said.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Inputs that were run.
    pub runs: u64,
    pub seconds: u64,
    /// Places in the program that were reached.
    pub branches: u64,
}

impl Tally {
    /// Reads lines such as `#52 NEW cov: 410 ft: 611 corp: 40/9Kb …`, `Done 8031 runs in 11 second(s)` and, at the end
    /// or after a find, `stat::number_of_executed_units: 8031`.
    pub fn read(log: &str) -> Self {
        let mut tally = Self::default();
        for line in log.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let after = |word: &str| -> Option<u64> {
                let at = words.iter().position(|it| *it == word)?;
                words.get(at + 1)?.parse().ok()
            };
            tally.branches = after("cov:").unwrap_or(tally.branches);
            tally.runs = after("stat::number_of_executed_units:").unwrap_or(tally.runs);
            if words.first() == Some(&"Done") {
                tally.runs = after("Done").unwrap_or(tally.runs);
                tally.seconds = after("in").unwrap_or(tally.seconds);
            }
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_figures_count() {
        let log = "INFO: Running with entropic power schedule (0xFF, 100).\n\
                   #2\tINITED cov: 9 ft: 10 corp: 1/1b exec/s: 0 rss: 40Mb\n\
                   #99\tNEW    cov: 12 ft: 20 corp: 2/3b lim: 4 exec/s: 0 rss: 40Mb\n\
                   #8031\tDONE   cov: 12 ft: 20 corp: 2/3b lim: 80 exec/s: 730 rss: 44Mb\n\
                   Done 8031 runs in 11 second(s)\n\
                   stat::number_of_executed_units: 8031\n";
        let tally = Tally {
            runs: 8031,
            seconds: 11,
            branches: 12,
        };
        assert_eq!(Tally::read(log), tally);
    }

    #[test]
    fn what_broke_off_is_counted_as_far_as_it_came() {
        let log =
            "#99\tNEW    cov: 12 ft: 20\nthread panicked\nstat::number_of_executed_units: 104\n";
        let tally = Tally {
            runs: 104,
            seconds: 0,
            branches: 12,
        };
        assert_eq!(Tally::read(log), tally);
        assert_eq!(Tally::read("error: no such target"), Tally::default());
    }
}
