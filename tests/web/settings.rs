//! A `config.json` that cannot be used stops the console with a message.

use pegboard::pages::BadConfig;
use pegboard::state::config::{Config, ConfigError};
use pegboard::text::connect::config;
use pegboard::ui::ui;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::mount;

fn error(text: &str) -> ConfigError {
    Config::read(text).unwrap_err()
}

#[wasm_bindgen_test]
fn the_message_names_what_is_wrong() {
    for text in [
        "{",
        r#"{"colour": 1}"#,
        r#"{"timeoutMs": "a"}"#,
        r#"{"platforms": {"ikas": {"api": "x"}}}"#,
    ] {
        let page = mount(move || ui! { <BadConfig error=error(text) /> });
        let alert = page.texts("main [role=alert]").join("");
        assert!(alert.contains(&config(&error(text))), "{alert}");
        assert_eq!(page.texts("h1"), ["Pegboard cannot start"]);
    }
}
