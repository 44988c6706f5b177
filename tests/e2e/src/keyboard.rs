//! Keys, as WebDriver writes them.

use serde_json::{Value, json};

pub const NULL: char = '\u{e000}';
pub const BACKSPACE: char = '\u{e003}';
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SHIFT: char = '\u{e008}';
pub const CONTROL: char = '\u{e009}';
pub const ESCAPE: char = '\u{e00c}';
pub const SPACE: char = ' ';
pub const DOWN: char = '\u{e015}';
pub const UP: char = '\u{e013}';
pub const RIGHT: char = '\u{e014}';
pub const DELETE: char = '\u{e017}';

/// Every key of `keys` pressed and let go, one after another, wherever the focus is.
pub(crate) fn strokes(keys: &str) -> Value {
    let stroke = |key: char| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
    let actions: Vec<Value> = keys.chars().flat_map(stroke).collect();
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}
