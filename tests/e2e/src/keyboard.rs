//! Keys, as WebDriver writes them.

use serde_json::{Value, json};

pub const NULL: char = '\u{e000}';
pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SHIFT: char = '\u{e008}';
pub const CONTROL: char = '\u{e009}';
pub const ESCAPE: char = '\u{e00c}';
pub const SPACE: char = ' ';
pub const DOWN: char = '\u{e015}';
pub const DELETE: char = '\u{e017}';

/// Every key of `keys` pressed and let go, one after another, wherever the focus is. Shift stays down until it comes again.
pub(crate) fn strokes(keys: &str) -> Value {
    let mut actions: Vec<Value> = Vec::new();
    let mut shifted = false;
    for key in keys.chars() {
        if key == SHIFT {
            shifted = !shifted;
        }
        if key != SHIFT || shifted {
            actions.push(json!({ "type": "keyDown", "value": key }));
        }
        if key != SHIFT || !shifted {
            actions.push(json!({ "type": "keyUp", "value": key }));
        }
    }
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}
