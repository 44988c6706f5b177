//! The address without a fault, where a program can tell what was meant.

use super::endpoint::{EndpointFault, judge, visible};
use super::host::HostFault;
use super::url::{self, Url};

/// Offers an address without the fault (a property proves that it is gone); where the scheme is a guess, only if nothing at
/// all is wrong with the result.
pub fn correct(typed: &str, url: Option<&Url>, fault: &EndpointFault) -> Option<String> {
    let draft = match url {
        Some(url) if url.is_web() || matches!(fault, EndpointFault::NotHttps(_)) => {
            mend(url, fault)?
        }
        None if *fault == EndpointFault::NoScheme => with_https(&visible(typed)),
        _ => return None,
    };
    let corrected = url::parse(&draft)?.href;
    let is_guess = match fault {
        EndpointFault::NoScheme => true,
        EndpointFault::NotHttps(scheme) => scheme != "http",
        _ => false,
    };
    let (_, left) = judge(&corrected);
    (left.is_empty() || !is_guess).then_some(corrected)
}

fn mend(url: &Url, fault: &EndpointFault) -> Option<String> {
    match fault {
        EndpointFault::NotHttps(scheme) => https(url, scheme),
        EndpointFault::WhiteSpace
        | EndpointFault::ControlCharacter
        | EndpointFault::InvisibleCharacter => Some(url.href.clone()),
        EndpointFault::Backslash => Some(url.href.replace('\\', "%5C")),
        EndpointFault::UserInfo => Some(url.at(&url.host, &url.port)),
        EndpointFault::Host(HostFault::FinalDot) => {
            // Of a host that is nothing but dots nothing is left, and the path would be taken for one.
            let name = url.host.trim_end_matches('.');
            (!name.is_empty()).then(|| url.at(name, &url.port))
        }
        EndpointFault::Host(HostFault::Special(_, special)) => match special.embedded {
            Some((address, None)) => Some(url.at(&address.to_string(), &url.port)),
            _ => None,
        },
        EndpointFault::PortZero => Some(url.at(&url.host, "")),
        EndpointFault::Fragment => url.href.split('#').next().map(str::to_owned),
        EndpointFault::Missing
        | EndpointFault::Unreadable
        | EndpointFault::NoScheme
        | EndpointFault::Host(_)
        | EndpointFault::TooLong(_) => None,
    }
}

fn https(url: &Url, scheme: &str) -> Option<String> {
    let after = url.href.strip_prefix(scheme)?.strip_prefix("://");
    // In `shop.example:8443/hook` the host was taken for a scheme.
    (scheme != "file").then(|| with_https(after.unwrap_or(&url.href)))
}

fn with_https(after: &str) -> String {
    format!("https://{}", after.trim_start_matches('/'))
}
