//! Values as they are kept in JSON, in the browser's storage and in files.
//!
//! They are read from a parsed `Value` by hand: the code that serde derives for the same costs several kB of module for
//! every type.

use serde_json::{Map, Value};

/// Something that is kept. Reading is strict: what was not written by this console is not guessed at.
pub trait Kept: Sized {
    fn keep(&self) -> Value;

    fn recall(value: &Value) -> Result<Self, WrongShape>;
}

/// A kept value that is not of the shape that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongShape;

/// An object of the given members; those without a value are left out.
pub fn object(members: &mut [(&str, Option<Value>)]) -> Value {
    let mut object = Map::new();
    for (name, value) in members {
        if let Some(value) = value.take() {
            object.insert((*name).to_owned(), value);
        }
    }
    Value::Object(object)
}

/// A member that must be a text.
pub fn text(value: &Value, name: &str) -> Result<String, WrongShape> {
    optional_text(value, name).ok_or(WrongShape)
}

pub fn optional_text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

/// A list of which every item must be readable.
pub fn list<T: Kept>(value: &Value) -> Result<Vec<T>, WrongShape> {
    let mut items = Vec::new();
    for item in value.as_array().ok_or(WrongShape)? {
        items.push(T::recall(item)?);
    }
    Ok(items)
}

/// An item of a list of texts.
impl Kept for String {
    fn keep(&self) -> Value {
        self.as_str().into()
    }

    fn recall(value: &Value) -> Result<Self, WrongShape> {
        value.as_str().map(str::to_owned).ok_or(WrongShape)
    }
}
