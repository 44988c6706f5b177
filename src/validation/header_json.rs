//! Headers as a JSON object, read so that nothing in the text is lost: the same key twice stays two headers.

use crate::subscription::json::print;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::header_name;
use super::json_syntax::{self, Syntax};
use super::place::{Place, Ruler};
use crate::subscription::HeaderRow;

/// What the text has instead of an object of strings. Values are never repeated here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonProblem {
    pub place: Place,
    pub fault: JsonFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    Syntax(Syntax),
    NotAnObject(Found),
    /// What stands where the string of this name should; a name that is no token may be a pasted secret, and is left out.
    NotAString(Option<String>, Found),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

impl Found {
    /// What a JSON value is shows in its first character.
    fn of(value: &str) -> Self {
        match value.as_bytes().first() {
            Some(b'{') => Self::Object,
            Some(b'[') => Self::Array,
            Some(b'"') => Self::String,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'n') => Self::Null,
            _ => Self::Number,
        }
    }
}

impl JsonProblem {
    pub const fn code(&self) -> &'static str {
        match self.fault {
            JsonFault::Syntax(_) => "headers-json-syntax",
            JsonFault::NotAnObject(_) => "headers-json-not-an-object",
            JsonFault::NotAString(..) => "headers-json-not-a-string",
        }
    }
}

/// One member of the object.
pub struct Entry {
    pub name: String,
    pub value: Result<String, JsonProblem>,
    pub name_place: Place,
    pub value_place: Place,
}

/// The text for rows, one header a line, exactly as they are: empty, repeated and faulty rows included.
pub fn rows_to_json(rows: &[HeaderRow]) -> String {
    let line = |row: &HeaderRow| format!("  {}: {}", quote(&row.name), quote(&row.value));
    let lines: Vec<String> = rows.iter().map(line).collect();
    match lines.as_slice() {
        [] => "{}".to_owned(),
        lines => format!("{{\n{}\n}}", lines.join(",\n")),
    }
}

fn quote(text: &str) -> String {
    print(&serde_json::Value::from(text))
}

/// The rows for a text, or all that keeps it from being rows. A blank text means no headers.
pub fn json_to_rows(text: &str) -> Result<Vec<HeaderRow>, Vec<JsonProblem>> {
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    for Entry { name, value, .. } in read(text).map_err(|problem| vec![problem])? {
        match value {
            Ok(value) => rows.push(HeaderRow { name, value }),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(rows)
    } else {
        Err(problems)
    }
}

/// The members of the object, in their order; an error where there is no object to take members from.
pub fn read(text: &str) -> Result<Vec<Entry>, JsonProblem> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let Members(members) = serde_json::from_str(text).map_err(|error| explain(text, &error))?;
    let mut ruler = Ruler::new(text);
    members
        .into_iter()
        .map(|(name, value)| {
            let name_place = ruler.place_of(name);
            let value_place = ruler.place_of(value);
            let name = decode(name, name_place)?;
            let value = match Found::of(value) {
                Found::String => Ok(decode(value, value_place)?),
                found => Err(JsonProblem {
                    place: value_place,
                    fault: JsonFault::NotAString(nameable(&name), found),
                }),
            };
            Ok(Entry {
                name,
                value,
                name_place,
                value_place,
            })
        })
        .collect()
}

fn nameable(name: &str) -> Option<String> {
    header_name::is_token(name).then(|| name.to_owned())
}

/// Only another kind of value than an object is a `data` error here: the members are taken as they are.
fn explain(text: &str, error: &serde_json::Error) -> JsonProblem {
    if error.is_data() {
        let value = text.trim();
        let place = Ruler::new(text).place_of(value);
        let fault = JsonFault::NotAnObject(Found::of(value));
        JsonProblem { place, fault }
    } else {
        let (syntax, place) = json_syntax::explain(text, error);
        JsonProblem {
            place,
            fault: JsonFault::Syntax(syntax),
        }
    }
}

/// Only a broken `\u` escape can be wrong in a string that the reader of the members has passed.
fn decode(raw: &str, place: Place) -> Result<String, JsonProblem> {
    let fault = JsonFault::Syntax(Syntax::Escape);
    serde_json::from_str(raw).map_err(|_| JsonProblem { place, fault })
}

/// The members as they stand in the text; a map of serde's would merge the same key.
struct Members<'t>(Vec<(&'t str, &'t str)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = map.next_entry::<&RawValue, &RawValue>()? {
                    members.push((name.get(), value.get()));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}
