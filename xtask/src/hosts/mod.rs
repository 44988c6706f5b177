//! The headers that a host should send and the relays that it may offer, for common hosts, all from one list.

mod caddy;
mod netlify;
mod nginx;
pub mod relay;

use crate::{config::Config, policy::Policy};

/// Path of the header file of Netlify and of Cloudflare Pages, which look for it at the top of what they serve.
pub const NETLIFY_AND_CLOUDFLARE: &str = "_headers";
/// Path of the file to include into nginx's configuration.
pub const NGINX: &str = "hosting/nginx.conf";
/// Path of the file that nginx's includes where the console uses a relay.
pub const NGINX_RELAY: &str = "hosting/relay.nginx.conf";
/// Path of the file to import into Caddy's configuration.
pub const CADDY: &str = "hosting/Caddyfile";
/// Path of the file that Caddy's imports where the console uses a relay.
pub const CADDY_RELAY: &str = "hosting/relay.Caddyfile";
/// Path of a `config.json` that uses a relay for every platform.
pub const RELAY_CONFIG: &str = "hosting/relay.config.json";

/// Where the files for nginx and Caddy suppose `dist/` to be.
pub const ROOT: &str = "/srv/pegboard";

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
/// Asked about at every visit, and answered by 304 while unchanged.
const REVALIDATED: &str = "no-cache";

/// What the console does not use. Copying is used, so clipboard-write is not here.
const UNUSED_FEATURES: &[&str] = &[
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The files for hosts of a `dist/` that is configured so: path in `dist/`, content.
pub fn files(config: &Config) -> [(&'static str, String); 6] {
    let headers = headers(&Policy::new(config.origins().to_vec()));
    [
        (NETLIFY_AND_CLOUDFLARE, netlify::site(&headers)),
        (NGINX, nginx::site(&headers, config.relays())),
        (NGINX_RELAY, nginx::relay()),
        (CADDY, caddy::site(&headers, config.relays())),
        (CADDY_RELAY, caddy::relay()),
        (RELAY_CONFIG, relay::config()),
    ]
}

/// Paths that are not for visitors.
const fn hidden() -> [&'static str; 6] {
    [
        NETLIFY_AND_CLOUDFLARE,
        NGINX,
        NGINX_RELAY,
        CADDY,
        CADDY_RELAY,
        RELAY_CONFIG,
    ]
}

/// Sent with every file.
pub fn headers(policy: &Policy) -> Vec<(&'static str, String)> {
    let unused: Vec<String> = UNUSED_FEATURES
        .iter()
        .map(|feature| format!("{feature}=()"))
        .collect();
    vec![
        ("Content-Security-Policy", policy.for_header()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", unused.join(", ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(json: &str) -> Config {
        Config::parse(json).unwrap()
    }

    #[test]
    fn every_host_sends_every_header() {
        let config = config(r#"{ "allow": ["https://api.example"] }"#);
        let files = files(&config);
        for path in [NETLIFY_AND_CLOUDFLARE, NGINX, CADDY] {
            let (_, content) = files.iter().find(|(of, _)| *of == path).unwrap();
            for (name, value) in headers(&Policy::new(config.origins().to_vec())) {
                let line = content.lines().find(|line| line.contains(name));
                assert!(
                    line.is_some_and(|line| line.contains(&value)),
                    "{path}: {name}"
                );
            }
            assert!(
                content.contains(IMMUTABLE) && content.contains(REVALIDATED),
                "{path}: caching"
            );
        }
    }

    #[test]
    fn no_value_ends_the_quotation_that_it_stands_in() {
        let policy = Policy::new(vec!["https://*.commercelayer.io".to_owned()]);
        assert!(
            headers(&policy)
                .iter()
                .chain(&relay::headers())
                .all(|(_, value)| !value.contains(['"', '\\', '\n', '$', '{']))
        );
    }

    #[test]
    fn the_relay_is_offered_only_where_the_configuration_uses_it() {
        let offered = |json: &str| {
            let files = files(&config(json));
            let live = |line: &&str| {
                ["include", "import"]
                    .iter()
                    .any(|word| line.trim_start().starts_with(word))
            };
            files
                .iter()
                .map(|(_, content)| content.lines().filter(live).count())
                .sum::<usize>()
        };
        assert_eq!(offered("{}"), 0);
        assert_eq!(
            offered(r#"{ "platforms": { "ikas": { "api": "/proxy/ikas" } } }"#),
            0
        );
        assert_eq!(offered(&relay::config()), 2, "nginx and Caddy");
    }
}
