//! The one door to the WHATWG URL parser: the browser's own on wasm32, the `url` crate natively.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

use super::deviation::is_standard;

/// What the parser at hand reads, which in some browsers is more than the standard does.
#[cfg(target_arch = "wasm32")]
pub use browser::read;
#[cfg(not(target_arch = "wasm32"))]
pub use native::read;

/// What both parsers report, in the same words. Nothing else of either is used, so that the verdicts agree.
pub struct Url {
    /// Exactly what would be sent.
    pub href: String,
    /// In lower case, without the colon.
    pub scheme: String,
    pub user_info: bool,
    /// Serialised: punycode, dotted decimal IPv4, IPv6 in square brackets. Empty when there is none.
    pub host: String,
    /// Empty when it is the scheme's own.
    pub port: String,
    /// Path, query and fragment.
    pub rest: String,
}

impl Url {
    /// Only the hosts of these schemes are parsed as such; for others a host is any text.
    pub fn is_web(&self) -> bool {
        matches!(self.scheme.as_str(), "http" | "https")
    }

    /// The same address at another host or port, without user info.
    pub fn at(&self, host: &str, port: &str) -> String {
        let colon = if port.is_empty() { "" } else { ":" };
        format!("{}://{host}{colon}{port}{}", self.scheme, self.rest)
    }
}

/// User info, host and port as typed.
pub fn authority(typed: &str) -> &str {
    let after = typed.split_once(':').map_or("", |(_, after)| after);
    let mut parts = after
        .trim_start_matches(['/', '\\'])
        .split(['/', '\\', '?', '#']);
    parts.next().unwrap_or_default()
}

/// What the standard reads.
pub fn parse(text: &str) -> Option<Url> {
    read(text).filter(|url| is_standard(text, url))
}
