//! The rules for the address that a platform will call.

use super::correction::correct;
use super::host::{self, HostFault};
use super::url::{self, Url};

/// Characters of the address as sent. No platform documents a limit; this is what servers and proxies carry safely.
pub const LONGEST_ENDPOINT: usize = 2_048;

/// An address that may be sent. Only [`endpoint`] makes one, and an edit may keep the one that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    typed: String,
    href: String,
}

impl Endpoint {
    /// The endpoint of what exists already, which is sent back as it is, or not at all.
    pub(super) fn existing(href: &str) -> Self {
        Self {
            typed: href.to_owned(),
            href: href.to_owned(),
        }
    }

    /// Exactly what will be sent.
    pub fn href(&self) -> &str {
        &self.href
    }

    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Whether the parser changed what was typed: the form then shows [`Self::href`] before anything is sent.
    pub fn changed(&self) -> bool {
        self.typed != self.href
    }
}

/// What is wrong with an address, and the address without that fault where a program can tell what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointProblem {
    pub fault: EndpointFault,
    pub corrected: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndpointFault {
    Missing,
    WhiteSpace,
    ControlCharacter,
    /// A character without width, such as a zero-width space, which comes along when text is copied.
    InvisibleCharacter,
    Backslash,
    /// No parser reads this as an address.
    Unreadable,
    NoScheme,
    /// The scheme found, which is not `https`.
    NotHttps(String),
    UserInfo,
    Host(HostFault),
    PortZero,
    Fragment,
    /// The number of characters of the address as it would be sent.
    TooLong(usize),
}

impl EndpointFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "endpoint-missing",
            Self::WhiteSpace => "endpoint-white-space",
            Self::ControlCharacter => "endpoint-control-character",
            Self::InvisibleCharacter => "endpoint-invisible-character",
            Self::Backslash => "endpoint-backslash",
            Self::Unreadable => "endpoint-unreadable",
            Self::NoScheme => "endpoint-no-scheme",
            Self::NotHttps(_) => "endpoint-not-https",
            Self::UserInfo => "endpoint-user-info",
            Self::Host(fault) => fault.code(),
            Self::PortZero => "endpoint-port-zero",
            Self::Fragment => "endpoint-fragment",
            Self::TooLong(_) => "endpoint-too-long",
        }
    }
}

impl EndpointProblem {
    pub const fn code(&self) -> &'static str {
        self.fault.code()
    }
}

/// Judges an address as typed.
pub fn endpoint(typed: &str) -> Result<Endpoint, Vec<EndpointProblem>> {
    let (url, faults) = judge(typed);
    match url {
        Some(url) if faults.is_empty() => Ok(Endpoint {
            typed: typed.to_owned(),
            href: url.href,
        }),
        url => Err(faults
            .into_iter()
            .map(|fault| EndpointProblem {
                corrected: correct(typed, url.as_ref(), &fault),
                fault,
            })
            .collect()),
    }
}

/// What would be refused in an address that a platform reports: such a row is shown as it is, and flagged.
pub fn flags(endpoint_as_read: &str) -> Vec<EndpointProblem> {
    endpoint(endpoint_as_read).err().unwrap_or_default()
}

/// The address as the parser reads it, if it does, and all that is wrong with it.
pub(super) fn judge(typed: &str) -> (Option<Url>, Vec<EndpointFault>) {
    if typed.trim().is_empty() {
        return (None, vec![EndpointFault::Missing]);
    }
    let mut faults = text_faults(typed);
    let url = read(typed);
    match &url {
        Some(url) => faults.extend(url_faults(typed, url)),
        None if has_scheme(typed) => faults.push(EndpointFault::Unreadable),
        None => faults.push(EndpointFault::NoScheme),
    }
    (url, faults)
}

fn text_faults(typed: &str) -> Vec<EndpointFault> {
    only_found([
        (
            typed.contains(char::is_whitespace),
            EndpointFault::WhiteSpace,
        ),
        (typed.contains(is_control), EndpointFault::ControlCharacter),
        (
            typed.contains(is_invisible),
            EndpointFault::InvisibleCharacter,
        ),
        (typed.contains('\\'), EndpointFault::Backslash),
    ])
}

fn url_faults(typed: &str, url: &Url) -> Vec<EndpointFault> {
    let not_https = EndpointFault::NotHttps(url.scheme.clone());
    if !url.is_web() {
        return vec![not_https];
    }
    // The parser silently drops an empty user name, as in `https://@shop.example/`.
    let user_info = url.user_info || url::authority(typed).contains('@');
    let mut faults = only_found([
        (url.scheme != "https", not_https),
        (user_info, EndpointFault::UserInfo),
    ]);
    faults.extend(host::faults(&url.host).into_iter().map(EndpointFault::Host));
    // A serialised address has no `#` but the one that begins the fragment, and keeps it for an empty one.
    let fragment = url.href.contains('#');
    let length = url.href.len();
    faults.extend(only_found([
        (url.port == "0", EndpointFault::PortZero),
        (fragment, EndpointFault::Fragment),
        (length > LONGEST_ENDPOINT, EndpointFault::TooLong(length)),
    ]));
    faults
}

fn only_found<const N: usize>(rules: [(bool, EndpointFault); N]) -> Vec<EndpointFault> {
    let broken = rules.into_iter().filter(|(broken, _)| *broken);
    broken.map(|(_, fault)| fault).collect()
}

/// Reads what was typed, if need be without the characters that do not belong into an address.
fn read(typed: &str) -> Option<Url> {
    let visible = visible(typed);
    url::parse(&visible).or_else(|| {
        let joined: String = visible.split_whitespace().collect();
        url::parse(&joined)
    })
}

/// The text without control and invisible characters, and without white space around it.
pub(super) fn visible(typed: &str) -> String {
    let unwanted = |c: char| is_control(c) || is_invisible(c);
    let visible: String = typed.chars().filter(|&c| !unwanted(c)).collect();
    visible.trim().to_owned()
}

fn has_scheme(typed: &str) -> bool {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    let before = typed.trim_start().split_once(':');
    before.is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(inside)
    })
}

/// Tabs and line breaks count as white space.
fn is_control(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
}

/// Soft hyphen, zero-width and direction marks, byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
