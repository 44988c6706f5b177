use serde_json::{Map, Value, json};

use super::{
    environment::Environment,
    identity::{fresh, hex, id},
};
use crate::clock;

/// The two resources that the console uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Webhook,
    EventCallback,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Webhook, Self::EventCallback];

    /// The `type` of the resource, and its path.
    pub fn name(self) -> &'static str {
        match self {
            Self::Webhook => "webhooks",
            Self::EventCallback => "event_callbacks",
        }
    }

    /// Commerce Layer contract, sections 3 and 6.1.
    pub fn attributes(self) -> &'static [&'static str] {
        match self {
            Self::Webhook => &[
                "name",
                "topic",
                "callback_url",
                "include_resources",
                "disabled_at",
                "circuit_state",
                "circuit_failure_count",
                "shared_secret",
                "created_at",
                "updated_at",
                "reference",
                "reference_origin",
                "metadata",
            ],
            Self::EventCallback => &[
                "callback_url",
                "payload",
                "response_code",
                "response_message",
                "created_at",
                "updated_at",
                "reference",
                "reference_origin",
                "metadata",
            ],
        }
    }

    /// Section 11, contradiction 2: `versions` only where the switch says so.
    pub fn relationships(self, versions: bool) -> &'static [&'static str] {
        match self {
            Self::Webhook if versions => &["last_event_callbacks", "event_stores", "versions"],
            Self::Webhook => &["last_event_callbacks", "event_stores"],
            Self::EventCallback => &["webhook"],
        }
    }

    /// Section 5.2.
    pub fn sortable(self) -> &'static [&'static str] {
        match self {
            Self::Webhook => &[
                "id",
                "created_at",
                "updated_at",
                "reference",
                "reference_origin",
                "disabled_at",
                "circuit_state",
                "circuit_failure_count",
            ],
            Self::EventCallback => &[
                "id",
                "created_at",
                "updated_at",
                "reference",
                "reference_origin",
                "response_code",
                "response_message",
            ],
        }
    }

    /// Section 5.3; `metadata` needs a matcher that nobody here uses.
    pub fn filterable(self) -> &'static [&'static str] {
        match self {
            Self::Webhook => &[
                "id",
                "name",
                "topic",
                "disabled_at",
                "circuit_state",
                "circuit_failure_count",
                "reference",
                "reference_origin",
                "created_at",
                "updated_at",
            ],
            Self::EventCallback => &[
                "id",
                "webhook_id",
                "callback_url",
                "response_code",
                "response_message",
                "reference",
                "reference_origin",
                "created_at",
                "updated_at",
            ],
        }
    }
}

/// A stored resource. Its attributes are kept as JSON, so that a test can store what no rule of the
/// API would let in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    pub kind: Kind,
    pub id: String,
    pub environment: Environment,
    pub attributes: Map<String, Value>,
    /// The webhook that an event callback was made for.
    pub webhook: Option<String>,
}

impl Record {
    /// A webhook whose id and secret come from `seed`; what is not given is as in section 13.1, fact 5.
    pub fn webhook(environment: Environment, seed: &str, given: Map<String, Value>) -> Self {
        let now = clock::iso();
        let mut attributes = object(json!({
            "name": "webhook",
            "topic": null,
            "callback_url": null,
            "include_resources": [],
            "disabled_at": null,
            "circuit_state": "closed",
            "circuit_failure_count": 0,
            "shared_secret": secret(seed),
            "created_at": now,
            "updated_at": now,
            "reference": null,
            "reference_origin": null,
            "metadata": {}
        }));
        attributes.extend(given);
        Self {
            kind: Kind::Webhook,
            id: id(seed),
            environment,
            attributes,
            webhook: None,
        }
    }

    /// What came of one call of a webhook; `code` is the status as a string, section 6.1.
    pub fn callback(of: &Self, payload: Value, code: Option<String>, message: &str) -> Self {
        let now = clock::iso();
        let attributes = object(json!({
            "callback_url": of.attributes.get("callback_url"),
            "payload": payload,
            "response_code": code,
            "response_message": message,
            "created_at": now,
            "updated_at": now,
            "reference": null,
            "reference_origin": null,
            "metadata": {}
        }));
        Self {
            kind: Kind::EventCallback,
            id: id(&fresh()),
            environment: of.environment,
            attributes,
            webhook: Some(of.id.clone()),
        }
    }

    /// An attribute, or one of the two ids, by the name that sorts and filters give it.
    pub fn value(&self, name: &str) -> Value {
        match name {
            "id" => self.id.clone().into(),
            "webhook_id" => self.webhook.clone().into(),
            _ => self.attributes.get(name).cloned().unwrap_or_default(),
        }
    }

    /// An attribute that is a string.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.attributes.get(name)?.as_str()
    }

    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.attributes.insert(name.to_owned(), value.into());
    }
}

/// A shared secret: 32 hexadecimal digits.
fn secret(seed: &str) -> String {
    hex(format!("secret of {seed}")).chars().take(32).collect()
}

/// The members of a JSON object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
