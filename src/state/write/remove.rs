//! Removing.

use super::Session;
use super::update::read_back;
use crate::platform::{self, ApiError, Refusal, Removed};
use crate::subscription::{Instant, Subscription};
use crate::transport::Transport;

/// How a removal ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removal {
    Confirmed(Removed),
    Refused(ApiError),
    /// The answer was lost, and the platform does not show the subscription any more.
    Gone {
        lost: ApiError,
    },
    /// The answer was lost, and the platform as read at `at` still shows it.
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
    match read_back(door, session, &target.id).await {
        Some((Some(_), at)) => Removal::StillThere { lost, at },
        Some((None, _)) => Removal::Gone { lost },
        None => Removal::Unknown { lost },
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
