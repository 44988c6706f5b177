//! What a platform offers, as data. Views show what is here and explain what is not; they never ask which platform it is.

use crate::subscription::Access;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    pub list: ListSource,
    pub change: Change,
    /// Whether the platform sends custom headers with its deliveries.
    pub headers: bool,
    /// Whether a second subscription to the same event is refused (HappyColis contract, section 3.6).
    pub unique_event: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListSource {
    /// The platform documents a list.
    Platform,
    /// It does not: the console keeps a ledger of what was created here or told to it.
    Ledger,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// There is no update: remove, then create, with a gap between.
    Replace,
}

pub const fn capabilities(access: &Access) -> Capabilities {
    match access {
        Access::HappyColis { integration, .. } => Capabilities {
            list: if integration.is_some() {
                ListSource::Platform
            } else {
                ListSource::Ledger
            },
            change: Change::Replace,
            headers: true,
            unique_event: true,
        },
    }
}
