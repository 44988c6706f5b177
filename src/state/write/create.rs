//! Creating.

use super::{Saving, Session, read_list};
use crate::platform::{self, Answered};
use crate::subscription::Subscription;
use crate::transport::Transport;
use crate::validation::Valid;

/// Creates what was typed. `before` is what was on the wall, so that a find can be told from what was there.
pub async fn create(
    door: &impl Transport,
    session: &Session,
    valid: &Valid,
    before: &[Subscription],
) -> Saving {
    let request = platform::create(&session.connection, valid);
    let access = &session.connection.access;
    let reply = session.send(door, &request).await;
    let lost = match reply.and_then(|reply| platform::read_created(access, &reply, door.now())) {
        Ok(created) => return Saving::Confirmed(complete(created, valid)),
        Err(error) if error.is_certain() => return Saving::Refused(error),
        Err(error) => error,
    };
    let Some(Ok(list)) = read_list(door, session, &|_| ()).await else {
        return Saving::Unknown { lost };
    };
    let was_there = |row: &Subscription| {
        before.iter().any(|old| {
            (&old.id, &old.endpoint, &old.updated) == (&row.id, &row.endpoint, &row.updated)
        })
    };
    let href = valid.endpoint.href();
    let is_of = |event: &str| valid.events.iter().any(|wanted| wanted == event);
    let may_be_it = |row: &Subscription| row.may_be(&is_of, href) && !was_there(row);
    let is_wanted = |row: &&Subscription| {
        row.endpoint.as_deref() == Some(href)
            && !row.events.is_empty()
            && row.events.iter().all(|event| valid.events.contains(event))
            && !was_there(row)
    };
    let found: Vec<_> = list
        .value
        .subscriptions()
        .filter(is_wanted)
        .cloned()
        .collect();
    let is_found = |event: &String| found.iter().any(|row| row.events.contains(event));
    if valid.events.iter().all(is_found) {
        Saving::Found {
            lost,
            subscriptions: found,
        }
    } else if list.value.is_complete() && !list.value.subscriptions().any(may_be_it) {
        Saving::Absent {
            lost,
            at: list.value.read_at,
        }
    } else {
        Saving::Unknown { lost }
    }
}

/// The platform confirmed what was sent, so what its answer leaves out is what was sent.
fn complete(
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
