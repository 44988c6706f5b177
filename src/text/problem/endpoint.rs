//! What is wrong with an endpoint, in words.

use crate::validation::{
    EndpointFault, HostFault, LONGEST_ENDPOINT, SpecialAddress, Zone, ZoneKind,
};

pub fn sentence(fault: &EndpointFault) -> String {
    let fixed = match fault {
        EndpointFault::Host(fault) => return host(fault),
        EndpointFault::NotHttps(scheme) if scheme == "http" => {
            "An address that begins with http:// is not encrypted: anyone on the way could read your events. Use https:// instead."
        }
        EndpointFault::NotHttps(scheme) => {
            return format!(
                "The address begins with {scheme}:, but only https:// is allowed. Use an https:// address."
            );
        }
        EndpointFault::TooLong(found) => {
            return format!(
                "The address as it would be sent has {found} characters; at most {LONGEST_ENDPOINT} are allowed. Shorten it."
            );
        }
        EndpointFault::Missing => {
            "The endpoint is empty. Enter the https:// address that should receive the events."
        }
        EndpointFault::WhiteSpace => {
            "An address has no spaces, tabs or line breaks. Remove them, or write a space as %20."
        }
        EndpointFault::ControlCharacter => {
            "The address contains a control character, which cannot be seen. Remove it, or type the address again."
        }
        EndpointFault::InvisibleCharacter => {
            "The address contains a character without width, which often comes along when text is copied. Remove it, or type the address again."
        }
        EndpointFault::Backslash => "An address has no backslashes. Write / instead of \\.",
        EndpointFault::Unreadable => {
            "This is not a complete web address. Enter one such as https://hooks.example.com/orders."
        }
        EndpointFault::NoScheme => {
            "The address does not begin with https://. Put https:// before it."
        }
        EndpointFault::UserInfo => {
            "The address contains a user name or password before the @, which would be stored and shown in plain text. Remove it, and send credentials in a header or the path."
        }
        EndpointFault::PortZero => {
            "Nothing can be reached at port 0. Remove the port, or use the real one."
        }
        EndpointFault::Fragment => "The part from # on is never sent to a server. Remove it.",
    };
    fixed.to_owned()
}

fn host(fault: &HostFault) -> String {
    match fault {
        HostFault::Special(host, special) => special_address(host, special),
        HostFault::Private(zone) => private(zone),
        HostFault::SingleLabel => {
            "A host without a dot exists only inside one network. Use the full name, such as hooks.example.com.".to_owned()
        }
        HostFault::FinalDot => "The host ends with a dot, which many servers refuse. Remove the dot.".to_owned(),
        HostFault::Malformed => {
            "This is not a host name: its parts are separated by single dots, have 1 to 63 letters, digits, hyphens or underscores, and neither begin nor end with a hyphen. Correct it.".to_owned()
        }
    }
}

fn special_address(host: &str, special: &SpecialAddress) -> String {
    let block = special.block;
    let stands_for = match special.embedded {
        Some((address, Some(inner))) => format!(
            " and stands for {address} ({}, {})",
            inner.name, inner.range
        ),
        Some((address, None)) => format!(" and stands for {address}"),
        None => String::new(),
    };
    format!(
        "{host} is not a public address: it lies in {} ({}, {}){stands_for}. The platform cannot deliver there. Use a public host name or address.",
        block.range, block.name, block.source
    )
}

fn private(zone: &Zone) -> String {
    let Zone { suffix, kind, .. } = zone;
    let reason = match kind {
        ZoneKind::Loopback => "is the name of the computer itself",
        ZoneKind::Network => "is used for names inside one network",
        ZoneKind::Nowhere => "is set aside for tests and never exists on the internet",
        ZoneKind::Elsewhere => "is not part of the public name system",
    };
    format!(
        "{suffix} {reason}, so the platform cannot deliver there. Use a public host name, or a tunnel that gives you one."
    )
}
