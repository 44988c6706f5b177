//! Reading and writing JSON.

mod read;

use serde_json::Value;

pub use read::{Flaw, Member, Syntax, members, parse};

/// The text of a value, without white space.
///
/// In the browser, texts and numbers are written by the browser's own `JSON`: serde_json's writer brings tables for
/// fractions that cost 5 kB of module, and nothing that the console writes has a fraction.
#[cfg(target_arch = "wasm32")]
pub fn print(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), _, _) => number.to_string(),
            (_, Some(number), _) => number.to_string(),
            (_, _, number) => stringify(&number.into()),
        },
        Value::String(text) => stringify(&text.as_str().into()),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(print).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                format!("{}:{}", stringify(&name.as_str().into()), print(value))
            };
            let members: Vec<String> = members.iter().map(member).collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

/// A text or a number always has a text in JSON.
#[cfg(target_arch = "wasm32")]
fn stringify(value: &wasm_bindgen::JsValue) -> String {
    js_sys::JSON::stringify(value)
        .map(Into::into)
        .unwrap_or_default()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn print(value: &Value) -> String {
    value.to_string()
}
