//! `_headers`, which Netlify and Cloudflare Pages read alike. Both send modules as `application/wasm` by themselves.

use super::{IMMUTABLE, REVALIDATED};

/// Rules that apply to one file are added up by these hosts, so each file has one rule for its `Cache-Control`.
pub fn site(headers: &[(&str, String)]) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in headers {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for (path, caching) in [
        ("/", REVALIDATED),
        ("/index.html", REVALIDATED),
        ("/config.json", REVALIDATED),
        ("/assets/*", IMMUTABLE),
    ] {
        text.push_str(&format!("{path}\n  Cache-Control: {caching}\n"));
    }
    text
}
