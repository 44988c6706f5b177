//! Writes that are under way, noted before they are sent so that no reload can make them forgotten.

use std::mem::discriminant;

use serde_json::Value;

use crate::platform::Action;
use crate::subscription::kept::{Kept, WrongShape, list, object, optional_text, text};
use crate::subscription::{ConnectionKey, Instant, Subscription};

/// The storage key of all notes of this browser.
pub const NOTES: &str = "pegboard.writes";

/// One write that was about to be sent, without any secret: header values are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Unique in this browser: the moment and a random part.
    pub id: String,
    pub connection: ConnectionKey,
    pub at: Instant,
    /// Ids of what delivered to the endpoint before, so that what is found later can be told from it.
    pub before: Vec<String>,
    pub deed: Deed,
}

/// What was about to be done, and to which subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub act: Act,
    /// Nothing for a creation.
    pub id: Option<String>,
    pub event: String,
    pub endpoint: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Create,
    Update,
    /// Commerce Layer alone can.
    Switch(Action),
    Remove,
    Replace(ReplaceStage),
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
        let (mine, its) = (&self.deed, &later.deed);
        let same = discriminant(&mine.act) == discriminant(&its.act)
            && match mine.act {
                Act::Create => mine.event == its.event,
                _ => mine.id == its.id,
            };
        same && self.connection == later.connection
    }
}

impl Deed {
    /// Whether the subscription stood on the list before.
    pub fn is_of(&self, row: &Subscription) -> bool {
        self.id.as_deref() == Some(row.id.as_str())
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

impl Act {
    /// The word for it, and for how far it has come or what is switched.
    const fn keys(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Create => ("create", None),
            Self::Update => ("update", None),
            Self::Switch(action) => ("act", Some(action.key())),
            Self::Remove => ("remove", None),
            Self::Replace(stage) => ("replace", Some(stage.key())),
        }
    }

    fn recall(word: &str, stage: Option<&str>) -> Option<Self> {
        Some(match word {
            "create" => Self::Create,
            "update" => Self::Update,
            "act" => Self::Switch(
                Action::ALL
                    .into_iter()
                    .find(|action| Some(action.key()) == stage)?,
            ),
            "remove" => Self::Remove,
            "replace" => Self::Replace(
                ReplaceStage::ALL
                    .into_iter()
                    .find(|known| Some(known.key()) == stage)?,
            ),
            _ => return None,
        })
    }
}

impl Kept for Deed {
    fn keep(&self) -> Value {
        let (word, stage) = self.act.keys();
        object(&mut [
            ("deed", Some(word.into())),
            ("id", self.id.as_deref().map(Into::into)),
            ("event", Some(self.event.as_str().into())),
            ("endpoint", Some(self.endpoint.as_str().into())),
            ("stage", stage.map(Into::into)),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let stage = optional_text(value, "stage");
        let act = Act::recall(&text(value, "deed")?, stage.as_deref()).ok_or(WrongShape)?;
        let id = optional_text(value, "id");
        if id.is_none() && act != Act::Create {
            return Err(WrongShape);
        }
        Ok(Self {
            act,
            id,
            event: text(value, "event")?,
            endpoint: text(value, "endpoint")?,
        })
    }
}

impl Kept for Note {
    fn keep(&self) -> Value {
        object(&mut [
            ("id", Some(self.id.as_str().into())),
            ("connection", Some(self.connection.as_str().into())),
            ("at", Some(self.at.0.into())),
            ("before", Some(self.before.iter().map(Kept::keep).collect())),
            ("deed", Some(self.deed.keep())),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        Ok(Self {
            id: text(value, "id")?,
            connection: ConnectionKey::recall(value, "connection")?,
            at: Instant::recall(value, "at")?,
            before: value.get("before").map_or(Ok(Vec::new()), list)?,
            deed: Deed::recall(value.get("deed").ok_or(WrongShape)?)?,
        })
    }
}
