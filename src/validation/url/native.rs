//! The parser of the `url` crate.

use url::quirks;

use super::Url;

pub fn read(text: &str) -> Option<Url> {
    let url = url::Url::parse(text).ok()?;
    Some(Url {
        href: quirks::href(&url).to_owned(),
        scheme: url.scheme().to_owned(),
        user_info: !(quirks::username(&url).is_empty() && quirks::password(&url).is_empty()),
        host: quirks::hostname(&url).to_owned(),
        port: quirks::port(&url).to_owned(),
        rest: [
            quirks::pathname(&url),
            quirks::search(&url),
            quirks::hash(&url),
        ]
        .concat(),
    })
}
