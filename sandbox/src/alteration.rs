//! Changing one place of a JSON answer, as a platform does that was changed without a word.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What becomes of one member of an object, or of one item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alteration {
    /// It is missing.
    Remove,
    /// The member has another name.
    Rename(String),
    /// It has another value, such as null, or one that nobody knows. A member that is not there is added.
    Set(Value),
}

impl Alteration {
    /// `json` with the place changed to which the JSON pointer `at` leads; nothing where there is no such place.
    pub(crate) fn apply(self, mut json: Value, at: &str) -> Option<Value> {
        let (parent, name) = at.rsplit_once('/')?;
        // RFC 6901, section 4.
        let name = name.replace("~1", "/").replace("~0", "~");
        match json.pointer_mut(parent)? {
            Value::Object(members) => self.in_object(members, name)?,
            Value::Array(items) => self.in_list(items, name.parse().ok()?)?,
            _ => return None,
        }
        Some(json)
    }

    fn in_object(self, members: &mut Map<String, Value>, name: String) -> Option<()> {
        match self {
            Self::Remove => drop(members.remove(&name)?),
            Self::Rename(to) => {
                let value = members.remove(&name)?;
                members.insert(to, value);
            }
            Self::Set(value) => drop(members.insert(name, value)),
        }
        Some(())
    }

    fn in_list(self, items: &mut Vec<Value>, at: usize) -> Option<()> {
        let item = items.get_mut(at)?;
        match self {
            Self::Remove => drop(items.remove(at)),
            Self::Rename(_) => return None,
            Self::Set(value) => *item = value,
        }
        Some(())
    }
}
