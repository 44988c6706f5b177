//! Whether a request that failed is sent once more, and after how long. Pure.

use crate::platform::{Purpose, Reply, Request, TransportError};

/// All attempts of a read and the waits between them end within this time.
pub const BUDGET_MS: u64 = 10_000;

/// An attempt that would have less time than this is not made.
const LEAST_MS: u64 = 1_000;

const REPEATS: u32 = 2;

/// The shortest wait, doubled with every repeat: what the test mode of Commerce Layer allows on average is one request in
/// 0.6 s (Commerce Layer contract, section 8.5).
const BACKOFF_MS: u64 = 600;

/// Where failed calls are counted and no wait was named (ikas contract, section 8).
const COUNTED_WAIT_S: u32 = 10;

/// The milliseconds to wait before a request is repeated that ended with `answer`, `elapsed` milliseconds after its first
/// attempt began; nothing when it is not repeated.
///
/// A write never is. A read is, at most twice, when nothing answered, the connection broke, there were too many requests, or
/// the platform failed. What was refused, cannot be read, or took all its time would not go better the next moment.
/// `random` spreads the attempts of several consoles.
pub fn pause(
    request: &Request,
    answer: &Result<Reply, TransportError>,
    repeats: u32,
    elapsed: u64,
    random: f64,
) -> Option<u32> {
    if request.purpose == Purpose::Write || repeats >= REPEATS {
        return None;
    }
    let told = match answer {
        Ok(reply) if reply.status == 429 => reply
            .told_wait()
            .or(request.counted.then_some(COUNTED_WAIT_S)),
        _ if request.counted => return None,
        Ok(reply) if reply.status >= 500 => reply.told_wait(),
        Err(TransportError::Unreachable | TransportError::Broken) => None,
        _ => return None,
    };
    let backoff = BACKOFF_MS << repeats;
    let told = u64::from(told.unwrap_or_default()) * 1_000;
    let wait = told.max(backoff) + (random * backoff as f64 / 2.0) as u64;
    let fits = elapsed + wait + LEAST_MS <= BUDGET_MS;
    fits.then_some(wait as u32)
}
