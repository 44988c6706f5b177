//! Waiting for a condition, and for nothing else.

use std::time::{Duration, Instant};

/// How long a condition may take before the test is given up. Far above what is needed, because machines differ.
const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks at the page.
const INTERVAL: Duration = Duration::from_millis(25);

/// Looks until `look` finds something, and returns it. `look` says what it saw instead, for the message of a failure.
#[track_caller]
pub fn until<T>(
    what: &str,
    look: impl AsyncFnMut() -> Result<T, String>,
) -> impl Future<Output = T> {
    let caller = std::panic::Location::caller();
    wait(what.to_owned(), caller, look)
}

async fn wait<T>(
    what: String,
    caller: &'static std::panic::Location<'static>,
    mut look: impl AsyncFnMut() -> Result<T, String>,
) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let saw = match look().await {
            Ok(found) => return found,
            Err(saw) => saw,
        };
        assert!(
            Instant::now() < deadline,
            "{caller}: waited in vain for {what}. Last seen: {saw}"
        );
        tokio::time::sleep(INTERVAL).await;
    }
}
