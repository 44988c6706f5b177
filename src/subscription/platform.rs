//! Which platform a connection belongs to.

/// The closed set of platforms. Everything that differs between them is a `match` over this enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Platform {
    HappyColis,
    Ikas,
    CommerceLayer,
    Sentera,
}

impl Platform {
    pub const ALL: [Self; 4] = [
        Self::HappyColis,
        Self::Ikas,
        Self::CommerceLayer,
        Self::Sentera,
    ];

    /// The key under which `config.json`, the ledger and links know the platform.
    pub const fn key(self) -> &'static str {
        match self {
            Self::HappyColis => "happycolis",
            Self::Ikas => "ikas",
            Self::CommerceLayer => "commerce-layer",
            Self::Sentera => "sentera",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.key() == key)
    }
}
