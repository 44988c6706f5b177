//! The rules for the name of a custom header.

/// Characters in one name. HTTP has no limit; common servers refuse a line above 8,192.
pub const LONGEST_NAME: usize = 256;

/// What is wrong with a name. Names are never repeated here: a whole `Authorization: …` line pasted as a name is a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    Missing,
    /// The first character that an HTTP token (RFC 9110, section 5.6.2) cannot have, and the name without white space
    /// around it and colon after it, where that is a token.
    NotAToken {
        found: char,
        corrected: Option<String>,
    },
    Reserved(Reserved),
    /// The number of characters found.
    TooLong(usize),
    /// Another header has the same name, ignoring case.
    Repeated,
}

/// Why a header, named as it is reserved, cannot be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// It describes the message itself, and every delivery sets it.
    Message(&'static str),
    /// It belongs to one connection and is removed on the way (RFC 9110, section 7.6.1).
    Connection(&'static str),
    /// `Proxy-Authorization`, `Proxy-Connection` and whatever else a proxy takes for itself.
    Proxy,
    /// The platform sets it, such as its signature.
    Platform(&'static str),
}

const OF_MESSAGE: &[&str] = &["host", "content-type", "content-length", "expect"];

const OF_CONNECTION: &[&str] = &[
    "connection",
    "keep-alive",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "http2-settings",
];

impl NameFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "header-name-missing",
            Self::NotAToken { .. } => "header-name-not-a-token",
            Self::Reserved(_) => "header-name-reserved",
            Self::TooLong(_) => "header-name-too-long",
            Self::Repeated => "header-name-repeated",
        }
    }
}

/// Judges one name by itself; `platform` are the names that the platform sets, in lower case.
pub fn faults(name: &str, platform: &[&'static str]) -> Vec<NameFault> {
    let mut faults = Vec::new();
    if name.is_empty() {
        return vec![NameFault::Missing];
    }
    if let Some(found) = name.chars().find(|&c| !is_token_char(c)) {
        faults.push(NameFault::NotAToken {
            found,
            corrected: correct(name),
        });
    }
    if let Some(by) = reserved(name, platform) {
        faults.push(NameFault::Reserved(by));
    }
    let length = name.chars().count();
    if length > LONGEST_NAME {
        faults.push(NameFault::TooLong(length));
    }
    faults
}

pub fn is_token(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_token_char)
}

fn is_token_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

fn correct(name: &str) -> Option<String> {
    let name = name.trim().trim_end_matches(':').trim_end();
    is_token(name).then(|| name.to_owned())
}

fn reserved(name: &str, platform: &[&'static str]) -> Option<Reserved> {
    let name = name.to_ascii_lowercase();
    let known = |list: &[&'static str]| list.iter().copied().find(|reserved| *reserved == name);
    let proxy = name.starts_with("proxy-");
    known(OF_MESSAGE)
        .map(Reserved::Message)
        .or_else(|| known(OF_CONNECTION).map(Reserved::Connection))
        .or_else(|| known(platform).map(Reserved::Platform))
        .or_else(|| proxy.then_some(Reserved::Proxy))
}
