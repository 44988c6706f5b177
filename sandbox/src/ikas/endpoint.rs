//! Which endpoints a save accepts, ikas contract, sections 2.2 and 11.1, fact 8.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::version::Version;

/// What is wrong with an endpoint, as the validator says it; v1 takes `http:` (contradiction 9.6).
pub(crate) fn problem(endpoint: &str, version: Version) -> Option<&'static str> {
    let url = Url::parse(endpoint).ok();
    let url = url.filter(|url| matches!(url.scheme(), "http" | "https"));
    match (url, version) {
        (None, Version::V1) => Some("endpoint must be a URL"),
        (Some(_), Version::V1) => None,
        (Some(url), Version::V2) if url.scheme() == "https" && !is_reserved(&url) => None,
        (_, Version::V2) => Some("endpoint must be an https URL"),
    }
}

fn is_reserved(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => is_reserved_v4(address),
        Some(Host::Ipv6(address)) => is_reserved_v6(address),
        Some(Host::Domain(name)) => name == "localhost",
        None => true,
    }
}

fn is_reserved_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && (64..128).contains(&second);
    shared
        || first == 0
        || first >= 224
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
}

fn is_reserved_v6(address: Ipv6Addr) -> bool {
    address.is_loopback()
        || address.is_unspecified()
        || address.is_unique_local()
        || address.is_unicast_link_local()
        || address.is_multicast()
        || address.to_ipv4_mapped().is_some_and(is_reserved_v4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v2_wants_public_https() {
        for accepted in [
            "https://example.com/hooks",
            "https://8.8.8.8",
            "https://[2606:4700::1]/a",
        ] {
            assert_eq!(problem(accepted, Version::V2), None, "{accepted}");
        }
        for refused in [
            "http://example.com",
            "ftp://example.com",
            "nope",
            "https://10.0.0.1/",
            "https://127.1",
            "https://100.64.0.1",
            "https://169.254.1.1",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https://[::ffff:192.168.0.1]/",
            "https://localhost:3000/",
        ] {
            assert_eq!(
                problem(refused, Version::V2),
                Some("endpoint must be an https URL")
            );
        }
    }

    #[test]
    fn v1_wants_any_url() {
        assert_eq!(problem("http://10.0.0.1/hooks", Version::V1), None);
        assert_eq!(problem("nope", Version::V1), Some("endpoint must be a URL"));
    }
}
