use std::sync::Mutex;

use serde::Serialize;
use tokio::sync::watch;

use crate::{call::Call, lock::lock};

/// The way by which a request came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// The relay path under the console's own origin.
    Relay,
    /// The host on another origin.
    Cross,
}

/// One request that a platform received, preflights included.
#[derive(Clone, Debug, Serialize)]
pub struct Received {
    /// The platform's name in paths, such as `happycolis`.
    pub platform: &'static str,
    pub door: Door,
    pub preflight: bool,
    pub method: String,
    /// Path and query as sent.
    pub path: String,
    /// Names in lower case, in the order sent.
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// The operation that the call names, where one can be read.
    pub operation: Option<String>,
}

impl Received {
    /// The first value of a header; `name` in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn new(
        platform: &'static str,
        door: Door,
        call: &Call,
        operation: Option<String>,
    ) -> Self {
        Self {
            platform,
            door,
            preflight: call.is_preflight(),
            method: call.method.to_string(),
            path: call.path.clone(),
            headers: call.header_list(),
            body: String::from_utf8_lossy(&call.body).into_owned(),
            operation,
        }
    }
}

/// A list in order of arrival that a test can wait on instead of sleeping.
pub(crate) struct Journal<T> {
    entries: Mutex<Vec<T>>,
    changed: watch::Sender<()>,
}

impl<T> Default for Journal<T> {
    fn default() -> Self {
        Self {
            entries: Mutex::default(),
            changed: watch::Sender::default(),
        }
    }
}

impl<T: Clone> Journal<T> {
    pub fn add(&self, entry: T) {
        lock(&self.entries).push(entry);
        self.changed.send_replace(());
    }

    pub fn read(&self) -> Vec<T> {
        lock(&self.entries).clone()
    }

    pub fn clear(&self) {
        lock(&self.entries).clear();
        self.changed.send_replace(());
    }

    /// Waits until at least `count` entries satisfy `wanted`, and returns those.
    pub async fn wait_for(&self, count: usize, wanted: impl Fn(&T) -> bool) -> Vec<T> {
        let mut changed = self.changed.subscribe();
        loop {
            let found: Vec<T> = lock(&self.entries)
                .iter()
                .filter(|entry| wanted(entry))
                .cloned()
                .collect();
            // The sender lives in `self`, so the channel cannot close while this waits.
            if found.len() >= count || changed.changed().await.is_err() {
                return found;
            }
        }
    }
}
