//! Everything that a person can set off, and what the console makes of it.

use pegboard::platform::{self, Answered, ApiError, Change, Proof, Refusal, rules};
use pegboard::state::write::{self, Removal, Saving, Unfinished};
use pegboard::subscription::{Attribute, DeliveryFilter, Draft, Listing, Platform, Subscription};
use pegboard::transport::Transport as _;
use pegboard::validation::{Valid, validate};

use super::ground::{Ground, NEW, SECRET};
use super::wire::Wire;

/// The name that a person types where the platform has one.
pub const RENAMED: &str = "Renamed";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Connect,
    List,
    Learn,
    Choices,
    Deliveries,
    Secret,
    Create,
    /// In place, or by saving again.
    Edit,
    /// The same over what somebody else may have changed.
    Overwrite,
    Replace,
    Act(platform::Action),
    Remove,
}

/// What a write was to bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Created,
    Edited,
    Switched(platform::Action),
    Removed,
}

/// What the console says of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    Done,
    NotDone,
    Open,
}

/// What the platform said beside an answer.
type Complaint = Option<Box<Refusal>>;

/// What came of a part of an action.
#[derive(Debug)]
pub enum Part {
    Wrote {
        deed: Deed,
        claim: Claim,
        error: Option<ApiError>,
        complaint: Complaint,
    },
    /// A list with what was read of it.
    Listed {
        listing: Option<Listing>,
        error: Option<ApiError>,
        complaint: Complaint,
    },
    /// Anything else that is read; what was read is as it should be.
    Read { error: Option<ApiError>, good: bool },
    /// The same where a complaint beside it is told.
    Answered(Result<(bool, Complaint), ApiError>),
}

/// Every action that the console offers here.
pub fn every(ground: &Ground) -> Vec<Action> {
    let offers = ground.offers();
    let connection = &ground.session.connection;
    let mut all = vec![Action::Connect, Action::Create, Action::Remove];
    if ground.can_read_back() {
        all.push(Action::List);
    }
    if platform::learn(connection, &Default::default()).is_some() {
        all.push(Action::Learn);
    }
    if platform::choices(&connection.access, &connection.api).is_some() {
        all.push(Action::Choices);
    }
    if offers.deliveries {
        all.push(Action::Deliveries);
    }
    if offers.shared_secret {
        all.push(Action::Secret);
    }
    match offers.change {
        Change::Replace => all.push(Action::Replace),
        Change::SaveAgain => all.push(Action::Edit),
        Change::Update => all.extend([Action::Edit, Action::Overwrite]),
    }
    if offers.switches {
        all.extend(platform::Action::ALL.map(Action::Act));
    }
    all
}

impl Action {
    /// Puts the ground into the state in which the action is offered.
    pub fn prepare(self, ground: &mut Ground) {
        let id = ground.target.id.clone();
        let hook = ground.model.touch(&id).unwrap();
        match self {
            Self::Act(platform::Action::Enable) => hook.disabled = true,
            Self::Act(platform::Action::ResetCircuit) => hook.open = true,
            _ => return,
        }
        ground.look();
    }

    pub async fn run(self, ground: &Ground, wire: &Wire<'_>) -> Vec<Part> {
        let session = &ground.session;
        let connection = &session.connection;
        let (id, target) = (&ground.target.id, &ground.target);
        match self {
            Self::Connect => vec![connect(ground, wire).await],
            Self::List => {
                let read = write::read_list(wire, session, &|_| ()).await;
                vec![match read.unwrap() {
                    Ok(read) => listed(read),
                    Err(Unfinished { error, read }) => Part::Listed {
                        listing: read,
                        error: Some(error),
                        complaint: None,
                    },
                }]
            }
            Self::Learn => {
                let (learned, error) = write::learn(wire, session).await;
                let good = learned.list.is_some() || session.learned.list.is_none();
                vec![Part::Read { error, good }]
            }
            Self::Choices => {
                let request = platform::choices(&connection.access, &connection.api).unwrap();
                let reply = session.send(wire, &request).await;
                let read = reply.and_then(|it| platform::read_choices(&connection.access, &it));
                vec![answered(read, |choices| choices.len() <= 1)]
            }
            Self::Deliveries => {
                let filter = DeliveryFilter::default();
                let request =
                    platform::deliveries(connection, &session.learned, id, &filter, 1).unwrap();
                let reply = session.send(wire, &request).await;
                let access = &connection.access;
                let read = reply.and_then(|it| platform::read_deliveries(access, id, 1, &it));
                vec![answered(read, |read| read.items.len() == 2)]
            }
            Self::Secret => {
                let request = platform::secret(connection, id).unwrap();
                let reply = session.send(wire, &request).await;
                let read = reply.and_then(|it| platform::read_secret(&it));
                vec![part(read, |secret| secret.expose() == SECRET)]
            }
            Self::Create => {
                let saving =
                    write::create(wire, session, &typed(ground, None), &ground.known).await;
                vec![wrote(Deed::Created, saving)]
            }
            Self::Edit | Self::Overwrite => {
                let valid = typed(ground, Some(target));
                let saving = if ground.offers().change == Change::SaveAgain {
                    write::create(wire, session, &valid, &ground.known).await
                } else {
                    let overwrite = self == Self::Overwrite;
                    write::update(wire, session, target, &valid, overwrite).await
                };
                vec![wrote(Deed::Edited, saving)]
            }
            Self::Replace => {
                let removal = write::remove(wire, session, target).await;
                let is_gone = removal.is_gone();
                let mut parts = vec![removed(removal)];
                if is_gone {
                    let mut known = ground.known.clone();
                    known.retain(|row| row.id != *id);
                    let valid = typed(ground, None);
                    let saving = write::create(wire, session, &valid, &known).await;
                    parts.push(wrote(Deed::Created, saving));
                }
                parts
            }
            Self::Act(action) => {
                let saving = write::act(wire, session, id, action).await;
                vec![wrote(Deed::Switched(action), saving)]
            }
            Self::Remove => vec![removed(write::remove(wire, session, target).await)],
        }
    }
}

/// As the board proves a connection.
async fn connect(ground: &Ground, wire: &Wire<'_>) -> Part {
    let connection = &ground.session.connection;
    let reply = ground
        .session
        .send(wire, &platform::prove(connection))
        .await;
    let proof = reply.and_then(|it| platform::read_proof(&connection.access, &it, wire.now()));
    match proof {
        Ok(Proof::List(read)) => listed(read),
        Ok(Proof::Token) => Part::Read {
            error: None,
            good: true,
        },
        Err(error) => Part::Read {
            error: Some(error),
            good: true,
        },
    }
}

/// What a person typed: a new subscription, or another endpoint and name for this one.
pub fn typed(ground: &Ground, old: Option<&Subscription>) -> Valid {
    let session = &ground.session;
    let mut draft = Draft {
        events: old.map_or_else(|| ground.events.clone(), |old| old.events.clone()),
        endpoint: NEW.to_owned(),
        ..Draft::default()
    };
    if let Some(old) = old {
        draft.attributes = old.attributes.clone();
    }
    if ground.platform() == Platform::CommerceLayer {
        draft.attributes.set(Attribute::Name, RENAMED.to_owned());
    }
    let rules = rules(&session.connection.access, &session.learned, old);
    validate(&draft, &rules).unwrap()
}

fn listed(read: Answered<Listing>) -> Part {
    Part::Listed {
        listing: Some(read.value),
        error: None,
        complaint: read.warning,
    }
}

fn answered<T>(read: Result<Answered<T>, ApiError>, is_good: impl FnOnce(&T) -> bool) -> Part {
    Part::Answered(read.map(|read| (is_good(&read.value), read.warning)))
}

fn part<T>(read: Result<T, ApiError>, is_good: impl FnOnce(&T) -> bool) -> Part {
    match read {
        Ok(value) => Part::Read {
            error: None,
            good: is_good(&value),
        },
        Err(error) => Part::Read {
            error: Some(error),
            good: true,
        },
    }
}

pub fn wrote(deed: Deed, saving: Saving) -> Part {
    let complaint = match &saving {
        Saving::Confirmed(answered) => answered.warning.clone(),
        _ => None,
    };
    let (claim, error) = match saving {
        Saving::Confirmed(_) => (Claim::Done, None),
        Saving::Found { lost, .. } => (Claim::Done, Some(lost)),
        Saving::Refused(error) => (Claim::NotDone, Some(error)),
        Saving::Changed(_) => (Claim::NotDone, None),
        Saving::Absent { lost, .. } => (Claim::NotDone, Some(lost)),
        Saving::Unknown { lost } => (Claim::Open, Some(lost)),
    };
    Part::Wrote {
        deed,
        claim,
        error,
        complaint,
    }
}

pub fn removed(removal: Removal) -> Part {
    let complaint = removal.warning().cloned().map(Box::new);
    let (claim, error) = match removal {
        Removal::Confirmed(_) => (Claim::Done, None),
        Removal::Gone { lost } => (Claim::Done, Some(lost)),
        Removal::Refused(error) => (Claim::NotDone, Some(error)),
        Removal::StillThere { lost, .. } => (Claim::NotDone, Some(lost)),
        Removal::Unknown { lost } => (Claim::Open, Some(lost)),
    };
    Part::Wrote {
        deed: Deed::Removed,
        claim,
        error,
        complaint,
    }
}
