//! The words of the connect page.

use crate::state::config::{ConfigError, Wanted};

pub const TITLE: &str = "Connect a platform";
pub const LEAD: &str = "See every webhook of your shop, and whether it works.";
pub const PLATFORM: &str = "Platform";
pub const ACCESS_MODE: &str = "Access mode";
pub const INTEGRATION_ID: &str = "Integration ID";
pub const INTEGRATION_HELP: &str = "With it, Pegboard reads the list and the health of all subscriptions of this integration. Without it, you see what was created here.";
pub const TOKEN: &str = "Access token";
pub const TOKEN_HELP: &str = "Stays in this tab’s memory, and is forgotten on reload. It is sent to the API address and nowhere else.";
pub const SHOW_TOKEN: &str = "Show token";
pub const HIDE_TOKEN: &str = "Hide token";
pub const NAME: &str = "Connection name";
pub const NAME_HELP: &str = "The same name brings back what Pegboard remembers of this connection.";
pub const OPTIONAL: &str = "optional";
pub const CONNECT: &str = "Connect";
pub const CANCEL: &str = "Back to subscriptions";
pub const ADVANCED: &str = "Advanced";
pub const API_ADDRESS: &str = "API address";
pub const API_HELP: &str =
    "Your token is sent here. Other addresses must be allowed in config.json.";
pub const DEMO: &str = "Open the demo wall";
pub const DEMO_HELP: &str = "This installation has demo connections with made-up data.";
pub const REMEMBERED: &str = "Remembered on this device";
pub const REMEMBERED_HELP: &str = "Tokens are never kept. Give the token again to open one.";
pub const HOW: &str = "How do I get a token?";
pub const HOW_INTEGRATION: &str = "HappyColis issues the token of an integration app: in the dashboard as integration_token, or when an organization installs your app. Ask contact@happycolis.com if you do not see one. The token needs the scopes view_integrations and edit_integrations.";
pub const HOW_OAUTH: &str = "Your own server exchanges the client ID and secret for an access token, at the path /token of HappyColis’ OAuth host, which HappyColis does not document. The token lives about an hour. Pegboard never asks for the client secret.";
pub const UNPROVEN: &str = "What connecting proves";
pub const PROVES_LIST: &str = "With an integration ID, connecting reads the list: this proves the address, the token and the scope view_integrations. Whether the token may edit (edit_integrations) shows with the first change.";
pub const PROVES_TOKEN: &str = "Connecting only proves that the address answers and does not refuse the token. Whether the access mode is right and the token may edit shows with the first change. What you typed stays if it is refused.";
pub const TOKEN_MISSING: &str = "Paste the access token.";
pub const API_INVALID: &str = "Use an address that begins with https://, a path on this site that begins with /, or http:// on this computer.";
pub const OTHER_MODE: &str = "Try the other access mode";

pub fn api_not_allowed(origin: &str) -> String {
    format!(
        "This installation does not allow {origin}. Whoever hosts Pegboard can add it under \"allow\" in config.json."
    )
}

/// What a readable token says of its own end.
pub fn expires(when: &str) -> String {
    format!("This token says of itself that it expires {when}.")
}

pub const RECONNECT: &str = "Reconnect";

pub fn reconnect(name: &str) -> String {
    format!("{RECONNECT} {name}")
}

/// The whole message of a `config.json` that is not used.
pub fn config(error: &ConfigError) -> String {
    match error {
        ConfigError::NotJson { line, column } => {
            format!("config.json is not valid JSON: line {line}, column {column}.")
        }
        ConfigError::UnknownKey(key) => {
            format!("config.json has a key that Pegboard does not know: {key}.")
        }
        ConfigError::WrongValue { key, wanted } => {
            let wanted = match wanted {
                Wanted::Object => "an object",
                Wanted::Address => {
                    "an address: https://…, a path that begins with /, or http:// on loopback"
                }
                Wanted::Origins => "a list of origins, such as [\"https://relay.example.com\"]",
                Wanted::Milliseconds => "a number of milliseconds above 0",
                Wanted::Demo => "a list of connections with platform, name and token",
            };
            format!("config.json: {key} must be {wanted}.")
        }
    }
}

pub const CONFIG_TITLE: &str = "Pegboard cannot start";
pub const CONFIG_HELP: &str =
    "Nothing of the file was used. Whoever hosts Pegboard has to correct it.";
