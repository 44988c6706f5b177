//! What a platform is called, offers and does not offer, in its own terms.

use crate::platform::{Capabilities, ListSource};
use crate::subscription::{Access, HappyColisMode, Platform, Source};

pub const fn name(platform: Platform) -> &'static str {
    match platform {
        Platform::HappyColis => "HappyColis",
        Platform::Ikas => "ikas",
        Platform::CommerceLayer => "Commerce Layer",
        Platform::Sentera => "Sentera",
    }
}

pub const fn mode(mode: HappyColisMode) -> &'static str {
    match mode {
        HappyColisMode::Integration => "Integration app",
        HappyColisMode::Oauth => "OAuth client",
    }
}

/// "HappyColis · OAuth client", as it stands beside a connection's name.
pub fn access(access: &Access) -> String {
    match access {
        Access::HappyColis { mode: of, .. } => {
            format!("{} · {}", name(Platform::HappyColis), mode(*of))
        }
    }
}

/// Why the rows of a connection come from the ledger.
pub const fn list_source(capabilities: &Capabilities) -> Option<&'static str> {
    match capabilities.list {
        ListSource::Platform => None,
        ListSource::Ledger => Some(
            "HappyColis documents no list for this kind of access. Pegboard shows what was created here or that you told \
             it about, kept in this browser. Other subscriptions may exist.",
        ),
    }
}

/// The mark on a row that no platform has listed.
pub const fn source(source: Source) -> Option<&'static str> {
    match source {
        Source::Platform => None,
        Source::Created => Some("from the ledger: created here"),
        Source::Tracked => Some("from the ledger: tracked by you"),
    }
}

pub const NO_TIME: &str = "not reported";
pub const NO_ENDPOINT: &str = "Endpoint not reported";
pub const NOT_BUILT: &str = "comes with a later version";
