//! The parser of the browser.

use super::Url;

pub fn read(text: &str) -> Option<Url> {
    let url = web_sys::Url::new(text).ok()?;
    Some(Url {
        href: url.href(),
        scheme: url.protocol().trim_end_matches(':').to_owned(),
        user_info: !(url.username().is_empty() && url.password().is_empty()),
        host: url.hostname(),
        port: url.port(),
        rest: url.pathname() + &url.search() + &url.hash(),
    })
}
