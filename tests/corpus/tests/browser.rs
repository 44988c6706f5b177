//! The verdicts with the browser's `URL`.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "in a test it is an assertion")]

use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn judge() {
    for line in corpus::lines().unwrap() {
        console_log!("{line}");
    }
}
