//! `config.json`, as the deployment contract describes it: checked whole before any of it is used.

use std::fmt;

use serde_json::{Map, Value};
use url::{Host, Url};

use crate::hosts::relay::PREFIX;

/// The platforms that can be configured.
const PLATFORMS: &[&str] = &["happycolis", "ikas", "commerce-layer", "sentera"];

/// What a demo connection may say; all of it is text.
const DEMO_KEYS: &[&str] = &[
    "platform",
    "name",
    "token",
    "mode",
    "integrationId",
    "version",
    "slug",
    "organizationId",
    "api",
];

/// The longest time limit that makes sense, in milliseconds.
const LONGEST_TIMEOUT: u64 = 600_000;

/// A configuration that is right in every part.
#[derive(Debug)]
pub struct Config {
    origins: Vec<String>,
    relays: bool,
}

/// What is wrong, and where.
#[derive(Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// Not JSON; line and column count from 1.
    Syntax {
        line: usize,
        column: usize,
        problem: String,
    },
    /// A key that is unknown, or whose value cannot be used. `key` is the way to it: `platforms.ikas.api`.
    Key { key: String, problem: String },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax {
                line,
                column,
                problem,
            } => write!(f, "line {line}, column {column}: {problem}."),
            Self::Key { key, problem } => write!(f, "{key} {problem}."),
        }
    }
}

impl std::error::Error for ConfigError {}

type Checked<T = ()> = Result<T, ConfigError>;

fn wrong<T>(key: &str, problem: impl Into<String>) -> Checked<T> {
    Err(ConfigError::Key {
        key: key.to_owned(),
        problem: problem.into(),
    })
}

impl Config {
    /// Reads and checks the whole file.
    pub fn parse(json: &str) -> Checked<Self> {
        let value: Value = serde_json::from_str(json).map_err(|error| ConfigError::Syntax {
            line: error.line(),
            column: error.column(),
            problem: syntax(&error),
        })?;
        let mut config = Self {
            origins: Vec::new(),
            relays: false,
        };
        let top = object("The file", &value)?;
        known(top, "", &["platforms", "allow", "timeoutMs", "demo"])?;
        for (key, value) in top {
            match key.as_str() {
                "platforms" => config.platforms(value)?,
                "allow" => config.allow(value)?,
                "timeoutMs" => timeout(value)?,
                _ => {}
            }
        }
        // Last, because a demo connection may only use an address that the rest allows.
        top.get("demo").map_or(Ok(()), |value| config.demo(value))?;
        Ok(config)
    }

    /// What the page may connect to besides its own origin, each as a content security policy writes it.
    pub fn origins(&self) -> &[String] {
        &self.origins
    }

    /// Whether a platform is reached by one of the relays that the files for hosts offer.
    pub fn relays(&self) -> bool {
        self.relays
    }

    fn add(&mut self, origin: Option<String>) {
        self.origins
            .extend(origin.filter(|origin| !self.origins.contains(origin)));
    }

    fn platforms(&mut self, value: &Value) -> Checked {
        let platforms = object("platforms", value)?;
        known(platforms, "platforms.", PLATFORMS)?;
        for (name, value) in platforms {
            let platform = object(&format!("platforms.{name}"), value)?;
            known(platform, &format!("platforms.{name}."), &["api"])?;
            let key = format!("platforms.{name}.api");
            let api = text(&key, platform.get("api"))?;
            self.add(address(&key, api)?);
            self.relays |= api.starts_with(PREFIX);
        }
        Ok(())
    }

    fn allow(&mut self, value: &Value) -> Checked {
        for (index, value) in list("allow", value)?.iter().enumerate() {
            let key = format!("allow[{index}]");
            let origin = text(&key, Some(value))?;
            match address(&key, origin)? {
                Some(serialized) if serialized == origin => self.add(Some(serialized)),
                Some(serialized) => {
                    return wrong(&key, format!("must be an origin alone: \"{serialized}\""));
                }
                None => {
                    return wrong(
                        &key,
                        "must be an origin (https://host); paths on the console's own are always allowed",
                    );
                }
            }
        }
        Ok(())
    }

    fn demo(&self, value: &Value) -> Checked {
        for (index, value) in list("demo", value)?.iter().enumerate() {
            let key = |name: &str| format!("demo[{index}].{name}");
            let connection = object(&format!("demo[{index}]"), value)?;
            known(connection, &key(""), DEMO_KEYS)?;
            for name in ["platform", "name", "token"] {
                text(&key(name), connection.get(name))?;
            }
            for (name, value) in connection {
                let value = text(&key(name), Some(value))?;
                let choices = match name.as_str() {
                    "platform" => PLATFORMS,
                    "mode" => &["integration", "oauth"],
                    "version" => &["v1", "v2"],
                    _ => continue,
                };
                if !choices.contains(&value) {
                    return wrong(&key(name), format!("must be one of {}", choices.join(", ")));
                }
            }
            if let Some(api) = connection.get("api") {
                let origin = address(&key("api"), text(&key("api"), Some(api))?)?;
                if let Some(origin) = origin.filter(|origin| !self.origins.contains(origin)) {
                    return wrong(
                        &key("api"),
                        format!("names {origin}, which neither platforms nor allow names"),
                    );
                }
            }
        }
        Ok(())
    }
}

/// serde_json's message without the position, which we say ourselves.
fn syntax(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message
        .split(" at line ")
        .next()
        .unwrap_or(&message)
        .to_owned()
}

fn known(object: &Map<String, Value>, prefix: &str, keys: &[&str]) -> Checked {
    match object.keys().find(|key| !keys.contains(&key.as_str())) {
        Some(key) => wrong(
            &format!("{prefix}{key}"),
            format!("is not a known key: use {}", keys.join(", ")),
        ),
        None => Ok(()),
    }
}

fn object<'a>(key: &str, value: &'a Value) -> Checked<&'a Map<String, Value>> {
    value
        .as_object()
        .map_or_else(|| wrong(key, "must be an object"), Ok)
}

fn list<'a>(key: &str, value: &'a Value) -> Checked<&'a Vec<Value>> {
    value
        .as_array()
        .map_or_else(|| wrong(key, "must be a list"), Ok)
}

fn text<'a>(key: &str, value: Option<&'a Value>) -> Checked<&'a str> {
    match value {
        Some(Value::String(text)) if !text.is_empty() => Ok(text),
        Some(_) => wrong(key, "must be a text that is not empty"),
        None => wrong(key, "is missing"),
    }
}

fn timeout(value: &Value) -> Checked {
    match value.as_u64() {
        Some(1..=LONGEST_TIMEOUT) => Ok(()),
        _ => wrong(
            "timeoutMs",
            format!("must be a whole number from 1 to {LONGEST_TIMEOUT}"),
        ),
    }
}

/// The origin of an API address; `None` for a path on the console's own.
fn address(key: &str, address: &str) -> Checked<Option<String>> {
    const STAND_IN: &str = "slug-stands-here";
    if address.starts_with('/') && !address.starts_with("//") && !address.contains('\\') {
        return Ok(None);
    }
    let Ok(url) = Url::parse(&address.replace("{slug}", STAND_IN)) else {
        return wrong(
            key,
            format!(
                "must be an https: address or a path that starts with /, and \"{address}\" is neither"
            ),
        );
    };
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    if !(url.scheme() == "https" || url.scheme() == "http" && loopback) {
        return wrong(
            key,
            format!(
                "must begin with https: (http: is for this machine alone), and \"{address}\" does not"
            ),
        );
    }
    if !url.username().is_empty() || url.password().is_some() {
        return wrong(key, "must not contain a user name or a password");
    }
    let origin = url.origin().ascii_serialization();
    let origin = origin.replacen(&format!("//{STAND_IN}."), "//*.", 1);
    if matches!(url.host(), Some(Host::Ipv6(_))) {
        return wrong(
            key,
            "names an IPv6 address, which a content security policy cannot: use a name or an IPv4 address",
        );
    }
    // A content security policy gives meaning to `;`, `,` and `'`, and a wildcard is one only as the whole first label.
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:/".contains(c);
    match origin.contains(STAND_IN)
        || !origin.replacen("//*.", "//", 1).chars().all(plain)
        || address.contains('*')
    {
        true => wrong(
            key,
            format!("names a host that cannot be used: \"{address}\""),
        ),
        false => Ok(Some(origin)),
    }
}
