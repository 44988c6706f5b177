//! What some platforms keep of a subscription beside its events, its endpoint and its headers.

use std::fmt;

use super::json;

/// One attribute. A form holds it as text, and so does everything here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// Commerce Layer: a name for people.
    Name,
    /// Commerce Layer: relationship paths that are delivered along, one a line.
    IncludeResources,
    /// Commerce Layer: an id of the merchant's own system, and the name of that system.
    Reference,
    ReferenceOrigin,
    /// Commerce Layer: a JSON object of the merchant's own.
    Metadata,
    /// Commerce Layer: [`Attribute::YES`] to create it disabled.
    CreateDisabled,
    /// ikas: ids of sales channels, one a line; none means all.
    SalesChannels,
    /// Sentera: one field of the callback authentication, by the name that the schema gives it. Always a secret.
    Authentication(String),
}

impl Attribute {
    pub const YES: &'static str = "yes";

    pub const fn is_secret(&self) -> bool {
        matches!(self, Self::Authentication(_))
    }
}

/// The attributes that are not empty, each once.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(Attribute, String)>);

impl Attributes {
    /// Empty when it was not set.
    pub fn get(&self, attribute: &Attribute) -> &str {
        let found = self.0.iter().find(|(known, _)| known == attribute);
        found.map_or("", |(_, text)| text)
    }

    pub fn set(&mut self, attribute: Attribute, text: String) {
        self.0.retain(|(known, _)| *known != attribute);
        if !text.is_empty() {
            self.0.push((attribute, text));
            self.0.sort();
        }
    }

    pub fn forget_secrets(&mut self) {
        self.0.retain(|(attribute, _)| !attribute.is_secret());
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Attribute, &str)> {
        self.0
            .iter()
            .map(|(attribute, text)| (attribute, text.as_str()))
    }

    /// Whether both say the same; JSON is compared by what it means.
    pub fn same(&self, other: &Self) -> bool {
        let all = self.0.iter().chain(&other.0);
        all.map(|(attribute, _)| attribute)
            .all(|attribute| self.has_same(other, attribute))
    }

    pub fn has_same(&self, other: &Self, attribute: &Attribute) -> bool {
        let (mine, theirs) = (self.get(attribute), other.get(attribute));
        let json = |text: &str| json::parse(text).ok();
        mine == theirs
            || (*attribute == Attribute::Metadata
                && json(mine).is_some()
                && json(mine) == json(theirs))
    }

    /// The items of an attribute that holds one a line.
    pub fn lines(&self, attribute: &Attribute) -> impl Iterator<Item = &str> {
        self.get(attribute).lines().filter(|line| !line.is_empty())
    }
}

/// Names only: metadata may be confidential, and an authentication is.
impl fmt::Debug for Attributes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list()
            .entries(self.0.iter().map(|(attribute, _)| attribute))
            .finish()
    }
}
