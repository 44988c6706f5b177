//! The one door to the WHATWG URL parser: the browser's own on wasm32, the `url` crate natively.

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

#[cfg(target_arch = "wasm32")]
pub fn parse(text: &str) -> Option<Url> {
    let url = web_sys::Url::new(text).ok()?;
    let url = Url {
        href: url.href(),
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        user_info: !(url.username().is_empty() && url.password().is_empty()),
        host: url.hostname(),
        port: url.port(),
        rest: url.pathname() + &url.search() + &url.hash(),
    };
    super::deviation::is_standard(text, &url).then_some(url)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn parse(text: &str) -> Option<Url> {
    use url::quirks;

    let url = url::Url::parse(text).ok()?;
    Some(Url {
        href: quirks::href(&url).to_owned(),
        scheme: url.scheme().to_owned(),
        user_info: !(quirks::username(&url).is_empty() && quirks::password(&url).is_empty()),
        host: quirks::hostname(&url).to_owned(),
        port: quirks::port(&url).to_owned(),
        rest: [
            quirks::pathname(&url),
            quirks::search(&url),
            quirks::hash(&url),
        ]
        .concat(),
    })
}
