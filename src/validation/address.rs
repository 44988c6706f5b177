//! Addresses that no platform can deliver to: IANA's special-purpose registries, multicast, and their like.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A block of addresses set aside, in the registry's own words.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// First address and prefix length.
    pub range: &'static str,
    pub name: &'static str,
    pub source: &'static str,
}

const fn block(range: &'static str, name: &'static str, source: &'static str) -> Block {
    Block {
        range,
        name,
        source,
    }
}

/// Both IANA special-purpose registries whole, as updated on 2025-10-09
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>, <https://www.iana.org/assignments/iana-ipv6-special-registry>).
/// Blocks that the registries call globally reachable (anycast, AS112, NAT64) are refused as well: no web server of a
/// merchant stands there. The smaller block comes first, so that the first match is the most precise name.
pub const BLOCKS: &[Block] = &[
    block("0.0.0.0/32", "This host on this network", "RFC 1122"),
    block("0.0.0.0/8", "This network", "RFC 791"),
    block("10.0.0.0/8", "Private-Use", "RFC 1918"),
    block("100.64.0.0/10", "Shared Address Space", "RFC 6598"),
    block("127.0.0.0/8", "Loopback", "RFC 1122"),
    block("169.254.0.0/16", "Link Local", "RFC 3927"),
    block("172.16.0.0/12", "Private-Use", "RFC 1918"),
    block("192.0.0.0/29", "IPv4 Service Continuity Prefix", "RFC 7335"),
    block("192.0.0.8/32", "IPv4 dummy address", "RFC 7600"),
    block("192.0.0.9/32", "Port Control Protocol Anycast", "RFC 7723"),
    block(
        "192.0.0.10/32",
        "Traversal Using Relays around NAT Anycast",
        "RFC 8155",
    ),
    block("192.0.0.170/32", "NAT64/DNS64 Discovery", "RFC 7050"),
    block("192.0.0.171/32", "NAT64/DNS64 Discovery", "RFC 7050"),
    block("192.0.0.0/24", "IETF Protocol Assignments", "RFC 6890"),
    block("192.0.2.0/24", "Documentation (TEST-NET-1)", "RFC 5737"),
    block("192.31.196.0/24", "AS112-v4", "RFC 7535"),
    block("192.52.193.0/24", "AMT", "RFC 7450"),
    block("192.88.99.2/32", "6a44-relay anycast address", "RFC 6751"),
    block(
        "192.88.99.0/24",
        "Deprecated (6to4 Relay Anycast)",
        "RFC 7526",
    ),
    block("192.168.0.0/16", "Private-Use", "RFC 1918"),
    block(
        "192.175.48.0/24",
        "Direct Delegation AS112 Service",
        "RFC 7534",
    ),
    block("198.18.0.0/15", "Benchmarking", "RFC 2544"),
    block("198.51.100.0/24", "Documentation (TEST-NET-2)", "RFC 5737"),
    block("203.0.113.0/24", "Documentation (TEST-NET-3)", "RFC 5737"),
    block("224.0.0.0/4", "Multicast", "RFC 5771"),
    block("255.255.255.255/32", "Limited Broadcast", "RFC 919"),
    block("240.0.0.0/4", "Reserved", "RFC 1112"),
    block("::/128", "Unspecified Address", "RFC 4291"),
    block("::1/128", "Loopback Address", "RFC 4291"),
    block("::/96", "Deprecated (IPv4-compatible)", "RFC 4291"),
    block("::ffff:0:0/96", "IPv4-mapped Address", "RFC 4291"),
    block(
        "::ffff:0:0:0/96",
        "Deprecated (IPv4-translated)",
        "RFC 2765",
    ),
    block("64:ff9b::/96", "IPv4-IPv6 Translation", "RFC 6052"),
    block("64:ff9b:1::/48", "IPv4-IPv6 Translation", "RFC 8215"),
    block("100::/64", "Discard-Only Address Block", "RFC 6666"),
    block("100:0:0:1::/64", "Dummy IPv6 Prefix", "RFC 9780"),
    block("2001::/32", "TEREDO", "RFC 4380"),
    block("2001:1::1/128", "Port Control Protocol Anycast", "RFC 7723"),
    block(
        "2001:1::2/128",
        "Traversal Using Relays around NAT Anycast",
        "RFC 8155",
    ),
    block(
        "2001:1::3/128",
        "DNS-SD Service Registration Protocol Anycast",
        "RFC 9665",
    ),
    block("2001:2::/48", "Benchmarking", "RFC 5180"),
    block("2001:3::/32", "AMT", "RFC 7450"),
    block("2001:4:112::/48", "AS112-v6", "RFC 7535"),
    block("2001:10::/28", "Deprecated (previously ORCHID)", "RFC 4843"),
    block("2001:20::/28", "ORCHIDv2", "RFC 7343"),
    block(
        "2001:30::/28",
        "Drone Remote ID Protocol Entity Tags",
        "RFC 9374",
    ),
    block("2001::/23", "IETF Protocol Assignments", "RFC 2928"),
    block("2001:db8::/32", "Documentation", "RFC 3849"),
    block("2002::/16", "6to4", "RFC 3056"),
    block(
        "2620:4f:8000::/48",
        "Direct Delegation AS112 Service",
        "RFC 7534",
    ),
    block("3fff::/20", "Documentation", "RFC 9637"),
    block("5f00::/16", "Segment Routing (SRv6) SIDs", "RFC 9602"),
    block("fc00::/7", "Unique-Local", "RFC 4193"),
    block("fe80::/10", "Link-Local Unicast", "RFC 4291"),
    block("fec0::/10", "Deprecated (Site-Local)", "RFC 3879"),
    block("ff00::/8", "Multicast", "RFC 4291"),
];

/// Why an address is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialAddress {
    pub block: &'static Block,
    /// The IPv4 address that an IPv6 one carries, and the block which that one belongs to, if any.
    pub embedded: Option<(Ipv4Addr, Option<&'static Block>)>,
}

/// The address that a host written by the parser stands for; a name is none.
pub fn read(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[') {
        Some(inner) => inner.strip_suffix(']')?.parse().map(IpAddr::V6).ok(),
        None => host.parse().map(IpAddr::V4).ok(),
    }
}

/// What is special about an address; `None` for a public one.
pub fn special(address: IpAddr) -> Option<SpecialAddress> {
    let block = find(address)?;
    let embedded = match address {
        IpAddr::V4(_) => None,
        IpAddr::V6(address) => embedded(address, block),
    };
    let embedded = embedded.map(|inner| (inner, find(IpAddr::V4(inner))));
    Some(SpecialAddress { block, embedded })
}

fn find(address: IpAddr) -> Option<&'static Block> {
    BLOCKS.iter().find(|block| block.contains(address))
}

impl Block {
    fn contains(&self, address: IpAddr) -> bool {
        let Some((first, length)) = self.bounds() else {
            return false;
        };
        match (first, address) {
            (IpAddr::V4(first), IpAddr::V4(it)) => {
                begin_alike(&first.octets(), &it.octets(), length)
            }
            (IpAddr::V6(first), IpAddr::V6(it)) => {
                begin_alike(&first.octets(), &it.octets(), length)
            }
            _ => false,
        }
    }

    /// First address and prefix length, which is never zero in the table.
    fn bounds(&self) -> Option<(IpAddr, u32)> {
        let (first, length) = self.range.split_once('/')?;
        Some((first.parse().ok()?, length.parse().ok()?))
    }
}

/// Whether the first bits of two addresses are the same.
fn begin_alike(one: &[u8], other: &[u8], bits: u32) -> bool {
    let mut left = bits;
    for (one, other) in one.iter().zip(other) {
        let here = left.min(8);
        left -= here;
        if (one ^ other).leading_zeros() < here {
            return false;
        }
    }
    true
}

/// Where each block keeps the IPv4 address: Teredo inverts it in the last 32 bits, 6to4 has it after the prefix,
/// the others at the end.
fn embedded(address: Ipv6Addr, block: &Block) -> Option<Ipv4Addr> {
    let [_, high, low, .., last_high, last_low] = address.segments();
    let join = |high: u16, low: u16| Ipv4Addr::from_bits((u32::from(high) << 16) + u32::from(low));
    match block.range {
        "2002::/16" => Some(join(high, low)),
        "2001::/32" => Some(join(!last_high, !last_low)),
        "::/96" | "::ffff:0:0/96" | "::ffff:0:0:0/96" | "64:ff9b::/96" => {
            Some(join(last_high, last_low))
        }
        _ => None,
    }
}
