//! Writes that are under way, noted before they are sent so that no reload can make them forgotten.

use serde::{Deserialize, Serialize};

use crate::subscription::{ConnectionKey, Instant};

/// The storage key of all notes of this browser.
pub const NOTES: &str = "pegboard.writes";

/// One write that was about to be sent, without any secret: header values are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Unique in this browser: the moment and a random part.
    pub id: String,
    pub connection: ConnectionKey,
    pub at: Instant,
    pub deed: Deed,
}

/// What was about to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "kebab-case")]
pub enum Deed {
    Create { event: String, endpoint: String },
    Remove { id: String, event: String, endpoint: String },
    Replace { id: String, event: String, endpoint: String, stage: ReplaceStage },
}

/// How far a replacement is known to have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplaceStage {
    Removing,
    /// The old one is gone; whether the new one exists is open.
    Creating,
    /// The old one is gone and the new one was refused: "removed, not created again".
    Removed,
}

impl Deed {
    pub fn event(&self) -> &str {
        match self {
            Self::Create { event, .. } | Self::Remove { event, .. } | Self::Replace { event, .. } => event,
        }
    }

    pub fn endpoint(&self) -> &str {
        match self {
            Self::Create { endpoint, .. } | Self::Remove { endpoint, .. } | Self::Replace { endpoint, .. } => endpoint,
        }
    }
}
