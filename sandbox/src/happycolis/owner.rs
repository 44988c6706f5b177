use std::fmt;

/// Who a token belongs to, and who owns a subscription. The stored `integrationType` of the
/// contract, section 1.6, is the variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The id of an integration.
    Integration(String),
    /// The id of an OAuth client.
    OauthClient(String),
}

impl Owner {
    /// The id, by which the control interface names an owner of either kind.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Integration(id) | Self::OauthClient(id) => id,
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
