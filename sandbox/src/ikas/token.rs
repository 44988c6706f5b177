/// What a token may do with webhooks. Which OAuth scope they need is not documented, ikas
/// contract, section 1.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Permission {
    Granted,
    Missing,
}

/// A token that ikas has issued to an app.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub value: &'static str,
    /// The `authorizedAppId`.
    pub app: &'static str,
    pub permission: Permission,
    pub expired: bool,
}
