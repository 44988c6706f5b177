use std::{sync::Mutex, time::Duration};

use tokio::{sync::watch, task::JoinSet};

use crate::lock::lock;

/// Work that goes on after a call was answered, such as a delivery and its further tries.
#[derive(Default)]
pub(crate) struct Rounds {
    tasks: Mutex<JoinSet<()>>,
    under_way: watch::Sender<usize>,
}

impl Rounds {
    /// Starts a round.
    pub fn start(&self, round: impl Future<Output = ()> + Send + 'static) {
        self.under_way.send_modify(|count| *count += 1);
        let leave = Leave(self.under_way.clone());
        let mut tasks = lock(&self.tasks);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(async move {
            let _leave = leave;
            round.await;
        });
    }

    /// Ends every round, where it stands.
    pub fn halt(&self) {
        lock(&self.tasks).abort_all();
    }

    /// Waits until no round is under way.
    pub async fn settled(&self) {
        // The sender lives in `self`, so the channel cannot close while this waits.
        let _ = self
            .under_way
            .subscribe()
            .wait_for(|count| *count == 0)
            .await;
    }
}

/// Counts down also when a round is aborted.
struct Leave(watch::Sender<usize>);

impl Drop for Leave {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

/// How long is waited before each of three tries of a delivery; `factor` scales the waits.
pub(crate) fn waits(factor: f64) -> [Duration; 3] {
    [0.0, 1.0, 5.0].map(|seconds| Duration::from_secs_f64(seconds * factor.clamp(0.0, 1000.0)))
}
