//! Every way in which a reply of JSON can differ from what it should be: a field missing, null, added, or with a value that
//! nobody knows. Generated from the reply itself.

use serde_json::{Value, json};

/// A field by its place. An item stands for every item of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub path: Vec<Step>,
    pub how: How,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Member(String),
    Items,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Missing,
    Null,
    Added,
    Unknown,
}

/// Fields whose values are words of a closed list.
const WORDS: [&str; 8] = [
    "health",
    "circuit_state",
    "status",
    "type",
    "scope",
    "topic",
    "event_types",
    "deleted",
];

/// Fields without which nobody knows which subscription it is, where it delivers, or how it is switched, and all that these
/// fields stand in.
const TELLING: [&str; 18] = [
    "data",
    "integration",
    "webhooks",
    "listWebhook",
    "list",
    "results",
    "attributes",
    "id",
    "sentera_id",
    "type",
    "scope",
    "topic",
    "event_types",
    "endPoint",
    "endpoint",
    "callback_url",
    "circuit_state",
    "disabled_at",
];

/// Every change of a reply.
pub fn every(reply: &Value) -> Vec<Change> {
    let mut all = Vec::new();
    walk(reply, &mut Vec::new(), &mut all);
    all
}

fn walk(value: &Value, path: &mut Vec<Step>, all: &mut Vec<Change>) {
    let mut add = |path: &[Step], how| {
        let path = path.to_vec();
        all.push(Change { path, how });
    };
    match value {
        Value::Object(members) => {
            add(path, How::Added);
            for (name, member) in members {
                path.push(Step::Member(name.clone()));
                let mut add = |how| {
                    let path = path.clone();
                    all.push(Change { path, how });
                };
                add(How::Missing);
                if !member.is_null() {
                    add(How::Null);
                }
                if WORDS.contains(&name.as_str()) {
                    add(How::Unknown);
                }
                walk(member, path, all);
                path.pop();
            }
        }
        Value::Array(items) => {
            if let Some(first) = items.first() {
                path.push(Step::Items);
                walk(first, path, all);
                path.pop();
            }
        }
        _ => {}
    }
}

impl Change {
    pub fn apply(&self, value: &mut Value) {
        apply(value, &self.path, self.how);
    }

    /// Such as `data.integration.webhooks[].id`.
    pub fn place(&self) -> String {
        let step = |step: &Step| match step {
            Step::Member(name) => format!(".{name}"),
            Step::Items => "[]".to_owned(),
        };
        self.path.iter().map(step).collect()
    }

    /// Whether it takes away what tells one subscription from another, or what was done to it.
    pub fn hides(&self) -> bool {
        let is_told =
            |step: &Step| matches!(step, Step::Member(name) if TELLING.contains(&name.as_str()));
        let last = self.path.iter().rev().find(|step| **step != Step::Items);
        self.how != How::Added && last.is_some_and(is_told)
    }
}

fn apply(value: &mut Value, path: &[Step], how: How) {
    match (path, &mut *value) {
        ([], Value::Object(members)) if how == How::Added => {
            members.insert("neverSeen".to_owned(), json!({ "a": [1, null] }));
        }
        ([Step::Items, rest @ ..], Value::Array(items)) => {
            for item in items {
                apply(item, rest, how);
            }
        }
        ([Step::Member(name)], Value::Object(members)) if how != How::Added => match how {
            How::Missing => drop(members.remove(name)),
            How::Null => drop(members.insert(name.clone(), Value::Null)),
            How::Unknown | How::Added => {
                let word: Value = "NEVER_SEEN".into();
                let is_list = members.get(name).is_some_and(Value::is_array);
                let word = if is_list { json!([word]) } else { word };
                members.insert(name.clone(), word);
            }
        },
        ([Step::Member(name), rest @ ..], Value::Object(members)) => {
            if let Some(member) = members.get_mut(name) {
                apply(member, rest, how);
            }
        }
        _ => {}
    }
}
