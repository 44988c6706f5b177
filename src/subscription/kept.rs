//! Small values as they are kept in JSON.
//!
//! serde's derived reading of tagged enums costs 5 to 10 kB of module each, so the three enums that are kept are read
//! by hand from a parsed value; everything around them stays derived.

use serde_json::{Map, Value};

/// A kept value that is not of the shape that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongShape;

impl std::fmt::Display for WrongShape {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("not of the shape that is kept")
    }
}

/// An object of the given members; those without a value are left out.
pub fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let present = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(present.collect::<Map<_, _>>())
}

/// A member that must be a text.
pub fn text(value: &Value, name: &str) -> Result<String, WrongShape> {
    optional_text(value, name).ok_or(WrongShape)
}

pub fn optional_text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}
