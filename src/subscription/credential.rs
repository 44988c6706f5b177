//! The access token of one connection.

use super::Secret;

/// Letters of the shortest token that is looked for in an answer: a shorter one could be a part of any word.
const SHORTEST: usize = 12;

/// An already issued access token, bound to the one API address that it may be sent to.
///
/// It gives its text away only as the `Authorization` value of a request to its own address, and to the vault, which
/// encrypts it. So no log, no storage and no other host can get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// None once it was forgotten: the connection is locked.
    token: Option<Secret>,
    api: String,
}

impl Credential {
    /// Takes a token as pasted; white space around it is never part of a token.
    pub fn new(token: &str, api: &str) -> Self {
        Self {
            token: Some(Secret::new(token.trim())),
            api: api.to_owned(),
        }
    }

    /// Bound to the same address, without the token.
    #[must_use]
    pub fn forgotten(&self) -> Self {
        Self {
            token: None,
            api: self.api.clone(),
        }
    }

    pub const fn is_forgotten(&self) -> bool {
        self.token.is_none()
    }

    /// The token itself, for the vault alone, which encrypts it.
    pub fn to_be_sealed(&self) -> Option<&str> {
        self.token.as_ref().map(Secret::expose)
    }

    /// The value of the `Authorization` header for a request to `url`, or nothing when `url` is not the API address
    /// itself or a path below it.
    pub fn authorization(&self, url: &str) -> Option<String> {
        let rest = url.strip_prefix(self.api.as_str())?;
        // After an address that ends with a slash, or is empty, another slash would begin the name of another host.
        let below = rest.starts_with('/') && !self.api.is_empty() && !self.api.ends_with('/');
        let same = rest.is_empty() || rest.starts_with('?') || below;
        let token = self.to_be_sealed().filter(|_| same)?;
        Some(["Bearer ", token].concat())
    }

    /// Takes the token out of what a platform answered: its words are shown, and may repeat what was sent.
    pub fn hide_in(&self, answer: &mut String) {
        let token = self.to_be_sealed().unwrap_or_default();
        if token.len() >= SHORTEST && answer.contains(token) {
            *answer = answer.replace(token, "[token]");
        }
    }

    /// What the token says of itself, when it is a readable JWT.
    pub fn claims(&self) -> Option<super::Claims> {
        super::Claims::read(self.to_be_sealed()?)
    }
}
