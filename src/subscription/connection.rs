//! A connection: one platform, one way in, one name.

use serde_json::Value;

use super::Platform;
use super::kept::{Kept, WrongShape, object, optional_text, text};

/// What is kept of a connection on this device. The token is not part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    pub name: String,
    /// The API address in use: `https:`, `http:` on loopback, or a path on the console's own origin.
    pub api: String,
    pub access: Access,
}

/// How a platform is entered. One variant a platform, because no two ask for the same things.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Kept for Access {
    fn keep(&self) -> Value {
        match self {
            Self::HappyColis { mode, integration } => object(&mut [
                ("platform", Some(Platform::HappyColis.key().into())),
                ("mode", Some(mode.key().into())),
                ("integration", integration.clone().map(Into::into)),
            ]),
        }
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let mode = match text(value, "mode")?.as_str() {
            "integration" => HappyColisMode::Integration,
            "oauth" => HappyColisMode::Oauth,
            _ => return Err(WrongShape),
        };
        match Platform::from_key(&text(value, "platform")?) {
            Some(Platform::HappyColis) => Ok(Self::HappyColis {
                mode,
                integration: optional_text(value, "integration"),
            }),
            Some(Platform::Ikas | Platform::CommerceLayer | Platform::Sentera) | None => {
                Err(WrongShape)
            }
        }
    }
}

impl Kept for Connection {
    fn keep(&self) -> Value {
        object(&mut [
            ("name", Some(self.name.as_str().into())),
            ("api", Some(self.api.as_str().into())),
            ("access", Some(self.access.keep())),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let access = Access::recall(value.get("access").ok_or(WrongShape)?)?;
        Ok(Self {
            name: text(value, "name")?,
            api: text(value, "api")?,
            access,
        })
    }
}

/// Same platform, mode and name: the same connection, and so the same ledger and the same unfinished writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A member of a kept object that must be a key.
    pub fn recall(value: &Value, name: &str) -> Result<Self, WrongShape> {
        text(value, name).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
