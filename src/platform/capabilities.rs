//! What a platform offers, as data. Views show what is here and explain what is not; they never ask which platform it is.

use super::Learned;
use crate::subscription::Access;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    pub list: ListSource,
    pub change: Change,
    /// Whether the platform sends custom headers with its deliveries.
    pub headers: bool,
    pub overlap: Overlap,
    /// Whether a subscription can be enabled, disabled, and its circuit reset.
    pub switches: bool,
    /// Whether the platform tells what it delivered.
    pub deliveries: bool,
    /// Whether deliveries can be narrowed by type, status and date.
    pub delivery_filters: bool,
    /// Whether the platform shows the secret that it signs deliveries with.
    pub shared_secret: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListSource {
    /// The platform has a list, documented or found in its schema.
    Platform,
    /// It has none: the console keeps a ledger of what was created here or told to it.
    Ledger,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// There is no update: remove, then create, with a gap between.
    Replace,
    /// In place.
    Update,
    /// The same event is saved once more (ikas contract, section 2.3).
    SaveAgain,
}

/// What it means that an event is on the wall already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// A second subscription to the same event is refused (HappyColis contract, section 3.6).
    Refused,
    /// Whether saving replaces, adds or refuses is not documented (ikas contract, section 9): the list is read afresh
    /// before, and the person is asked.
    Undocumented,
    /// The same event to the same endpoint is delivered twice.
    Doubled,
}

/// What can be done to a subscription without editing it (Commerce Layer contract, section 0, point 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Enable,
    Disable,
    ResetCircuit,
}

impl Action {
    pub const ALL: [Self; 3] = [Self::Enable, Self::Disable, Self::ResetCircuit];

    /// The word under which a noted switch is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Enable => "enable",
            Self::Disable => "disable",
            Self::ResetCircuit => "reset-circuit",
        }
    }
}

pub const fn capabilities(access: &Access, learned: &Learned) -> Capabilities {
    let nothing = Capabilities {
        list: ListSource::Platform,
        change: Change::Update,
        headers: false,
        overlap: Overlap::Doubled,
        switches: false,
        deliveries: false,
        delivery_filters: false,
        shared_secret: false,
    };
    match access {
        Access::HappyColis { integration, .. } => Capabilities {
            list: if integration.is_some() {
                ListSource::Platform
            } else {
                ListSource::Ledger
            },
            change: Change::Replace,
            headers: true,
            overlap: Overlap::Refused,
            ..nothing
        },
        Access::Ikas { .. } => Capabilities {
            change: Change::SaveAgain,
            overlap: Overlap::Undocumented,
            ..nothing
        },
        Access::CommerceLayer { .. } => Capabilities {
            switches: true,
            deliveries: true,
            shared_secret: true,
            ..nothing
        },
        Access::Sentera { .. } => Capabilities {
            list: if learned.list.is_some() {
                ListSource::Platform
            } else {
                ListSource::Ledger
            },
            deliveries: learned.list.is_some() && learned.reads_events,
            delivery_filters: true,
            ..nothing
        },
    }
}
