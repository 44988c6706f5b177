//! Upper and lower case taken as equal.

/// The text in lower case, by the browser: Rust's own tables for it cost 11 kB of module.
#[cfg(target_arch = "wasm32")]
pub fn fold(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(not(target_arch = "wasm32"))]
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
