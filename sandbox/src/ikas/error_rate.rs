use std::{
    collections::HashMap,
    time::{Duration, SystemTime},
};

/// Both the time over which calls are counted and the time for which a token is blocked.
const HOUR: Duration = Duration::from_secs(3600);

/// How many calls are seen before anyone is blocked: a number of ours, none is documented.
const ENOUGH: usize = 4;

/// Blocks a token for an hour when more than a quarter of its calls in the last hour failed, ikas
/// contract, section 8.
#[derive(Default)]
pub(crate) struct ErrorRate {
    tokens: HashMap<String, Record>,
}

#[derive(Default)]
struct Record {
    calls: Vec<(SystemTime, bool)>,
    blocked_at: Option<SystemTime>,
}

impl ErrorRate {
    /// The seconds for which `token` stays blocked.
    pub fn blocked(&self, token: &str, now: SystemTime) -> Option<u32> {
        let since = now
            .duration_since(self.tokens.get(token)?.blocked_at?)
            .unwrap_or_default();
        let left = HOUR.checked_sub(since)?;
        u32::try_from(left.as_secs()).ok().filter(|left| *left > 0)
    }

    /// Takes note of a call.
    pub fn record(&mut self, token: &str, failed: bool, now: SystemTime) {
        let record = self.tokens.entry(token.to_owned()).or_default();
        let recent = |at: SystemTime| now.duration_since(at).unwrap_or_default() < HOUR;
        record.calls.retain(|(at, _)| recent(*at));
        record.calls.push((now, failed));
        let failures = record.calls.iter().filter(|(_, failed)| *failed).count();
        if record.calls.len() >= ENOUGH && failures * 4 > record.calls.len() {
            record.blocked_at = Some(now);
            record.calls.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_705_321_200 + seconds)
    }

    #[test]
    fn a_quarter_is_borne_and_more_is_blocked_for_an_hour() {
        let mut rate = ErrorRate::default();
        for failed in [true, false, false, false] {
            rate.record("a", failed, at(0));
        }
        assert_eq!(rate.blocked("a", at(0)), None);
        rate.record("a", true, at(1));
        assert_eq!(rate.blocked("a", at(1)), Some(3600));
        assert_eq!(rate.blocked("a", at(3600)), Some(1));
        assert_eq!(rate.blocked("a", at(3601)), None);
        assert_eq!(rate.blocked("b", at(1)), None);
    }

    #[test]
    fn failures_of_an_hour_ago_no_longer_count() {
        let mut rate = ErrorRate::default();
        for _ in 0..3 {
            rate.record("a", true, at(0));
        }
        rate.record("a", false, at(3600));
        assert_eq!(rate.blocked("a", at(3600)), None);
    }
}
