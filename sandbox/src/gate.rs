use tokio::sync::watch;

/// Holds whoever arrives until the next release, so that a test can look at the moment in between.
#[derive(Default)]
pub(crate) struct Gate {
    releases: watch::Sender<u64>,
    held: watch::Sender<usize>,
}

impl Gate {
    /// Lets everyone who is held go on.
    pub fn release(&self) {
        self.releases.send_modify(|count| *count += 1);
    }

    /// Waits until the next release.
    pub async fn hold(&self) {
        let mut releases = self.releases.subscribe();
        self.held.send_modify(|count| *count += 1);
        let _leave = Leave(&self.held);
        // The sender lives in `self`, so the channel cannot close while this waits.
        let _ = releases.changed().await;
    }

    /// Waits until at least `count` are held.
    pub async fn wait_for_held(&self, count: usize) {
        let mut held = self.held.subscribe();
        let _ = held.wait_for(|now| *now >= count).await;
    }
}

/// Counts down also when the connection of the one who is held closes meanwhile.
struct Leave<'a>(&'a watch::Sender<usize>);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}
