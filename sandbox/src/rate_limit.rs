use std::{
    collections::HashMap,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// So many requests in so long a window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tier {
    pub requests: u32,
    pub window: Duration,
}

/// What the meter says of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub limit: u32,
    pub remaining: u32,
    /// When the window ends, in Unix seconds.
    pub reset: u64,
    /// Seconds to wait, where the request is refused.
    pub retry_after: Option<u32>,
}

#[derive(Clone, Copy)]
struct Window {
    start: SystemTime,
    used: u32,
}

/// Counts requests per token in fixed windows that begin with the first request in them.
#[derive(Default)]
pub(crate) struct Meter {
    windows: HashMap<(String, usize), Window>,
}

impl Meter {
    /// Counts one request of `token` at `now` in every tier. The reading is that of the first tier,
    /// or that of the tier that refuses. `factor` scales the limits, down to one request at least.
    pub fn count(&mut self, tiers: &[Tier], factor: f64, token: &str, now: SystemTime) -> Reading {
        let mut readings = tiers.iter().enumerate().map(|(index, tier)| {
            let window = self
                .windows
                .entry((token.to_owned(), index))
                .or_insert(Window {
                    start: now,
                    used: 0,
                });
            if now.duration_since(window.start).unwrap_or_default() >= tier.window {
                *window = Window {
                    start: now,
                    used: 0,
                };
            }
            window.used = window.used.saturating_add(1);
            window.read(
                scaled(tier.requests, factor),
                window.start + tier.window,
                now,
            )
        });
        let Some(first) = readings.next() else {
            return Reading {
                limit: 0,
                remaining: 0,
                reset: 0,
                retry_after: None,
            };
        };
        // Every tier has to count, so the rest is collected before one is chosen.
        let rest: Vec<Reading> = readings.collect();
        std::iter::once(first)
            .chain(rest)
            .find(|reading| reading.retry_after.is_some())
            .unwrap_or(first)
    }
}

impl Window {
    fn read(self, limit: u32, end: SystemTime, now: SystemTime) -> Reading {
        let wait = end.duration_since(now).unwrap_or_default();
        let seconds = u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX);
        Reading {
            limit,
            remaining: limit.saturating_sub(self.used),
            reset: end.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs(),
            retry_after: (self.used > limit).then_some(seconds.max(1)),
        }
    }
}

/// A limit of at least one request.
pub(crate) fn scaled(limit: u32, factor: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast from f64 saturates, and the value is at least one"
    )]
    let scaled = (f64::from(limit) * factor).max(1.0) as u32;
    scaled
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIERS: [Tier; 2] = [
        Tier {
            requests: 4,
            window: Duration::from_secs(60),
        },
        Tier {
            requests: 2,
            window: Duration::from_secs(1),
        },
    ];

    fn at(milliseconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_705_321_200) + Duration::from_millis(milliseconds)
    }

    #[test]
    fn reads_the_first_tier_while_nothing_is_refused() {
        let reading = Meter::default().count(&TIERS, 1.0, "a", at(0));
        let expected = Reading {
            limit: 4,
            remaining: 3,
            reset: 1_705_321_260,
            retry_after: None,
        };
        assert_eq!(reading, expected);
    }

    #[test]
    fn refuses_the_burst_until_its_second_is_over() {
        let mut meter = Meter::default();
        meter.count(&TIERS, 1.0, "a", at(0));
        meter.count(&TIERS, 1.0, "a", at(1));
        let refused = meter.count(&TIERS, 1.0, "a", at(2));
        assert_eq!(
            (refused.limit, refused.remaining, refused.retry_after),
            (2, 0, Some(1))
        );
        assert_eq!(meter.count(&TIERS, 1.0, "a", at(1000)).retry_after, None);
    }

    #[test]
    fn refuses_the_fifth_request_of_a_minute_and_counts_per_token() {
        let mut meter = Meter::default();
        for second in 0..4 {
            let reading = meter.count(&TIERS, 1.0, "a", at(second * 2000));
            assert_eq!(reading.retry_after, None);
        }
        assert_eq!(
            meter.count(&TIERS, 1.0, "a", at(8000)).retry_after,
            Some(52)
        );
        assert_eq!(meter.count(&TIERS, 1.0, "b", at(8000)).retry_after, None);
        assert_eq!(meter.count(&TIERS, 1.0, "a", at(60_000)).retry_after, None);
    }

    #[test]
    fn a_factor_scales_down_to_one_request() {
        let mut meter = Meter::default();
        assert_eq!(meter.count(&TIERS, 0.001, "a", at(0)).limit, 1);
        assert_eq!(meter.count(&TIERS, 0.001, "a", at(1)).retry_after, Some(60));
    }
}
