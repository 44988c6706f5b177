//! What a relay passes on: exactly the calls that the console makes, to exactly the hosts of the platforms.

use serde_json::{Value, json};

/// Every relay is below this path of the console's own origin.
pub const PREFIX: &str = "/relay/";

/// The way to one platform. `{slug}`, `{version}` and `{resource}` stand for what their [`PARTS`] describe.
pub struct Relay {
    /// The platform's key in `config.json`.
    pub platform: &'static str,
    /// The path on the console's own origin.
    pub path: &'static str,
    /// The host that is called, by its name and with a certificate for it.
    pub host: &'static str,
    /// The path there.
    pub target: &'static str,
    /// Whether a query is passed on.
    pub query: bool,
    pub methods: &'static [&'static str],
}

pub const RELAYS: [Relay; 4] = [
    Relay {
        platform: "happycolis",
        path: "/relay/happycolis/graphql",
        host: "api-v3.happycolis.com",
        target: "/graphql",
        query: false,
        methods: &["POST"],
    },
    Relay {
        platform: "ikas",
        path: "/relay/ikas/api/{version}/admin/graphql",
        host: "api.myikas.com",
        target: "/api/{version}/admin/graphql",
        query: false,
        methods: &["POST"],
    },
    Relay {
        platform: "commerce-layer",
        path: "/relay/commerce-layer/{slug}/api/{resource}",
        host: "{slug}.commercelayer.io",
        target: "/api/{resource}",
        query: true,
        methods: &["GET", "POST", "PATCH", "DELETE"],
    },
    Relay {
        platform: "sentera",
        path: "/relay/sentera/graphql",
        host: "api.sentera.com",
        target: "/graphql",
        query: false,
        methods: &["POST"],
    },
];

/// The variable parts of paths and hosts, as regular expressions. None of them lets a character through that means
/// something in an address, so a path names no other host and no other path than it shows. A slug is one label of a host name.
pub const PARTS: [(&str, &str); 3] = [
    ("slug", "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"),
    ("version", "v1|v2"),
    (
        "resource",
        "(?:webhooks|event_callbacks)(?:/[A-Za-z0-9_-]+)?",
    ),
];

/// The request headers that are passed on, and nothing else of the browser's: no cookie, no address, no referrer.
pub const PASSED: [&str; 3] = ["Authorization", "Content-Type", "Accept"];

/// Answer headers that are not passed on. A platform's answer comes from the console's own origin here: it must not open
/// it to others, set cookies or rules for it, or lead the browser elsewhere.
pub const HIDDEN: &[&str] = &[
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Headers",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Private-Network",
    "Access-Control-Expose-Headers",
    "Access-Control-Max-Age",
    "Alt-Svc",
    "Cache-Control",
    "Clear-Site-Data",
    "Content-Security-Policy",
    "Cross-Origin-Resource-Policy",
    "Expires",
    "Link",
    "Location",
    "NEL",
    "Pragma",
    "Refresh",
    "Report-To",
    "Reporting-Endpoints",
    "Service-Worker-Allowed",
    "Set-Cookie",
    "SourceMap",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
];

/// Sent with every answer of a relay, in place of the headers of the console's files.
pub fn headers() -> Vec<(&'static str, String)> {
    [
        (
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'; sandbox",
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

impl Relay {
    /// The value for `config.json`; the console itself adds the resource.
    pub fn api(&self) -> &'static str {
        self.path.strip_suffix("/{resource}").unwrap_or(self.path)
    }

    /// Whether the path is always the same.
    pub fn is_fixed(&self) -> bool {
        !self.path.contains('{')
    }

    /// The regular expression of the whole path; `group` writes the beginning of a named group.
    pub fn pattern(&self, group: impl Fn(&str) -> String) -> String {
        let path = filled(self.path, |name, pattern| {
            format!("{}{pattern})", group(name))
        });
        format!("^{path}$")
    }
}

/// A template with its variable parts as `fill` writes them, given their name and pattern.
pub fn filled(template: &str, fill: impl Fn(&str, &str) -> String) -> String {
    PARTS
        .iter()
        .fold(template.to_owned(), |text, (name, pattern)| {
            text.replace(&format!("{{{name}}}"), &fill(name, pattern))
        })
}

/// A `config.json` that uses every relay.
pub fn config() -> String {
    let platforms = RELAYS.map(|relay| (relay.platform.to_owned(), json!({ "api": relay.api() })));
    let platforms: Value = platforms.into_iter().collect();
    format!("{:#}\n", json!({ "platforms": platforms }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn the_configuration_for_relays_is_right_and_names_no_other_origin() {
        let config = Config::parse(&config()).unwrap();
        assert!(config.origins().is_empty() && config.relays());
    }

    #[test]
    fn every_platform_that_can_be_configured_has_a_relay_to_its_default_host() {
        let shipped: Value =
            serde_json::from_str(include_str!("../../../public/config.json")).unwrap();
        let platforms = shipped["platforms"].as_object().unwrap();
        assert_eq!(platforms.len(), RELAYS.len());
        for relay in RELAYS {
            let api = platforms[relay.platform]["api"].as_str().unwrap();
            let target = relay.target.strip_suffix("/{resource}");
            let target = target.unwrap_or(relay.target);
            assert_eq!(api, format!("https://{}{target}", relay.host));
        }
    }

    #[test]
    fn a_relay_that_is_fixed_has_no_variable_part_in_its_target_either() {
        for relay in RELAYS.iter().filter(|relay| relay.is_fixed()) {
            assert!(!relay.host.contains('{') && !relay.target.contains('{'));
        }
    }
}
