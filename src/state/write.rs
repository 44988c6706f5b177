//! How a write ends. Each is sent once; one whose outcome is unknown is read back where the platform has a list.

use crate::platform::{self, Answered, ApiError, ListSource, Refusal, Removed};
use crate::subscription::{Connection, Credential, Instant, Listing, Subscription};
use crate::transport::Transport;
use crate::validation::Valid;

/// What is needed to talk to a platform on behalf of one connection.
#[derive(Clone, Debug)]
pub struct Session {
    pub connection: Connection,
    pub credential: Credential,
}

/// How a creation ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Creation {
    Confirmed(Answered<Subscription>),
    /// The platform answered that it did nothing.
    Refused(ApiError),
    /// The answer was lost, and the list shows the subscription.
    Found {
        lost: ApiError,
        subscription: Subscription,
    },
    /// The answer was lost, and the list as read at `at` does not show it. It can still arrive.
    Absent {
        lost: ApiError,
        at: Instant,
    },
    /// The answer was lost, and nothing can be read, or not all of it.
    Unknown {
        lost: ApiError,
    },
}

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

/// Reads the list, where there is one.
pub async fn read_list(
    door: &impl Transport,
    session: &Session,
) -> Option<Result<Answered<Listing>, ApiError>> {
    let request = platform::list(&session.connection)?;
    let reply = door
        .send(&request, &session.credential)
        .await
        .map_err(ApiError::Transport);
    let access = &session.connection.access;
    Some(reply.and_then(|reply| platform::read_list(access, &reply, door.now())))
}

/// Creates a subscription. `before` are the ids that were on the wall, so that a find can be told from what was there.
pub async fn create(
    door: &impl Transport,
    session: &Session,
    valid: &Valid,
    before: &[String],
) -> Creation {
    let request = platform::create(&session.connection, valid);
    let reply = door
        .send(&request, &session.credential)
        .await
        .map_err(ApiError::Transport);
    let access = &session.connection.access;
    let lost = match reply.and_then(|reply| platform::read_created(access, &reply, door.now())) {
        Ok(created) => return Creation::Confirmed(complete(created, valid)),
        Err(error) if error.is_certain() => return Creation::Refused(error),
        Err(error) => error,
    };
    let Some(Ok(list)) = read_list(door, session).await else {
        return Creation::Unknown { lost };
    };
    let is_new = |row: &&Subscription| {
        row.events == valid.events
            && row.endpoint.as_deref() == Some(valid.endpoint.href())
            && !before.contains(&row.id)
    };
    match list.value.subscriptions().find(is_new) {
        Some(found) => Creation::Found {
            lost,
            subscription: found.clone(),
        },
        None if list.value.is_complete() => Creation::Absent {
            lost,
            at: list.value.read_at,
        },
        None => Creation::Unknown { lost },
    }
}

/// The platform confirmed what was sent, so what its answer leaves out is what was sent.
fn complete(mut created: Answered<Subscription>, valid: &Valid) -> Answered<Subscription> {
    let subscription = &mut created.value;
    if subscription.events.is_empty() {
        subscription.events.clone_from(&valid.events);
    }
    let sent = || valid.endpoint.href().to_owned();
    subscription.endpoint.get_or_insert_with(sent);
    created
}

pub async fn remove(door: &impl Transport, session: &Session, id: &str) -> Removal {
    let request = platform::remove(&session.connection, id);
    let reply = door
        .send(&request, &session.credential)
        .await
        .map_err(ApiError::Transport);
    let lost =
        match reply.and_then(|reply| platform::read_removed(&session.connection.access, &reply)) {
            Ok(removed) => return Removal::Confirmed(removed),
            Err(error) if error.is_certain() => return Removal::Refused(error),
            Err(error) => error,
        };
    let Some(Ok(list)) = read_list(door, session).await else {
        return Removal::Unknown { lost };
    };
    if list.value.subscriptions().any(|row| row.id == id) {
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

/// Whether the platform can be read back at all.
pub fn can_read_back(connection: &Connection) -> bool {
    platform::capabilities(&connection.access).list == ListSource::Platform
}

impl Removal {
    /// Whether the subscription is certainly not there any more.
    pub const fn is_gone(&self) -> bool {
        matches!(self, Self::Confirmed(_) | Self::Gone { .. })
    }
}

impl Creation {
    /// What now exists, and what the platform complained of beside it.
    pub fn subscription(&self) -> Option<(&Subscription, Option<&Refusal>)> {
        match self {
            Self::Confirmed(answered) => Some((&answered.value, answered.warning.as_ref())),
            Self::Found { subscription, .. } => Some((subscription, None)),
            Self::Refused(_) | Self::Absent { .. } | Self::Unknown { .. } => None,
        }
    }
}
