//! Removing.

use super::{Session, read_list};
use crate::platform::{self, ApiError, Refusal, Removed};
use crate::subscription::{Instant, Subscription};
use crate::transport::Transport;

/// How a removal ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    Confirmed(Removed),
    Refused(ApiError),
    /// The answer was lost, and the list does not show the subscription any more.
    Gone {
        lost: ApiError,
    },
    /// The answer was lost, and the list as read at `at` still shows it.
    StillThere {
        lost: ApiError,
        at: Instant,
    },
    Unknown {
        lost: ApiError,
    },
}

pub async fn remove(door: &impl Transport, session: &Session, target: &Subscription) -> Removal {
    let request = platform::remove(&session.connection, target);
    let access = &session.connection.access;
    let reply = session.send(door, &request).await;
    let lost = match reply.and_then(|reply| platform::read_removed(access, target, &reply)) {
        Ok(removed) => return Removal::Confirmed(removed),
        Err(error) if error.is_certain() => return Removal::Refused(error),
        Err(error) => error,
    };
    let Some(Ok(list)) = read_list(door, session, &|_| ()).await else {
        return Removal::Unknown { lost };
    };
    if list.value.subscriptions().any(|row| row.id == target.id) {
        Removal::StillThere {
            lost,
            at: list.value.read_at,
        }
    } else if list.value.is_complete() {
        Removal::Gone { lost }
    } else {
        Removal::Unknown { lost }
    }
}

impl Removal {
    /// What the platform complained of beside a removal that it confirmed.
    pub fn warning(&self) -> Option<&Refusal> {
        match self {
            Self::Confirmed(Removed::Now(warning)) => warning.as_deref(),
            _ => None,
        }
    }

    /// Whether the subscription is certainly not there any more.
    pub const fn is_gone(&self) -> bool {
        matches!(self, Self::Confirmed(_) | Self::Gone { .. })
    }
}
