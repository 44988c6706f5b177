//! Controls that know nothing of platforms, requests or the board: what they show and say is given to them.

mod badge;
mod choices;
mod combobox;
mod dialog;
mod error_line;
mod focus;
mod headers;
mod icon;
mod json_tree;
mod many;
mod radio;
mod secret;
mod text_field;

pub use badge::{Anchor, Badge};
pub use choices::{Choice, ChoiceGroup};
pub use combobox::Combobox;
pub use dialog::{Dialog, Kind};
pub use error_line::{ErrorLine, ErrorLines};
pub use focus::{focus_id, restore_focus};
pub use headers::{HeaderErrors, HeadersEditor};
pub use icon::{Icon, Shape};
pub use json_tree::json_tree;
pub use many::Many;
pub use radio::{RadioGroup, RadioOption};
pub use secret::SecretField;
pub use text_field::{TextArea, TextField};
