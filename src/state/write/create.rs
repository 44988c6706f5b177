//! Creating.

use super::{Saving, Session, read_list};
use crate::platform::{self, Answered, ApiError, Unreadable};
use crate::subscription::{Listing, Subscription};
use crate::transport::Transport;
use crate::validation::Valid;

/// Looks whether an earlier attempt, whose answer was lost, has arrived by now. Unless nothing speaks against it, this is the
/// end of another one: what arrived is not sent again, and neither is anything while the platform cannot be looked at.
/// `before` is what was on the wall before the earlier attempt.
pub async fn look_again(
    door: &impl Transport,
    session: &Session,
    valid: &Valid,
    (before, lost): &(Vec<Subscription>, ApiError),
) -> Option<Saving> {
    let list = match read_list(door, session, &|_| ()).await? {
        Ok(list) => list.value,
        Err(unfinished) => return Some(Saving::Refused(unfinished.error)),
    };
    match compare(&list, session, valid, before) {
        Seen::Yes(subscriptions) => Some(Saving::Found {
            lost: lost.clone(),
            subscriptions,
        }),
        Seen::No | Seen::Open => None,
    }
}

/// Creates what was typed. `before` is what was on the wall, so that a find can be told from what was there.
pub async fn create(
    door: &impl Transport,
    session: &Session,
    valid: &Valid,
    before: &[Subscription],
) -> Saving {
    let request = platform::create(&session.connection, valid);
    let access = &session.connection.access;
    let is_of = |event: &str| is_wanted_event(session, valid, event);
    let reply = session.send(door, &request).await;
    let read = reply.and_then(|reply| {
        let created = platform::read_created(access, &reply, door.now());
        let mut created = created.map_err(|error| hide(error, valid))?;
        if let Some(warning) = &mut created.warning {
            warning.hide(valid);
        }
        let mut events = created.value.iter().flat_map(|row| &row.events);
        // What an answer says of another event proves nothing, where the list can tell; elsewhere the answer is all there is.
        if session.can_read_back() && !events.all(|event| is_of(event)) {
            let (status, what) = (reply.status, Unreadable::Another);
            return Err(ApiError::Unreadable { status, what });
        }
        Ok(created)
    });
    let lost = match read {
        Ok(created) => return Saving::Confirmed(complete(created, valid)),
        Err(error) if error.is_certain() => return Saving::Refused(error),
        Err(error) => error,
    };
    let Some(Ok(list)) = read_list(door, session, &|_| ()).await else {
        return Saving::Unknown { lost };
    };
    match compare(&list.value, session, valid, before) {
        Seen::Yes(subscriptions) => Saving::Found {
            lost,
            subscriptions,
        },
        Seen::No => Saving::Absent {
            lost,
            at: list.value.read_at,
        },
        Seen::Open => Saving::Unknown { lost },
    }
}

fn hide(mut error: ApiError, valid: &Valid) -> ApiError {
    if let ApiError::Refused(refusal) = &mut error {
        refusal.hide(valid);
    }
    error
}

/// What a list says of a creation.
enum Seen {
    Yes(Vec<Subscription>),
    No,
    Open,
}

fn is_wanted_event(session: &Session, valid: &Valid, event: &str) -> bool {
    let access = &session.connection.access;
    let mut wanted = valid.events.iter();
    wanted.any(|wanted| platform::same_event(access, wanted, event))
}

fn compare(list: &Listing, session: &Session, valid: &Valid, before: &[Subscription]) -> Seen {
    let is_of = |event: &str| is_wanted_event(session, valid, event);
    let was_there = |row: &Subscription| {
        before.iter().any(|old| {
            (&old.id, &old.endpoint, &old.updated) == (&row.id, &row.endpoint, &row.updated)
        })
    };
    let href = valid.endpoint.href();
    let groups = platform::events(&session.connection.access, &session.learned);
    let is_documented = |event: &String| groups.iter().any(|group| group.events.contains(event));
    // A name that nobody documents may be a new one of the event that was asked for.
    let is_strange = |row: &Subscription| {
        let mut old = before.iter().filter(|old| old.id == row.id);
        row.endpoint.as_deref() == Some(href)
            && !row.events.iter().all(is_documented)
            && !old.any(|old| old.events == row.events)
    };
    let may_be_it =
        |row: &Subscription| (row.may_be(&is_of, href) || is_strange(row)) && !was_there(row);
    let is_wanted = |row: &&Subscription| {
        row.endpoint.as_deref() == Some(href)
            && !row.events.is_empty()
            && row.events.iter().all(|event| valid.events.contains(event))
            && !was_there(row)
    };
    let found: Vec<_> = list.subscriptions().filter(is_wanted).cloned().collect();
    let is_found = |event: &String| found.iter().any(|row| row.events.contains(event));
    if valid.events.iter().all(is_found) {
        Seen::Yes(found)
    } else if list.is_complete() && !list.subscriptions().any(may_be_it) {
        Seen::No
    } else {
        Seen::Open
    }
}

/// The platform confirmed what was sent, so what its answer leaves out is what was sent.
pub(super) fn complete(
    mut created: Answered<Vec<Subscription>>,
    valid: &Valid,
) -> Answered<Vec<Subscription>> {
    for subscription in &mut created.value {
        if subscription.events.is_empty() {
            subscription.events.clone_from(&valid.events);
        }
        let sent = || valid.endpoint.href().to_owned();
        subscription.endpoint.get_or_insert_with(sent);
    }
    created
}
