use serde_json::{Map, Value};
use url::Url;

use super::{
    environment::Environment,
    record::{Kind, Record},
    refusal::{Flaw, Refusal},
    store::Store,
    switches::{DuplicateName, Switches, TopicRule},
    topics,
};
use crate::clock;

/// What a create or an update may set, Commerce Layer contract, section 3.
const WRITABLE: [&str; 7] = [
    "name",
    "topic",
    "callback_url",
    "include_resources",
    "reference",
    "reference_origin",
    "metadata",
];

/// What a create needs.
const REQUIRED: [&str; 2] = ["topic", "callback_url"];

/// The body of a create or an update, read but not yet judged.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Change {
    attributes: Map<String, Value>,
    disable: bool,
    enable: bool,
    reset_circuit: bool,
}

impl Change {
    /// Reads the body of a create.
    pub fn to_create(body: &[u8]) -> Result<Self, Refusal> {
        let data = data(body)?;
        if data.contains_key("id") {
            return Err(Refusal::ParamNotAllowed("id".to_owned()));
        }
        Self::read(&data, false)
    }

    /// Reads the body of an update of the webhook with this id.
    pub fn to_update(body: &[u8], id: &str) -> Result<Self, Refusal> {
        let data = data(body)?;
        match data.get("id") {
            Some(Value::String(given)) if given == id => Self::read(&data, true),
            Some(Value::String(given)) => Err(Refusal::KeyNotInUrl(given.clone())),
            Some(other) => Err(Refusal::KeyNotInUrl(other.to_string())),
            None => Err(Refusal::KeyMissing),
        }
    }

    fn read(data: &Map<String, Value>, update: bool) -> Result<Self, Refusal> {
        let mut change = Self::default();
        for (name, value) in &members(data, "attributes")? {
            match name.as_str() {
                "_disable" => change.disable = flag("_disable", value)?,
                "_enable" => change.enable = flag("_enable", value)?,
                "_reset_circuit" if update => {
                    change.reset_circuit = flag("_reset_circuit", value)?;
                }
                _ => {
                    let known = WRITABLE.iter().find(|known| *known == name);
                    let field = known.ok_or_else(|| Refusal::ParamNotAllowed(name.clone()))?;
                    check_form(field, value)?;
                    change.attributes.insert(name.clone(), value.clone());
                }
            }
        }
        match members(data, "relationships")?.keys().next() {
            Some(name) => Err(Refusal::ParamNotAllowed(name.clone())),
            None => Ok(change),
        }
    }

    /// Judges what is to be stored in `environment`; `of` is the webhook that is updated, if any. Only what
    /// was sent is judged, so that an older row can be changed elsewhere.
    pub fn validate(
        &self,
        store: &Store,
        switches: &Switches,
        environment: Environment,
        of: Option<&Record>,
    ) -> Result<(), Refusal> {
        let mut flaws = Vec::new();
        for field in REQUIRED {
            let text = match (self.attributes.get(field), of) {
                (None, Some(_)) => continue,
                (value, _) => value.and_then(Value::as_str).unwrap_or_default(),
            };
            let flaw = match field {
                _ if text.trim().is_empty() => Some(Flaw::Blank),
                "topic" => topic_flaw(text, switches.topics),
                _ => url_flaw(text),
            };
            flaws.extend(flaw.map(|flaw| (field, flaw)));
        }
        if let Some(name) = self.attributes.get("name").and_then(Value::as_str) {
            let other = |record: &&Record| {
                record.text("name") == Some(name) && of.is_none_or(|of| of.id != record.id)
            };
            match switches.duplicate_name {
                DuplicateName::Accepted => {}
                _ if store.of(Kind::Webhook, environment).find(other).is_none() => {}
                DuplicateName::Conflict => return Err(Refusal::NotUnique),
                DuplicateName::Invalid => flaws.push(("name", Flaw::Taken(name.to_owned()))),
            }
        }
        match flaws.is_empty() {
            true => Ok(()),
            false => Err(Refusal::Invalid(flaws)),
        }
    }

    /// Stores the change. `_enable` wins over `_disable` (section 13.2, assumption 5).
    pub fn apply(self, record: &mut Record) {
        let now = clock::iso();
        record.attributes.extend(self.attributes);
        if self.enable {
            record.set("disabled_at", Value::Null);
        } else if self.disable {
            record.set("disabled_at", now.clone());
        }
        if self.reset_circuit {
            record.set("circuit_state", "closed");
            record.set("circuit_failure_count", 0);
        }
        record.set("updated_at", now);
    }
}

/// The resource object of a body.
fn data(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    let body: Value = serde_json::from_slice(body).map_err(|_| Refusal::BadRequest)?;
    let data = match body.get("data") {
        Some(Value::Object(data)) => data,
        Some(_) => return Err(Refusal::InvalidDataFormat),
        None => return Err(Refusal::ParamMissing("data")),
    };
    match data.get("type") {
        Some(Value::String(kind)) if kind == Kind::Webhook.name() => Ok(data.clone()),
        Some(Value::String(kind)) => Err(Refusal::TypeMismatch(kind.clone())),
        Some(other) => Err(Refusal::TypeMismatch(other.to_string())),
        None => Err(Refusal::ParamMissing("type")),
    }
}

/// The members of an object that may be left out.
fn members(data: &Map<String, Value>, name: &'static str) -> Result<Map<String, Value>, Refusal> {
    match data.get(name) {
        None => Ok(Map::new()),
        Some(Value::Object(members)) => Ok(members.clone()),
        Some(_) => Err(Refusal::InvalidDataFormat),
    }
}

fn flag(name: &'static str, value: &Value) -> Result<bool, Refusal> {
    match value {
        Value::Bool(flag) => Ok(*flag),
        Value::Null => Ok(false),
        other => Err(Refusal::InvalidFieldValue(name, other.clone())),
    }
}

/// The JSON type of an attribute; every one may be null as far as its form goes.
fn check_form(field: &'static str, value: &Value) -> Result<(), Refusal> {
    let fits = match (field, value) {
        (_, Value::Null) => true,
        ("include_resources", Value::Array(paths)) => paths.iter().all(Value::is_string),
        ("metadata", value) => value.is_object(),
        (_, value) => value.is_string() && field != "include_resources",
    };
    match fits {
        true => Ok(()),
        false => Err(Refusal::InvalidFieldValue(field, value.clone())),
    }
}

fn topic_flaw(topic: &str, rule: TopicRule) -> Option<Flaw> {
    let accepted = match rule {
        TopicRule::Listed => topics::is_listed(topic),
        TopicRule::AnyForm => topics::has_form(topic),
    };
    (!accepted).then(|| Flaw::Inclusion(topic.to_owned()))
}

/// An absolute `http` or `https` URL (section 13.2, assumption 2).
fn url_flaw(text: &str) -> Option<Flaw> {
    let accepted = Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    (!accepted).then(|| Flaw::Invalid(text.to_owned()))
}
