//! A connection: one platform, one way in, one name.

use serde::{Deserialize, Serialize};

use super::Platform;

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
#[serde(tag = "platform", rename_all = "kebab-case")]
pub enum Access {
    #[serde(rename = "happycolis")]
    HappyColis {
        mode: HappyColisMode,
        /// The integration's id, which makes the list readable (HappyColis contract, section 1.6).
        #[serde(skip_serializing_if = "Option::is_none", default)]
        integration: Option<String>,
    },
}

/// HappyColis contract, section 1.6: a token works in one of the two modes only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HappyColisMode {
    #[default]
    Integration,
    Oauth,
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
        let mode = match self.access {
            Access::HappyColis { mode: HappyColisMode::Integration, .. } => "integration",
            Access::HappyColis { mode: HappyColisMode::Oauth, .. } => "oauth",
        };
        ConnectionKey(format!("{}/{mode}/{}", self.platform().key(), self.name))
    }
}

impl ConnectionKey {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
