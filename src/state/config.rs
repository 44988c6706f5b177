//! `config.json`, which stands beside `index.html` and says where each platform's API is.

use serde_json::Value;

use crate::subscription::json;
use crate::subscription::{Access, Connection, Platform};

/// The deployment's settings. Taken whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    apis: [String; 4],
    /// Further origins that "API address" may name.
    pub allow: Vec<String>,
    /// How long a request may take, in milliseconds.
    pub timeout_ms: u32,
    pub demo: Vec<Demo>,
}

/// A connection that "Open the demo wall" makes. Its token is a demo token and no secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demo {
    pub platform: String,
    pub name: String,
    pub token: String,
    pub mode: Option<String>,
    pub integration_id: Option<String>,
    pub version: Option<String>,
    pub slug: Option<String>,
    pub organization_id: Option<String>,
    pub api: Option<String>,
}

/// Why a `config.json` is not used. The console then stops and says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    NotJson {
        line: usize,
        column: usize,
    },
    /// A key that does not exist, by its path.
    UnknownKey(String),
    /// A key whose value is of the wrong kind, and what is wanted.
    WrongValue {
        key: String,
        wanted: Wanted,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Object,
    Address,
    Origins,
    Milliseconds,
    Demo,
}

impl Default for Config {
    fn default() -> Self {
        let apis = Platform::ALL.map(|platform| default_api(platform).to_owned());
        Self {
            apis,
            allow: Vec::new(),
            timeout_ms: 15_000,
            demo: Vec::new(),
        }
    }
}

const fn default_api(platform: Platform) -> &'static str {
    match platform {
        Platform::HappyColis => "https://api-v3.happycolis.com/graphql",
        Platform::Ikas => "https://api.myikas.com/api/{version}/admin/graphql",
        Platform::CommerceLayer => "https://{slug}.commercelayer.io/api",
        Platform::Sentera => "https://api.sentera.com/graphql",
    }
}

impl Config {
    pub fn api(&self, platform: Platform) -> &str {
        &self.apis[platform as usize]
    }

    /// The address of one way in: the slug and the version are filled in, in paths too.
    pub fn api_for(&self, access: &Access) -> String {
        let api = self.api(access.platform());
        match access {
            Access::Ikas { version } => api.replace("{version}", version.key()),
            Access::CommerceLayer { slug, .. } if is_slug(slug) => api.replace("{slug}", slug),
            _ => api.to_owned(),
        }
    }

    /// The same connection, asked for in the other access mode or version; the person confirms it with a token. An
    /// address that this configuration gave is another one in the other version; one that was typed stays.
    pub fn in_other_way(&self, connection: Connection) -> Connection {
        let Some(access) = connection.access.other() else {
            return connection;
        };
        let api = if connection.api == self.api_for(&connection.access) {
            self.api_for(&access)
        } else {
            connection.api
        };
        Connection {
            access,
            api,
            ..connection
        }
    }

    /// Reads the text of a `config.json`. Keys that are absent keep their defaults.
    pub fn read(text: &str) -> Result<Self, ConfigError> {
        let value: Value = json::parse(text).map_err(|flaw| {
            let (line, column) = flaw.line_and_column(text);
            ConfigError::NotJson { line, column }
        })?;
        let mut config = Self::default();
        for (key, value) in object(&value, "config.json")? {
            match key.as_str() {
                "platforms" => config.read_platforms(value)?,
                "allow" => config.allow = read_origins(value)?,
                "timeoutMs" => config.timeout_ms = read_timeout(value)?,
                "demo" => config.demo = read_demo(value)?,
                _ => return Err(ConfigError::UnknownKey(key.clone())),
            }
        }
        Ok(config)
    }

    fn read_platforms(&mut self, value: &Value) -> Result<(), ConfigError> {
        for (name, settings) in object(value, "platforms")? {
            let path = format!("platforms.{name}");
            let platform =
                Platform::from_key(name).ok_or_else(|| ConfigError::UnknownKey(path.clone()))?;
            for (key, value) in object(settings, &path)? {
                let path = format!("{path}.{key}");
                if key != "api" {
                    return Err(ConfigError::UnknownKey(path));
                }
                let address = value.as_str().filter(|address| is_address(address));
                let address = address.ok_or_else(|| wrong(&path, Wanted::Address))?;
                address.clone_into(&mut self.apis[platform as usize]);
            }
        }
        Ok(())
    }
}

/// `https:`, a path on the console's own origin, or `http:` on loopback.
pub fn is_address(address: &str) -> bool {
    let loopback = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let on_loopback = loopback.iter().any(|start| {
        address
            .strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    let own_path = address.starts_with('/') && !address.starts_with("//");
    let secure = address
        .strip_prefix("https://")
        .is_some_and(|rest| !rest.is_empty());
    let plain =
        !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\' || c == '@');
    plain && (secure || own_path || on_loopback)
}

fn wrong(key: &str, wanted: Wanted) -> ConfigError {
    ConfigError::WrongValue {
        key: key.to_owned(),
        wanted,
    }
}

fn object<'a>(
    value: &'a Value,
    key: &str,
) -> Result<&'a serde_json::Map<String, Value>, ConfigError> {
    value.as_object().ok_or_else(|| wrong(key, Wanted::Object))
}

fn read_origins(value: &Value) -> Result<Vec<String>, ConfigError> {
    let origins = value
        .as_array()
        .ok_or_else(|| wrong("allow", Wanted::Origins))?;
    let origin = |value: &Value| {
        value
            .as_str()
            .filter(|origin| is_address(origin))
            .map(str::to_owned)
    };
    origins
        .iter()
        .map(|value| origin(value).ok_or_else(|| wrong("allow", Wanted::Origins)))
        .collect()
}

fn read_timeout(value: &Value) -> Result<u32, ConfigError> {
    let ms = value
        .as_u64()
        .and_then(|ms| u32::try_from(ms).ok())
        .filter(|ms| *ms > 0);
    ms.ok_or_else(|| wrong("timeoutMs", Wanted::Milliseconds))
}

fn read_demo(value: &Value) -> Result<Vec<Demo>, ConfigError> {
    let mut all = Vec::new();
    for entry in value
        .as_array()
        .ok_or_else(|| wrong("demo", Wanted::Demo))?
    {
        let mut demo = Demo::default();
        for (key, value) in object(entry, "demo")? {
            let text = value
                .as_str()
                .ok_or_else(|| wrong("demo", Wanted::Demo))?
                .to_owned();
            match key.as_str() {
                "platform" => demo.platform = text,
                "name" => demo.name = text,
                "token" => demo.token = text,
                "mode" => demo.mode = Some(text),
                "integrationId" => demo.integration_id = Some(text),
                "version" => demo.version = Some(text),
                "slug" => demo.slug = Some(text),
                "organizationId" => demo.organization_id = Some(text),
                "api" => demo.api = Some(text),
                _ => return Err(ConfigError::UnknownKey(format!("demo.{key}"))),
            }
        }
        if Platform::from_key(&demo.platform).is_none()
            || demo.name.is_empty()
            || demo.token.is_empty()
        {
            return Err(wrong("demo", Wanted::Demo));
        }
        all.push(demo);
    }
    Ok(all)
}

/// A slug becomes part of a host name, so nothing else may be in it.
pub fn is_slug(slug: &str) -> bool {
    !slug.is_empty()
        && slug
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
