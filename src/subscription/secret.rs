//! A text that nothing may repeat.

use std::fmt;

/// A header value, a signing secret or a token.
///
/// Opaque on purpose: it has no `Display` and no `Serialize`, and its `Debug` is redacted, so that no log, message or
/// snapshot can hold it. Whoever needs the text asks for it by [`Secret::expose`], which is easy to search for.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself: for the request that carries it, the rules that judge it, the masked field that it is typed in
    /// and the vault that encrypts it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("[redacted]")
    }
}
