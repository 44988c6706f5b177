use tokio::task::JoinHandle;

use crate::{
    bound::Bound,
    control::Control,
    options::{Options, StartError},
};

/// A sandbox that serves until it is stopped or dropped.
pub struct Running {
    /// The console's own origin, `http://127.0.0.1:PORT`.
    pub origin: String,
    /// The platforms' cross-origin host, `http://127.0.0.1:PORT`.
    pub cross_origin: String,
    /// Where the console is: the origin followed by the base.
    pub console: String,
    /// Everything that the control interface can do, without HTTP.
    pub control: Control,
    pub(crate) tasks: Vec<JoinHandle<()>>,
}

/// Binds and serves in one step.
///
/// # Errors
/// See [`Bound::bind`] and [`Bound::serve`].
pub async fn start(mut options: Options) -> Result<Running, StartError> {
    let dist = options.dist.take();
    Bound::bind(options).await?.serve(dist)
}

impl Running {
    /// Closes both ports and every connection, and returns when that is done.
    pub async fn stop(mut self) {
        for task in self.tasks.drain(..) {
            task.abort();
            // A task that was aborted ends with exactly this error.
            let _ = task.await;
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.control.halt();
        for task in &self.tasks {
            task.abort();
        }
    }
}
