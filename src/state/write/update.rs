//! Changing a subscription in place, and switching it.

use super::create::complete;
use super::{Saving, Session, read_list};
use crate::platform::{self, Action, Answered, ApiError, Request, Unreadable};
use crate::subscription::{Attribute, Evidence, Health, Instant, Subscription};
use crate::transport::Transport;
use crate::validation::Valid;

/// A switch was answered, but not with what it was about.
const NO_RESULT: ApiError = ApiError::Unreadable {
    status: 200,
    what: Unreadable::NoResult,
};

/// Changes `old` into what was typed. Unless it is to be overwritten, a change that somebody else made meanwhile comes
/// back instead of being lost.
pub async fn update(
    door: &impl Transport,
    session: &Session,
    old: &Subscription,
    valid: &Valid,
    overwrite: bool,
) -> Saving {
    if let Some(request) = platform::one(&session.connection, &old.id).filter(|_| !overwrite) {
        match read_one(door, session, &request).await {
            Ok(now) if !is_same(&now.value, old) => return Saving::Changed(Box::new(now.value)),
            Ok(_) => {}
            Err(error) => return Saving::Refused(error),
        }
    }
    let request = platform::update(&session.connection, old, valid);
    let is_wanted = |row: &Subscription| is_as_typed(row, valid, old);
    let confirms = |answer| Some(complete(answer, valid));
    finish(door, session, &old.id, request, &confirms, &is_wanted).await
}

/// Enables, disables, or resets the circuit. An answer that does not show it, or not the whole subscription, confirms nothing:
/// it would stand on the wall as if that were all.
pub async fn act(door: &impl Transport, session: &Session, id: &str, action: Action) -> Saving {
    let request = platform::act(&session.connection, id, action);
    let is_wanted = |row: &Subscription| is_switched(row, action);
    let confirms = |answer: Answered<Vec<Subscription>>| {
        let is_whole = |row: &Subscription| !row.events.is_empty() && row.endpoint.is_some();
        let shows = |row: &Subscription| is_whole(row) && is_wanted(row) == Some(true);
        answer.value.iter().all(shows).then_some(answer)
    };
    finish(door, session, id, request, &confirms, &is_wanted).await
}

async fn finish(
    door: &impl Transport,
    session: &Session,
    id: &str,
    request: Option<Request>,
    confirms: &dyn Fn(Answered<Vec<Subscription>>) -> Option<Answered<Vec<Subscription>>>,
    is_wanted: &dyn Fn(&Subscription) -> Option<bool>,
) -> Saving {
    // Only what the platform offers can be pressed; without it there is nothing to send.
    let Some(request) = request else {
        return Saving::Unknown {
            lost: ApiError::Transport(platform::TransportError::Policy),
        };
    };
    let lost = match read_one(door, session, &request).await {
        Ok(changed) => match confirms(changed.map(|changed| vec![changed])) {
            Some(confirmed) => return Saving::Confirmed(confirmed),
            None => NO_RESULT,
        },
        Err(error) if error.is_certain() => return Saving::Refused(error),
        Err(error) => error,
    };
    let Some((row, at)) = read_back(door, session, id).await else {
        return Saving::Unknown { lost };
    };
    let Some(row) = row else {
        return Saving::Absent { lost, at };
    };
    match is_wanted(&row) {
        Some(true) => Saving::Found {
            lost,
            subscriptions: vec![row],
        },
        Some(false) => Saving::Absent { lost, at },
        None => Saving::Unknown { lost },
    }
}

async fn read_one(
    door: &impl Transport,
    session: &Session,
    request: &Request,
) -> Result<Answered<Subscription>, ApiError> {
    let reply = session.send(door, request).await?;
    platform::read_one(&session.connection.access, &reply, door.now())
}

/// The subscription as it is now, or that somebody removed it; nothing where that cannot be told.
pub(super) async fn read_back(
    door: &impl Transport,
    session: &Session,
    id: &str,
) -> Option<(Option<Subscription>, Instant)> {
    if let Some(request) = platform::one(&session.connection, id) {
        let row = match read_one(door, session, &request).await {
            Ok(read) => Some(read.value),
            Err(error) if platform::is_gone(&error) => None,
            Err(_) => return None,
        };
        return Some((row, door.now()));
    }
    let list = read_list(door, session, &|_| ()).await?.ok()?.value;
    let row = list.subscriptions().find(|row| row.id == id).cloned();
    (row.is_some() || list.is_complete()).then_some((row, list.read_at))
}

/// Whether nobody changed what a person can change. Health comes and goes by itself, and with it the time of change.
fn is_same(now: &Subscription, old: &Subscription) -> bool {
    (&now.events, &now.endpoint) == (&old.events, &old.endpoint)
        && now.attributes.same(&old.attributes)
}

/// Whether a row shows what was changed of `old`; nothing where it does not say it. What was not changed was not sent, and
/// somebody else may have changed it meanwhile. An edit that changes nothing is known by its endpoint.
fn is_as_typed(row: &Subscription, valid: &Valid, old: &Subscription) -> Option<bool> {
    let mut wanted = valid.attributes.clone();
    wanted.set(Attribute::CreateDisabled, String::new());
    let sorted = |events: &[String]| {
        let mut events = events.to_vec();
        events.sort();
        events
    };
    let events = sorted(&valid.events);
    let has_changed = |attribute: &&Attribute| !wanted.has_same(&old.attributes, attribute);
    let attributes = wanted.iter().chain(old.attributes.iter());
    let attributes: Vec<&Attribute> = attributes
        .map(|(attribute, _)| attribute)
        .filter(has_changed)
        .collect();
    let href = Some(valid.endpoint.href());
    let same_events = events == sorted(&old.events);
    let same_endpoint = old.endpoint.as_deref() == href && !(same_events && attributes.is_empty());
    let is_told =
        (same_events || !row.events.is_empty()) && (same_endpoint || row.endpoint.is_some());
    let mut attributes = attributes.into_iter();
    let is_shown = (same_events || events == sorted(&row.events))
        && (same_endpoint || row.endpoint.as_deref() == href)
        && attributes.all(|attribute| wanted.has_same(&row.attributes, attribute));
    is_told.then_some(is_shown)
}

/// Whether a row shows that it was switched; nothing where it does not say it.
pub fn is_switched(row: &Subscription, action: Action) -> Option<bool> {
    let Evidence::CommerceLayer {
        enabled, circuit, ..
    } = &row.reading.evidence
    else {
        return None;
    };
    let is_disabled = row.reading.health == Health::Disabled;
    match (action, circuit.as_deref()) {
        (Action::Enable | Action::Disable, _) if *enabled || is_disabled => {
            Some(is_disabled == (action == Action::Disable))
        }
        (Action::ResetCircuit, Some("closed")) => Some(true),
        (Action::ResetCircuit, Some("open")) => Some(false),
        _ => None,
    }
}
