/// A token that Sentera has issued to a user.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub value: &'static str,
    /// The ids of the organizations that the user can access; the first is the one the user
    /// belongs to.
    pub organizations: Vec<&'static str>,
    pub expired: bool,
}

impl Token {
    pub fn can_access(&self, organization: &str) -> bool {
        self.organizations.contains(&organization)
    }
}
