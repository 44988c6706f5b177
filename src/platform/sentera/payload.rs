//! How the payload of an event can be selected: it is one of several types, none of them documented in full.

use serde_json::Value;

use super::schema::{Type, items, name, named};

/// The selection of `payload`, with every plain field of its types; empty where none is known.
pub fn selection(event: &Value, payload: &Value) -> String {
    let Some(of) = named(event, "fields", "payload").map(Type::of) else {
        return String::new();
    };
    if of.is_leaf() {
        return "payload".to_owned();
    }
    let mut taken = Vec::new();
    let mut selections = Vec::new();
    for possible in items(payload, "possibleTypes") {
        let fields = fields(possible, &mut taken);
        if !fields.is_empty() {
            selections.push(format!("... on {} {{ {fields} }}", name(possible)));
        }
    }
    if selections.is_empty() {
        selections.push(fields(payload, &mut taken));
    }
    let selections = selections.join(" ");
    if selections.is_empty() {
        selections
    } else {
        format!("payload {{ {selections} }}")
    }
}

/// The plain fields of one type. Two types may have a field of one name and different types, which cannot both be selected
/// under that name: the later one then goes by the name of its type as well.
fn fields<'a>(of: &'a Value, taken: &mut Vec<(&'a str, &'a Value)>) -> String {
    let mut selected = Vec::new();
    for field in items(of, "fields").filter(|field| Type::of(field).is_leaf()) {
        let (field, kind) = (name(field), &field["type"]);
        let clashes = taken
            .iter()
            .any(|(known, other)| *known == field && *other != kind);
        selected.push(if clashes {
            format!("{field}_{}: {field}", name(of))
        } else {
            taken.push((field, kind));
            field.to_owned()
        });
    }
    selected.join(" ")
}
