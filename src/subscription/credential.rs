//! The access token of one connection.

use std::fmt;

/// An already issued access token, bound to the one API address that it may be sent to.
///
/// Opaque on purpose: it has no `Display` and no `Serialize`, its `Debug` is redacted, and it gives its text away only
/// as the `Authorization` value of a request to its own address. So no log, no storage and no other host can get it.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    token: String,
    api: String,
}

impl Credential {
    /// Takes a token as pasted; white space around it is never part of a token.
    pub fn new(token: &str, api: &str) -> Self {
        Self {
            token: token.trim().to_owned(),
            api: api.to_owned(),
        }
    }

    /// The value of the `Authorization` header for a request to `url`, or nothing when `url` is not the API address
    /// itself or a path below it.
    pub fn authorization(&self, url: &str) -> Option<String> {
        let rest = url.strip_prefix(self.api.as_str())?;
        // After an address that ends with a slash, or is empty, another slash would begin the name of another host.
        let below = rest.starts_with('/') && !self.api.is_empty() && !self.api.ends_with('/');
        let same = rest.is_empty() || rest.starts_with('?') || below;
        same.then(|| format!("Bearer {}", self.token))
    }

    /// What the token says of itself, when it is a readable JWT.
    pub fn claims(&self) -> Option<super::Claims> {
        super::Claims::read(&self.token)
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Credential([redacted])")
    }
}
