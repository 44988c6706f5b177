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
    Ikas {
        version: IkasVersion,
    },
    /// The organization's slug, which is part of the API address (Commerce Layer contract, section 1).
    CommerceLayer {
        slug: String,
    },
    /// The organization that subscriptions are made for (Sentera contract, section 2).
    Sentera {
        organization: String,
    },
}

/// Two schemas of one API; v2 is recommended (ikas contract, section 1.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IkasVersion {
    #[default]
    V2,
    V1,
}

impl IkasVersion {
    /// As it stands in the API address, and as it is called.
    pub const fn key(self) -> &'static str {
        match self {
            Self::V2 => "v2",
            Self::V1 => "v1",
        }
    }
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

impl Default for Access {
    fn default() -> Self {
        Self::HappyColis {
            mode: HappyColisMode::Integration,
            integration: None,
        }
    }
}

impl Access {
    pub const fn platform(&self) -> Platform {
        match self {
            Self::HappyColis { .. } => Platform::HappyColis,
            Self::Ikas { .. } => Platform::Ikas,
            Self::CommerceLayer { .. } => Platform::CommerceLayer,
            Self::Sentera { .. } => Platform::Sentera,
        }
    }

    /// What tells two ways into one platform apart: mode, version or organization.
    pub fn way(&self) -> &str {
        match self {
            Self::HappyColis { mode, .. } => mode.key(),
            Self::Ikas { version } => version.key(),
            Self::CommerceLayer {
                slug: organization, ..
            }
            | Self::Sentera { organization, .. } => organization,
        }
    }

    /// The other of two ways into the same platform.
    pub fn other(&self) -> Option<Self> {
        match self {
            Self::HappyColis { mode, integration } => Some(Self::HappyColis {
                mode: match mode {
                    HappyColisMode::Integration => HappyColisMode::Oauth,
                    HappyColisMode::Oauth => HappyColisMode::Integration,
                },
                integration: integration.clone(),
            }),
            Self::Ikas { version } => Some(Self::Ikas {
                version: match version {
                    IkasVersion::V1 => IkasVersion::V2,
                    IkasVersion::V2 => IkasVersion::V1,
                },
            }),
            Self::CommerceLayer { .. } | Self::Sentera { .. } => None,
        }
    }

    /// Builds the way back from what is kept of it; nothing when the platform has no such way, or is not built in.
    pub fn of(platform: Platform, way: &str, integration: Option<String>) -> Option<Self> {
        Some(match (platform, way) {
            (Platform::HappyColis, "integration") => Self::HappyColis {
                mode: HappyColisMode::Integration,
                integration,
            },
            (Platform::HappyColis, "oauth") => Self::HappyColis {
                mode: HappyColisMode::Oauth,
                integration,
            },
            (Platform::Ikas, "v2") => Self::Ikas {
                version: IkasVersion::V2,
            },
            (Platform::Ikas, "v1") => Self::Ikas {
                version: IkasVersion::V1,
            },
            (Platform::CommerceLayer, slug) => Self::CommerceLayer {
                slug: slug.to_owned(),
            },
            (Platform::Sentera, organization) => Self::Sentera {
                organization: organization.to_owned(),
            },
            (Platform::HappyColis | Platform::Ikas, _) => return None,
        })
    }
}

impl Kept for Access {
    fn keep(&self) -> Value {
        let integration = match self {
            Self::HappyColis { integration, .. } => integration.clone(),
            _ => None,
        };
        object(&mut [
            ("platform", Some(self.platform().key().into())),
            ("mode", Some(self.way().into())),
            ("integration", integration.map(Into::into)),
        ])
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let platform = Platform::from_key(&text(value, "platform")?).ok_or(WrongShape)?;
        let integration = optional_text(value, "integration");
        Self::of(platform, &text(value, "mode")?, integration).ok_or(WrongShape)
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
        self.access.platform()
    }

    pub fn key(&self) -> ConnectionKey {
        let (platform, way) = (self.platform().key(), self.access.way());
        ConnectionKey(format!("{platform}/{way}/{}", self.name))
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

    /// The name of the connection, which can have a slash in it.
    pub fn name(&self) -> &str {
        self.0.splitn(3, '/').last().unwrap_or_default()
    }

    /// The platform of the connection; nothing when what was kept names none.
    pub fn platform(&self) -> Option<Platform> {
        Platform::from_key(self.0.split('/').next()?)
    }
}
