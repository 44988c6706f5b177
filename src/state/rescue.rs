//! Drafts as they survive a reload, or a console that stopped: without their secrets, in the tab's own storage.

use serde_json::Value;

use crate::subscription::kept::{Kept, WrongShape, object, optional_text, text};
use crate::subscription::{
    Attribute, Attributes, ConnectionKey, Draft, HeaderRow, HeadersDraft, Secret,
};

/// The storage key.
pub const DRAFTS: &str = "pegboard.drafts";

/// One draft, and what it was to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescued {
    pub connection: ConnectionKey,
    pub purpose: Purpose,
    pub draft: Draft,
}

/// What a draft is for. One that changes or replaces names the subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    New,
    Edit(String),
    Replace(String),
}

impl Purpose {
    const fn parts(&self) -> (&'static str, Option<&String>) {
        match self {
            Self::New => ("new", None),
            Self::Edit(id) => ("edit", Some(id)),
            Self::Replace(id) => ("replace", Some(id)),
        }
    }
}

/// Attributes that are kept, with the words for them.
const ATTRIBUTES: [(Attribute, &str); 7] = [
    (Attribute::Name, "name"),
    (Attribute::IncludeResources, "include"),
    (Attribute::Reference, "reference"),
    (Attribute::ReferenceOrigin, "origin"),
    (Attribute::Metadata, "metadata"),
    (Attribute::CreateDisabled, "disabled"),
    (Attribute::SalesChannels, "channels"),
];

impl Kept for Rescued {
    fn keep(&self) -> Value {
        let (purpose, id) = self.purpose.parts();
        let names = match &self.draft.headers {
            HeadersDraft::Rows(rows) => rows.iter().map(|row| row.name.as_str()).collect(),
            HeadersDraft::Json(_) => Vec::new(),
        };
        let mut members = vec![
            ("connection", Some(self.connection.as_str().into())),
            ("purpose", Some(purpose.into())),
            ("id", id.map(|id| id.as_str().into())),
            ("events", Some(self.draft.events.clone().into())),
            ("endpoint", Some(self.draft.endpoint.as_str().into())),
            ("headers", Some(names.into())),
        ];
        members.extend(ATTRIBUTES.map(|(attribute, word)| {
            let text = self.draft.attributes.get(&attribute);
            (word, (!text.is_empty()).then(|| text.into()))
        }));
        object(&mut members)
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        let id = || text(value, "id");
        let texts = |name: &str| -> Result<Vec<String>, WrongShape> {
            let all = value
                .get(name)
                .and_then(Value::as_array)
                .ok_or(WrongShape)?;
            let text = |it: &Value| it.as_str().map(str::to_owned).ok_or(WrongShape);
            all.iter().map(text).collect()
        };
        let mut attributes = Attributes::default();
        for (attribute, word) in ATTRIBUTES {
            attributes.set(attribute, optional_text(value, word).unwrap_or_default());
        }
        let row = |name| HeaderRow {
            name,
            value: Secret::default(),
        };
        Ok(Self {
            connection: ConnectionKey::recall(value, "connection")?,
            purpose: match text(value, "purpose")?.as_str() {
                "new" => Purpose::New,
                "edit" => Purpose::Edit(id()?),
                "replace" => Purpose::Replace(id()?),
                _ => return Err(WrongShape),
            },
            draft: Draft {
                events: texts("events")?,
                endpoint: text(value, "endpoint")?,
                headers: HeadersDraft::Rows(texts("headers")?.into_iter().map(row).collect()),
                attributes,
            },
        })
    }
}
