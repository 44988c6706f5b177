//! Reading the answer to an introspection (Sentera contract, section 3.6).

use serde_json::Value;

/// The type of what the console is about (section 2).
pub const SUBSCRIPTION: &str = "WebhookSubscription";

/// Members of a list; none where there is no list.
pub fn items<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

pub fn name(value: &Value) -> &str {
    value
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// The member of a list with this name.
pub fn named<'a>(value: &'a Value, list: &str, wanted: &str) -> Option<&'a Value> {
    items(value, list).find(|item| name(item) == wanted)
}

/// The type of a field or an argument, without its wrappers.
#[derive(Clone, Copy)]
pub struct Type<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub list: bool,
    /// Whether it cannot be null.
    pub required: bool,
}

impl<'a> Type<'a> {
    pub fn of(field: &'a Value) -> Self {
        let kind = |at: &'a Value| at.get("kind").and_then(Value::as_str).unwrap_or_default();
        let mut at = field.get("type").unwrap_or(&Value::Null);
        let required = kind(at) == "NON_NULL";
        let mut list = false;
        while let Some(inner) = at.get("ofType").filter(|inner| !inner.is_null()) {
            list |= kind(at) == "LIST";
            at = inner;
        }
        Self {
            name: name(at),
            kind: kind(at),
            list,
            required,
        }
    }

    /// A scalar or an enum, which is selected by its name alone.
    pub fn is_leaf(self) -> bool {
        matches!(self.kind, "SCALAR" | "ENUM")
    }
}

/// Whether an argument takes one id.
pub fn is_id(argument: &Value) -> bool {
    let of = Type::of(argument);
    of.name == "ID" && !of.list
}
