use std::fmt;

/// What a control names is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No integration, OAuth client, app or organization of this id.
    Owner(String),
    /// No subscription of this id.
    Subscription(String),
    /// No Commerce Layer webhook of this id.
    Webhook(String),
    /// No such token.
    Token,
    /// Data that JSON cannot carry.
    Data,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Owner(id) => write!(
                f,
                "No integration, OAuth client, app or organization has the id {id}."
            ),
            Self::Subscription(id) => write!(f, "No subscription has the id {id}."),
            Self::Webhook(id) => write!(f, "No webhook has the id {id}."),
            Self::Token => f.write_str("No such token was issued."),
            Self::Data => f.write_str("JSON cannot carry this data."),
        }
    }
}

impl std::error::Error for Unknown {}
