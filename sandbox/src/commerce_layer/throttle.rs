use std::{
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};

use super::{endpoint::Endpoint, environment::Environment, token::Action};
use crate::rate_limit::scaled;

/// The interval of the average limit, and `X-Ratelimit-Interval`.
pub(crate) const AVERAGE: Duration = Duration::from_secs(60);
const BURST: Duration = Duration::from_secs(10);

/// What the average limit says of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub limit: u32,
    pub remaining: u32,
    pub refused: bool,
}

/// Counts calls in sliding windows, Commerce Layer contract, section 9: an average over all reads and
/// one over all writes, and a burst for each endpoint. The platform counts per IP address; everyone
/// here has the same. A refused call is not counted.
#[derive(Default)]
pub(crate) struct Throttle {
    calls: HashMap<Window, VecDeque<Instant>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Window {
    Average(Action),
    Burst(&'static str),
}

impl Throttle {
    /// Counts one call at `now`; `factor` scales the limits, down to one call at least.
    pub fn count(
        &mut self,
        environment: Environment,
        endpoint: &Endpoint,
        factor: f64,
        now: Instant,
    ) -> Reading {
        let limit = scaled(average(environment), factor);
        let burst = scaled(average(environment) / 4, factor);
        let average = Window::Average(endpoint.action());
        let peak = Window::Burst(endpoint.operation());
        let used = self.used(average, AVERAGE, now);
        let refused = used >= limit || self.used(peak, BURST, now) >= burst;
        if !refused {
            for window in [average, peak] {
                self.calls.entry(window).or_default().push_back(now);
            }
        }
        Reading {
            limit,
            remaining: limit.saturating_sub(used + 1),
            refused,
        }
    }

    /// How many calls the window still holds.
    fn used(&mut self, window: Window, length: Duration, now: Instant) -> u32 {
        let calls = self.calls.entry(window).or_default();
        while calls
            .front()
            .is_some_and(|call| now.duration_since(*call) >= length)
        {
            calls.pop_front();
        }
        u32::try_from(calls.len()).unwrap_or(u32::MAX)
    }
}

/// Calls a minute, reads and writes alike; a burst is a quarter of it.
pub(crate) fn average(environment: Environment) -> u32 {
    match environment {
        Environment::Live => 200,
        Environment::Test | Environment::Other => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commerce_layer::record::Kind;

    const LIST: Endpoint = Endpoint::List(Kind::Webhook);
    const CALLBACKS: Endpoint = Endpoint::List(Kind::EventCallback);

    #[test]
    fn a_burst_is_refused_until_ten_seconds_after_its_first_call() {
        let (mut throttle, start) = (Throttle::default(), Instant::now());
        let mut count = |endpoint: &Endpoint, milliseconds| {
            let now = start + Duration::from_millis(milliseconds);
            throttle.count(Environment::Test, endpoint, 1.0, now)
        };
        for call in 0..25 {
            assert!(!count(&LIST, call).refused);
        }
        assert!(count(&LIST, 9_999).refused);
        let other = count(&CALLBACKS, 9_999);
        assert_eq!(
            (other.limit, other.remaining, other.refused),
            (100, 74, false)
        );
        assert!(!count(&LIST, 10_000).refused);
        assert!(count(&LIST, 10_000).refused);
    }

    #[test]
    fn reads_and_writes_have_averages_of_their_own() {
        let (mut throttle, start) = (Throttle::default(), Instant::now());
        let mut count = |environment, endpoint: &Endpoint, second| {
            let now = start + Duration::from_secs(second);
            throttle.count(environment, endpoint, 1.0, now)
        };
        for call in 0..100 {
            assert!(!count(Environment::Test, &LIST, call / 25 * 10).refused);
        }
        assert!(count(Environment::Test, &LIST, 59).refused);
        assert!(!count(Environment::Test, &Endpoint::Create, 59).refused);
        assert!(!count(Environment::Live, &LIST, 59).refused);
        assert!(!count(Environment::Test, &LIST, 60).refused);
    }

    #[test]
    fn a_factor_scales_down_to_one_call() {
        let (mut throttle, now) = (Throttle::default(), Instant::now());
        let mut count = || throttle.count(Environment::Live, &LIST, 0.001, now);
        let first = count();
        assert_eq!((first.limit, first.remaining, first.refused), (1, 0, false));
        assert!(count().refused);
    }
}
