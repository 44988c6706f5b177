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

/// "HappyColis’", "ikas’", "Sentera’s".
pub fn possessive(platform: Platform) -> String {
    let name = name(platform);
    format!("{name}{}", if name.ends_with('s') { "’" } else { "’s" })
}

pub const fn mode(mode: HappyColisMode) -> &'static str {
    match mode {
        HappyColisMode::Integration => "Integration app",
        HappyColisMode::Oauth => "OAuth client",
    }
}

/// "HappyColis · OAuth client", as it stands beside a connection's name.
pub fn access(access: &Access) -> String {
    let way = match access {
        Access::HappyColis { mode: of, .. } => mode(*of),
        _ => access.way(),
    };
    format!("{} · {way}", name(access.platform()))
}

/// Why the rows of a connection come from the ledger.
pub const fn list_source(platform: Platform, capabilities: &Capabilities) -> Option<&'static str> {
    match (capabilities.list, platform) {
        (ListSource::Platform, _) => None,
        (ListSource::Ledger, Platform::Sentera) => Some(
            "Sentera does not document a list of subscriptions, and its schema showed none. Pegboard shows what was created \
             here or that you told it about, kept in this browser. Other subscriptions may exist.",
        ),
        (ListSource::Ledger, _) => Some(
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
