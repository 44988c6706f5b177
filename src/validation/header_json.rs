//! Headers as a JSON object, read so that nothing in the text is lost: the same key twice stays two headers.

use serde_json::Value;

use super::header_name;
use super::place::{Place, Ruler};
use crate::subscription::json::{self, Member, Syntax, print};
use crate::subscription::{HeaderRow, Secret};

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
    const fn of(value: &Value) -> Self {
        match value {
            Value::Object(_) => Self::Object,
            Value::Array(_) => Self::Array,
            Value::String(_) => Self::String,
            Value::Bool(_) => Self::Boolean,
            Value::Null => Self::Null,
            Value::Number(_) => Self::Number,
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
    pub value: Result<Secret, JsonProblem>,
    pub name_place: Place,
    pub value_place: Place,
}

/// The text for rows, one header a line, exactly as they are: empty, repeated and faulty rows included.
pub fn rows_to_json(rows: &[HeaderRow]) -> String {
    let line = |row: &HeaderRow| format!("  {}: {}", quote(&row.name), quote(row.value.expose()));
    let lines: Vec<String> = rows.iter().map(line).collect();
    match lines.as_slice() {
        [] => "{}".to_owned(),
        lines => format!("{{\n{}\n}}", lines.join(",\n")),
    }
}

fn quote(text: &str) -> String {
    print(&Value::from(text))
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
    let mut ruler = Ruler::new(text);
    let members = json::members(text).map_err(|flaw| JsonProblem {
        place: Ruler::new(text).place(flaw.from, flaw.to),
        fault: JsonFault::Syntax(flaw.syntax),
    })?;
    let members = members.map_err(|other| JsonProblem {
        place: Ruler::new(text).place_of(text.trim()),
        fault: JsonFault::NotAnObject(Found::of(&other)),
    })?;
    let entry = |member: Member| {
        let name_place = ruler.place_of(member.raw_name);
        let value_place = ruler.place_of(member.raw_value);
        let value = match member.value {
            Value::String(value) => Ok(Secret::new(value)),
            other => Err(JsonProblem {
                place: value_place,
                fault: JsonFault::NotAString(nameable(&member.name), Found::of(&other)),
            }),
        };
        Entry {
            name: member.name,
            value,
            name_place,
            value_place,
        }
    };
    Ok(members.into_iter().map(entry).collect())
}

fn nameable(name: &str) -> Option<String> {
    header_name::is_token(name).then(|| name.to_owned())
}
