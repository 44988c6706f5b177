//! JSON as a tree that opens and closes, by native disclosure.

use serde_json::Value;

use crate::subscription::json::print;
use crate::ui::{Html, ui};

/// A value under its name; objects and lists can be closed.
pub fn json_tree(name: &str, value: &Value) -> Html {
    let children: Vec<Html> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| json_tree(name, value))
            .collect(),
        Value::Array(items) => {
            let item = |(at, value): (usize, &Value)| json_tree(&at.to_string(), value);
            items.iter().enumerate().map(item).collect()
        }
        leaf => {
            return ui! { <div class="leaf"><span class="muted">{name}</span> " " <code>{print(leaf)}</code></div> };
        }
    };
    let count = children.len().to_string();
    ui! {
        <details class="branch" open=true>
            <summary>{name} " " <span class="muted">"(" {count} ")"</span></summary>
            {children}
        </details>
    }
}
