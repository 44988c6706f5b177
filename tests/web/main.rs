//! What only a browser can prove: every component and page, driven by the events that a person causes.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod act;
mod asking;
mod attempts;
mod badge;
mod board;
mod combobox;
mod connect;
mod connect_platform;
mod demo;
mod details;
mod dialog;
mod discovered;
mod drafts;
mod editor_attributes;
mod editor_fields;
mod errors;
mod field;
mod filters;
mod headers;
mod headers_json;
mod icon;
mod json;
mod json_tree;
mod ledger;
mod ledger_rows;
mod listbox;
mod locking;
mod many;
mod network;
mod notices;
mod page;
mod pages;
mod pending;
mod platforms;
mod radio;
mod refusing;
mod remembered;
mod rename;
mod rescue;
mod secret;
mod settings;
mod signals;
mod switches;
mod time;
mod transport;
mod unfinished;
mod validation;
mod vault;
mod views;
mod wait;
mod waiting;
mod wall;
mod writes;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
