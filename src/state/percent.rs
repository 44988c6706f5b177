//! Percent-encoding, as links need it. In the browser by the browser: a library for it costs 1 kB of module.

#[cfg(target_arch = "wasm32")]
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// What is not encoded properly is left as it is.
#[cfg(target_arch = "wasm32")]
pub fn decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), Into::into)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// What is not encoded properly is left as it is.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}
