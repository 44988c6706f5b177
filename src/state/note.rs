//! Writes that are under way, noted before they are sent so that no reload can make them forgotten.

use serde_json::Value;

use crate::platform::Action;
use crate::subscription::kept::{Kept, WrongShape, object, text};
use crate::subscription::{ConnectionKey, Instant};

/// The storage key of all notes of this browser.
pub const NOTES: &str = "pegboard.writes";

/// One write that was about to be sent, without any secret: header values are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Unique in this browser: the moment and a random part.
    pub id: String,
    pub connection: ConnectionKey,
    pub at: Instant,
    pub deed: Deed,
}

/// What was about to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Create {
        event: String,
        endpoint: String,
    },
    Update {
        id: String,
        event: String,
        endpoint: String,
    },
    /// Switching; Commerce Layer alone can.
    Act {
        id: String,
        event: String,
        endpoint: String,
        action: Action,
    },
    Remove {
        id: String,
        event: String,
        endpoint: String,
    },
    Replace {
        id: String,
        event: String,
        endpoint: String,
        stage: ReplaceStage,
    },
}

/// How far a replacement is known to have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplaceStage {
    Removing,
    /// The old one is gone; whether the new one exists is open.
    Creating,
    /// The old one is gone and the new one was refused: "removed, not created again".
    Removed,
}

impl Note {
    /// Whether the known outcome of a later write says how this one ended: there is one subscription for an event, and
    /// one that was removed is gone for good (HappyColis contract, section 3.6).
    pub fn is_settled_by(&self, later: &Self) -> bool {
        let same = match (&self.deed, &later.deed) {
            (Deed::Create { event, .. }, Deed::Create { event: later, .. }) => event == later,
            (Deed::Update { id, .. }, Deed::Update { id: later, .. })
            | (Deed::Act { id, .. }, Deed::Act { id: later, .. })
            | (Deed::Remove { id, .. }, Deed::Remove { id: later, .. })
            | (Deed::Replace { id, .. }, Deed::Replace { id: later, .. }) => id == later,
            _ => false,
        };
        same && self.connection == later.connection
    }
}

impl Deed {
    pub fn event(&self) -> &str {
        match self {
            Self::Create { event, .. }
            | Self::Update { event, .. }
            | Self::Act { event, .. }
            | Self::Remove { event, .. }
            | Self::Replace { event, .. } => event,
        }
    }

    pub fn endpoint(&self) -> &str {
        match self {
            Self::Create { endpoint, .. }
            | Self::Update { endpoint, .. }
            | Self::Act { endpoint, .. }
            | Self::Remove { endpoint, .. }
            | Self::Replace { endpoint, .. } => endpoint,
        }
    }
}

impl ReplaceStage {
    const ALL: [Self; 3] = [Self::Removing, Self::Creating, Self::Removed];

    const fn key(self) -> &'static str {
        match self {
            Self::Removing => "removing",
            Self::Creating => "creating",
            Self::Removed => "removed",
        }
    }
}

impl Kept for Deed {
    fn keep(&self) -> Value {
        let (kind, id, stage) = match self {
            Self::Create { .. } => ("create", None, None),
            Self::Update { id, .. } => ("update", Some(id.as_str().into()), None),
            Self::Act { id, action, .. } => {
                ("act", Some(id.as_str().into()), Some(action.key().into()))
            }
            Self::Remove { id, .. } => ("remove", Some(id.as_str().into()), None),
            Self::Replace { id, stage, .. } => (
                "replace",
                Some(id.as_str().into()),
                Some(stage.key().into()),
            ),
        };
        object(&mut [
            ("deed", Some(kind.into())),
            ("id", id),
            ("event", Some(self.event().into())),
            ("endpoint", Some(self.endpoint().into())),
            ("stage", stage),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let (event, endpoint) = (text(value, "event")?, text(value, "endpoint")?);
        match text(value, "deed")?.as_str() {
            "create" => Ok(Self::Create { event, endpoint }),
            "update" => Ok(Self::Update {
                id: text(value, "id")?,
                event,
                endpoint,
            }),
            "act" => {
                let key = text(value, "stage")?;
                let action = Action::ALL
                    .into_iter()
                    .find(|action| action.key() == key)
                    .ok_or(WrongShape)?;
                Ok(Self::Act {
                    id: text(value, "id")?,
                    event,
                    endpoint,
                    action,
                })
            }
            "remove" => Ok(Self::Remove {
                id: text(value, "id")?,
                event,
                endpoint,
            }),
            "replace" => {
                let key = text(value, "stage")?;
                let stage = ReplaceStage::ALL
                    .into_iter()
                    .find(|stage| stage.key() == key)
                    .ok_or(WrongShape)?;
                Ok(Self::Replace {
                    id: text(value, "id")?,
                    event,
                    endpoint,
                    stage,
                })
            }
            _ => Err(WrongShape),
        }
    }
}

impl Kept for Note {
    fn keep(&self) -> Value {
        object(&mut [
            ("id", Some(self.id.as_str().into())),
            ("connection", Some(self.connection.as_str().into())),
            ("at", Some(self.at.0.into())),
            ("deed", Some(self.deed.keep())),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        Ok(Self {
            id: text(value, "id")?,
            connection: ConnectionKey::recall(value, "connection")?,
            at: Instant::recall(value, "at")?,
            deed: Deed::recall(value.get("deed").ok_or(WrongShape)?)?,
        })
    }
}
