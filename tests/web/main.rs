//! What only a browser can prove: every component and page, driven by the events that a person causes.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

mod act;
mod attempts;
mod badge;
mod board;
mod combobox;
mod connect;
mod dialog;
mod drafts;
mod errors;
mod field;
mod headers;
mod headers_json;
mod icon;
mod json;
mod ledger;
mod ledger_rows;
mod listbox;
mod network;
mod notices;
mod page;
mod pending;
mod radio;
mod refusing;
mod remembered;
mod secret;
mod settings;
mod time;
mod transport;
mod unfinished;
mod validation;
mod views;
mod wait;
mod wall;
mod writes;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
