//! Health, and what is known about where it comes from.

use serde_json::Value;

use super::Instant;
use super::kept::{Kept, WrongShape, object, optional_text, text};

/// What a badge says. Unknown is a state of its own and never drawn as a paler Healthy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Health {
    // In the order in which a person wants to see them: trouble first.
    CircuitOpen,
    Failing,
    Degraded,
    Disabled,
    Unknown,
    Healthy,
}

impl Health {
    const ALL: [Self; 6] = [
        Self::CircuitOpen,
        Self::Failing,
        Self::Degraded,
        Self::Disabled,
        Self::Unknown,
        Self::Healthy,
    ];

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|health| health.key() == key)
    }

    /// The word under which links and stylesheets know the state.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CircuitOpen => "circuit-open",
            Self::Failing => "failing",
            Self::Degraded => "degraded",
            Self::Disabled => "disabled",
            Self::Unknown => "unknown",
            Self::Healthy => "healthy",
        }
    }

    /// Whether somebody has to do something about it.
    pub const fn is_trouble(self) -> bool {
        matches!(self, Self::CircuitOpen | Self::Failing | Self::Degraded)
    }
}

/// Why the badge says what it says. Every sentence in the badge's popover is made from this and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// HappyColis contract, section 6: `health` as the list gave it; `None` when the field was missing or null.
    /// `another_failing`: another row of the same integration is `FAILING`, so events of this one may be held too.
    HappyColisList {
        value: Option<String>,
        another_failing: bool,
    },
    /// Not readable again: the value that the create call returned, and when.
    HappyColisCreation { value: Option<String>, at: Instant },
    /// ikas contract, section 6: no health is reported; `deleted` is all there is.
    Ikas { deleted: Option<bool> },
    /// Commerce Layer contract, section 7.4; each is absent when the platform did not send it.
    CommerceLayer {
        disabled: Option<Instant>,
        /// Whether it says that it is not disabled. What was not sent is not said.
        enabled: bool,
        circuit: Option<String>,
        failures: Option<u64>,
    },
    /// Sentera contract, section 6: the last event, and whether one of the twenty before it failed.
    SenteraEvents {
        last: Option<LastEvent>,
        failed_before: bool,
    },
    /// Events came, but not so that the last one can be told: without times, or the oldest of many.
    SenteraUnordered { read: usize, total: Option<u64> },
    /// Sentera documents no way to read events, and none was found in its schema.
    SenteraUnread,
    /// Told to the console by a person; no platform has said anything about its health.
    Tracked,
}

/// The last event of a Sentera subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastEvent {
    pub event: String,
    /// As Sentera writes it: the values are not documented.
    pub status: String,
    pub attempts: Option<u64>,
    pub at: Option<Instant>,
}

/// A health state with its source and the moment of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub health: Health,
    pub evidence: Evidence,
    pub at: Instant,
}

/// `health` as HappyColis writes it, kept raw in the ledger. Only these two values are documented.
pub const HAPPYCOLIS_HEALTHY: &str = "HEALTHY";
pub const HAPPYCOLIS_FAILING: &str = "FAILING";

impl Reading {
    /// A total function from the raw value to a badge: what nobody documented is Unknown (section 6).
    pub fn happycolis_list(value: Option<String>, at: Instant) -> Self {
        let health = match value.as_deref() {
            Some(HAPPYCOLIS_HEALTHY) => Health::Healthy,
            Some(HAPPYCOLIS_FAILING) => Health::Failing,
            _ => Health::Unknown,
        };
        let evidence = Evidence::HappyColisList {
            value,
            another_failing: false,
        };
        Self {
            health,
            evidence,
            at,
        }
    }

    pub const fn sentera_unread(at: Instant) -> Self {
        Self {
            health: Health::Unknown,
            evidence: Evidence::SenteraUnread,
            at,
        }
    }

    /// A row that cannot be read again is Unknown, whatever was said when it was created.
    pub fn happycolis_ledger(creation: &LedgerHealth, at: Instant) -> Self {
        let evidence = match creation {
            LedgerHealth::AtCreation { value, at } => Evidence::HappyColisCreation {
                value: value.clone(),
                at: *at,
            },
            LedgerHealth::NeverReported => Evidence::Tracked,
        };
        Self {
            health: Health::Unknown,
            evidence,
            at,
        }
    }
}

/// What the ledger remembers of a subscription's health.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerHealth {
    AtCreation { value: Option<String>, at: Instant },
    NeverReported,
}

impl Kept for LedgerHealth {
    fn keep(&self) -> Value {
        match self {
            Self::AtCreation { value, at } => object(&mut [
                ("known", Some("at-creation".into())),
                ("value", value.clone().map(Into::into)),
                ("at", Some(at.0.into())),
            ]),
            Self::NeverReported => object(&mut [("known", Some("never-reported".into()))]),
        }
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        match text(value, "known")?.as_str() {
            "at-creation" => Ok(Self::AtCreation {
                value: optional_text(value, "value"),
                at: Instant::recall(value, "at")?,
            }),
            "never-reported" => Ok(Self::NeverReported),
            _ => Err(WrongShape),
        }
    }
}
