use std::fmt;

use super::owner::Owner;

/// A right that an operation needs, HappyColis contract, section 1.7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    ViewIntegrations,
    EditIntegrations,
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ViewIntegrations => "view_integrations",
            Self::EditIntegrations => "edit_integrations",
        })
    }
}

/// A token that the platform has issued.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub value: String,
    pub owner: Owner,
    pub organization: &'static str,
    pub scopes: Vec<Scope>,
    pub expired: bool,
}
