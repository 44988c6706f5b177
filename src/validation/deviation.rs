//! Hosts that some browsers read although the URL standard calls them a failure. They are refused, as the `url` crate does.

use super::punycode;
use super::url::{Url, authority, read};

/// Whether the standard, too, reads this text as this address.
pub fn is_standard(text: &str, url: &Url) -> bool {
    !url.is_web()
        || !(keeps_a_space(url) || decodes_too_often(text, url) || has_false_punycode(url))
}

/// Chromium writes `a b.example` as `a%20b.example`.
fn keeps_a_space(url: &Url) -> bool {
    url.host.contains("%20")
}

/// Chromium decodes percent signs within square brackets, and those that were full-width before they were mapped.
fn decodes_too_often(text: &str, url: &Url) -> bool {
    let authority = authority(text).to_ascii_lowercase();
    let wide = ["\u{ff05}", "\u{fe6a}", "%ef%bc%85", "%ef%b9%aa"];
    (url.host.starts_with('[') && authority.contains('%'))
        || wide.iter().any(|sign| authority.contains(sign))
}

/// Chromium takes every label of ASCII as it is. A real one is what the parser itself makes of the name it stands for.
fn has_false_punycode(url: &Url) -> bool {
    if !url.host.split('.').any(|label| label.starts_with("xn--")) {
        return false;
    }
    let meant: Option<Vec<String>> = url.host.split('.').map(decode).collect();
    let meant = meant.map(|labels| format!("https://{}/", labels.join(".")));
    let made = meant.and_then(|meant| read(&meant));
    made.is_none_or(|made| made.host != url.host)
}

fn decode(label: &str) -> Option<String> {
    match label.strip_prefix("xn--") {
        Some(encoded) => punycode::decode(encoded),
        None => Some(label.to_owned()),
    }
}
