//! A connection: one platform, one way in, one name.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Platform;
use super::kept::{WrongShape, object, optional_text, text};

/// What is kept of a connection on this device. The token is not part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    pub name: String,
    /// The API address in use: `https:`, `http:` on loopback, or a path on the console's own origin.
    pub api: String,
    pub access: Access,
}

/// How a platform is entered. One variant a platform, because no two ask for the same things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Value", try_from = "Value")]
pub enum Access {
    HappyColis {
        mode: HappyColisMode,
        /// The integration's id, which makes the list readable (HappyColis contract, section 1.6).
        integration: Option<String>,
    },
}

/// HappyColis contract, section 1.6: a token works in one of the two modes only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum HappyColisMode {
    #[default]
    Integration,
    Oauth,
}

impl HappyColisMode {
    /// The word under which the mode is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Integration => "integration",
            Self::Oauth => "oauth",
        }
    }
}

impl From<Access> for Value {
    fn from(access: Access) -> Self {
        match access {
            Access::HappyColis { mode, integration } => object([
                ("platform", Some(Platform::HappyColis.key().into())),
                ("mode", Some(mode.key().into())),
                ("integration", integration.map(Into::into)),
            ]),
        }
    }
}

impl TryFrom<Value> for Access {
    type Error = WrongShape;

    fn try_from(value: Value) -> Result<Self, WrongShape> {
        let mode = match text(&value, "mode")?.as_str() {
            "integration" => HappyColisMode::Integration,
            "oauth" => HappyColisMode::Oauth,
            _ => return Err(WrongShape),
        };
        match Platform::from_key(&text(&value, "platform")?) {
            Some(Platform::HappyColis) => {
                Ok(Self::HappyColis { mode, integration: optional_text(&value, "integration") })
            }
            Some(Platform::Ikas | Platform::CommerceLayer | Platform::Sentera) | None => Err(WrongShape),
        }
    }
}

/// Same platform, mode and name: the same connection, and so the same ledger and the same unfinished writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ConnectionKey(String);

impl Connection {
    pub const fn platform(&self) -> Platform {
        match self.access {
            Access::HappyColis { .. } => Platform::HappyColis,
        }
    }

    pub fn key(&self) -> ConnectionKey {
        let Access::HappyColis { mode, .. } = self.access;
        let mode = mode.key();
        ConnectionKey(format!("{}/{mode}/{}", self.platform().key(), self.name))
    }
}

impl ConnectionKey {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
