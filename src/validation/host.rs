//! The rules for the host of an endpoint: a public address, or a name that the public internet can resolve.

use super::address::{self, SpecialAddress};

const LONGEST_NAME: usize = 253;
const LONGEST_LABEL: usize = 63;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostFault {
    /// The host as it would be sent, and why nobody can deliver there.
    Special(String, SpecialAddress),
    Private(&'static Zone),
    SingleLabel,
    FinalDot,
    /// Not a name that DNS carries: an empty or overlong label, a hyphen at its edge, or a character other than a
    /// letter, a digit, a hyphen and (widely used, though no host name in RFC 1123) an underscore.
    Malformed,
}

/// A part of the name space that does not exist on the public internet.
#[derive(Debug, PartialEq, Eq)]
pub struct Zone {
    pub suffix: &'static str,
    pub kind: ZoneKind,
    pub source: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneKind {
    /// The computer itself.
    Loopback,
    /// Names inside one network.
    Network,
    /// Names kept free for tests, or guaranteed not to exist.
    Nowhere,
    /// Names that other systems than DNS resolve.
    Elsewhere,
}

const fn zone(suffix: &'static str, kind: ZoneKind, source: &'static str) -> Zone {
    Zone {
        suffix,
        kind,
        source,
    }
}

/// Special-use names that can never be reached from a platform. `example` is special-use too, but documentation, demos and
/// the sandbox are written with it, and nobody is harmed by it: it is accepted.
pub const PRIVATE_ZONES: &[Zone] = &[
    zone("localhost", ZoneKind::Loopback, "RFC 6761"),
    zone(
        "localdomain",
        ZoneKind::Loopback,
        "usual name of the computer itself",
    ),
    zone("local", ZoneKind::Network, "RFC 6762"),
    zone("internal", ZoneKind::Network, "ICANN, July 2024"),
    zone("home.arpa", ZoneKind::Network, "RFC 8375"),
    zone("intranet", ZoneKind::Network, "RFC 6762, appendix G"),
    zone("private", ZoneKind::Network, "RFC 6762, appendix G"),
    zone("corp", ZoneKind::Network, "RFC 6762, appendix G"),
    zone("home", ZoneKind::Network, "RFC 6762, appendix G"),
    zone("lan", ZoneKind::Network, "RFC 6762, appendix G"),
    zone("test", ZoneKind::Nowhere, "RFC 6761"),
    zone("invalid", ZoneKind::Nowhere, "RFC 6761"),
    zone("onion", ZoneKind::Elsewhere, "RFC 7686"),
    zone("alt", ZoneKind::Elsewhere, "RFC 9476"),
];

impl HostFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Special(..) => "host-special-address",
            Self::Private(_) => "host-private-name",
            Self::SingleLabel => "host-single-label",
            Self::FinalDot => "host-final-dot",
            Self::Malformed => "host-malformed",
        }
    }
}

/// Judges a host as the parser wrote it.
pub fn faults(host: &str) -> Vec<HostFault> {
    if let Some(address) = address::read(host) {
        let special = address::special(address);
        return special
            .map(|special| HostFault::Special(host.to_owned(), special))
            .into_iter()
            .collect();
    }
    let mut faults = Vec::new();
    let name = host.strip_suffix('.').unwrap_or(host);
    if let Some(zone) = PRIVATE_ZONES.iter().find(|zone| zone.holds(name)) {
        faults.push(HostFault::Private(zone));
    } else if !name.contains('.') {
        faults.push(HostFault::SingleLabel);
    }
    if name.len() > LONGEST_NAME || !name.split('.').all(is_label) {
        faults.push(HostFault::Malformed);
    }
    if name != host {
        faults.push(HostFault::FinalDot);
    }
    faults
}

fn is_label(label: &str) -> bool {
    let edge = |c: Option<char>| c != Some('-');
    (1..=LONGEST_LABEL).contains(&label.len())
        && label
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && edge(label.chars().next())
        && edge(label.chars().next_back())
}

impl Zone {
    fn holds(&self, name: &str) -> bool {
        let before = name.strip_suffix(self.suffix);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}
