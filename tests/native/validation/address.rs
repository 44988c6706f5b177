//! Every special-purpose block, at both ends.

use std::net::Ipv4Addr;

use pegboard::validation::{BLOCKS, EndpointFault, HostFault, SpecialAddress, endpoint, flags};

use super::cases::block::blocks;

fn special(host: &str) -> SpecialAddress {
    let problems = flags(&format!("https://{host}/"));
    match problems.as_slice() {
        [problem] => match &problem.fault {
            EndpointFault::Host(HostFault::Special(_, special)) => special.clone(),
            other => panic!("{host}: {other:?}"),
        },
        other => panic!("{host}: {other:?}"),
    }
}

fn is_public(host: &str) -> bool {
    endpoint(&format!("https://{host}/")).is_ok()
}

#[test]
fn both_ends_of_every_block_are_refused_by_the_most_precise_name() {
    // Where a block begins or ends with a smaller one, that one is named.
    for ends in blocks() {
        let own = [ends.first, ends.last].map(|host| special(host).block.range == ends.range);
        let expected = match ends.range {
            "0.0.0.0/8" | "192.0.0.0/24" | "::/96" | "2001::/23" => [false, true],
            "240.0.0.0/4" => [true, false],
            _ => [true, true],
        };
        assert_eq!(own, expected, "{}", ends.range);
    }
}

#[test]
fn public_addresses_beside_the_blocks_are_accepted() {
    let neighbours: Vec<_> = blocks()
        .flat_map(|ends| [ends.before, ends.after])
        .flatten()
        .collect();
    assert!(neighbours.len() >= 60, "{}", neighbours.len());
    for host in neighbours {
        assert!(is_public(host), "{host}");
    }
}

#[test]
fn every_block_has_its_ends_in_the_table() {
    let tested: Vec<&str> = blocks().map(|ends| ends.range).collect();
    let known: Vec<&str> = BLOCKS.iter().map(|block| block.range).collect();
    assert_eq!(known, tested);
}

#[test]
fn both_registries_are_there_whole() {
    let added = [
        "224.0.0.0/4",
        "::/96",
        "::ffff:0:0:0/96",
        "fec0::/10",
        "ff00::/8",
    ];
    let of_iana = BLOCKS.iter().filter(|block| !added.contains(&block.range));
    let (v6, v4): (Vec<_>, Vec<_>) = of_iana.partition(|block| block.range.contains(':'));
    assert_eq!((v4.len(), v6.len()), (26, 25));
    for block in BLOCKS {
        assert!(
            !block.name.is_empty() && block.source.starts_with("RFC "),
            "{block:?}"
        );
    }
}

#[test]
fn an_embedded_address_is_named_with_its_own_block() {
    let private = Ipv4Addr::new(10, 0, 0, 1);
    for host in [
        "[::10.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::ffff:0:10.0.0.1]",
        "[64:ff9b::10.0.0.1]",
        "[2002:a00:1::]",
        "[2001:0:4136:e378:8000:63bf:f5ff:fffe]",
    ] {
        let (address, inner) = special(host).embedded.unwrap();
        assert_eq!(
            (address, inner.unwrap().range),
            (private, "10.0.0.0/8"),
            "{host}"
        );
    }
    assert_eq!(
        special("[::ffff:8.8.8.8]").embedded,
        Some((Ipv4Addr::new(8, 8, 8, 8), None))
    );
    assert_eq!(special("[fe80::10.0.0.1]").embedded, None);
    assert_eq!(special("10.0.0.1").embedded, None);
}

#[test]
fn an_exception_within_a_block_keeps_its_own_name() {
    assert_eq!(
        special("192.0.0.9").block.name,
        "Port Control Protocol Anycast"
    );
    assert_eq!(
        special("192.0.0.11").block.name,
        "IETF Protocol Assignments"
    );
    assert_eq!(special("[2001:20::1]").block.name, "ORCHIDv2");
    assert_eq!(
        special("[2001:1::4]").block.name,
        "IETF Protocol Assignments"
    );
}
