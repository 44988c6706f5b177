//! How a write ends. Each is sent once; one whose outcome is unknown is read back where the platform can be read.

mod create;
mod pause;
mod read;
mod remove;
mod send;
mod update;

pub use create::{create, look_again};
pub use pause::{BUDGET_MS, pause};
pub use read::{Unfinished, learn, read_list};
pub use remove::{Removal, remove};
pub use send::send;
pub use update::{act, is_switched, update};

use std::sync::Arc;

use crate::platform::{self, Answered, ApiError, Learned, ListSource, Refusal, Reply, Request};
use crate::subscription::{Connection, Credential, Instant, Subscription};
use crate::transport::Transport;

/// What is needed to talk to a platform on behalf of one connection.
#[derive(Clone, Debug)]
pub struct Session {
    pub connection: Connection,
    pub credential: Credential,
    pub learned: Arc<Learned>,
}

/// How a creation, an update or a switch ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// What the platform answered with: one subscription, or one for every event.
    Confirmed(Answered<Vec<Subscription>>),
    /// The platform answered that it did nothing, or nothing was sent.
    Refused(ApiError),
    /// Somebody changed the subscription since it was read; nothing was sent.
    Changed(Box<Subscription>),
    /// The answer was lost, and the platform shows what was wanted.
    Found {
        lost: ApiError,
        subscriptions: Vec<Subscription>,
    },
    /// The answer was lost, and the platform as read at `at` does not show it. It can still arrive.
    Absent { lost: ApiError, at: Instant },
    /// The answer was lost, and nothing can be read, or not all of it.
    Unknown { lost: ApiError },
}

impl Saving {
    /// What now exists, and what the platform complained of beside it.
    pub fn subscriptions(&self) -> Option<(&[Subscription], Option<&Refusal>)> {
        match self {
            Self::Confirmed(answered) => Some((&answered.value, answered.warning.as_deref())),
            Self::Found { subscriptions, .. } => Some((subscriptions, None)),
            Self::Refused(_) | Self::Changed(_) | Self::Absent { .. } | Self::Unknown { .. } => {
                None
            }
        }
    }
}

impl Session {
    /// # Errors
    /// When there is no reply.
    pub fn send(
        &self,
        door: &impl Transport,
        request: &Request,
    ) -> impl Future<Output = Result<Reply, ApiError>> {
        send(door, request, &self.credential)
    }

    /// Whether the platform can be read back at all.
    pub fn can_read_back(&self) -> bool {
        platform::capabilities(&self.connection.access, &self.learned).list == ListSource::Platform
    }
}
