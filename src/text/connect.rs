//! The words of the connect page.

use crate::platform::Cause;
use crate::state::config::{ConfigError, Wanted};
use crate::subscription::{Access, HappyColisMode, Platform};

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
pub const REMEMBERED_HELP: &str =
    "Give the token again to open one, or the passphrase where you chose to keep it.";
pub const HOW: &str = "How do I get a token?";
pub const UNPROVEN: &str = "What connecting proves";
pub const API_VERSION: &str = "API version";
pub const IKAS_ADVICE: &str = "ikas advises against calling its API from a browser, because the token would be in the browser. Pegboard keeps the token in this tab’s memory only. If the browser blocks the call, or you do not want it there, ask whoever hosts Pegboard for a relay.";
pub const SLUG: &str = "Organization slug";
pub const SLUG_HELP: &str = "The first part of your Commerce Layer address. Filled in from the token, where it can be read.";
pub const SLUG_MISSING: &str = "Type the slug of your organization, in letters, digits and hyphens: it is part of the API address.";
pub const SALES_CHANNEL: &str =
    "This is a sales channel token. It cannot manage webhooks: get one of an integration.";
pub const ORGANIZATION: &str = "Organization ID";
pub const ORGANIZATIONS: &str = "Organizations of this token";
pub const ORGANIZATION_HELP: &str =
    "Paste the token first, then choose an organization, or type its ID.";
pub const ORGANIZATION_MISSING: &str =
    "Choose or type the organization whose subscriptions you want to see.";
pub const NO_ORGANIZATION: &str =
    "No organization of this token matches. Press Tab to keep what you typed.";
pub const IKAS_COMMAND: &str = "read -rs -p 'Client secret: ' SECRET && printf %s \"$SECRET\" | curl -s https://STORE.myikas.com/api/admin/oauth/token -d grant_type=client_credentials -d client_id=CLIENT_ID --data-urlencode client_secret@-";
pub const COMMERCE_LAYER_COMMAND: &str = "read -rs -p 'Client secret: ' SECRET && printf '{\"grant_type\":\"client_credentials\",\"client_id\":\"CLIENT_ID\",\"client_secret\":\"%s\"}' \"$SECRET\" | curl -s https://auth.commercelayer.io/oauth/token -H 'Content-Type: application/json' -H 'Accept: application/json' -d @-";

/// The way to a token, in the platform's terms. The console never asks for a client secret.
pub const fn how(access: &Access) -> &'static str {
    match access {
        Access::HappyColis {
            mode: HappyColisMode::Integration,
            ..
        } => {
            "HappyColis issues the token of an integration app: in the dashboard as integration_token, or when an organization installs your app. Ask contact@happycolis.com if you do not see one. The token needs the scopes view_integrations and edit_integrations."
        }
        Access::HappyColis {
            mode: HappyColisMode::Oauth,
            ..
        } => {
            "Your own server exchanges the client ID and secret for an access token, at the path /token of HappyColis’ OAuth host, which HappyColis does not document. The token lives about an hour. Pegboard never asks for the client secret."
        }
        Access::Ikas { .. } => {
            "In the ikas admin, open Apps, My Apps, More, Create Private App, and choose its scopes. Put your store’s name and the client ID into this command, run it in a terminal, and type the secret when it asks. Paste the access_token of the answer; it lives 4 hours."
        }
        Access::CommerceLayer { .. } => {
            "In the Commerce Layer dashboard, create an API client of kind integration whose role may manage webhooks. Put its client ID into this command, run it in a terminal, and type the secret when it asks. Paste the access_token of the answer; it lives 2 hours."
        }
        Access::Sentera { .. } => {
            "Register an application with Sentera (api-support@sentera.com). Your server sends the person to https://api.sentera.com/oauth/authorize and exchanges the code at https://api.sentera.com/oauth/token. Paste the access_token of the answer; it lives 8 hours. Pegboard never asks for the client secret."
        }
    }
}

/// What connecting proves, and what only shows with the first change.
pub const fn proves(access: &Access) -> &'static str {
    match access {
        Access::HappyColis {
            integration: Some(_),
            ..
        } => {
            "With an integration ID, connecting reads the list: this proves the address, the token and the scope view_integrations. Whether the token may edit (edit_integrations) shows with the first change."
        }
        Access::HappyColis {
            integration: None, ..
        } => {
            "Connecting only proves that the address answers and does not refuse the token. Whether the access mode is right and the token may edit shows with the first change. What you typed stays if it is refused."
        }
        Access::Ikas { .. } => {
            "Connecting reads the list: this proves the address, the version and the token. Whether the app may save and delete webhooks shows with the first change."
        }
        Access::CommerceLayer { .. } => {
            "Connecting reads the list: this proves the address, the token and that its role may read webhooks. Whether the role may change them shows with the first change."
        }
        Access::Sentera { .. } => {
            "Connecting looks for the organization and asks Sentera’s schema what it offers. Whether the token may manage webhooks shows with the first change."
        }
    }
}

/// What else a readable token says of itself.
pub fn about(kind: Option<&str>, test: Option<bool>) -> String {
    let kind = kind.map(|kind| format!("It is of the kind {kind}."));
    let mode = test.map(|test| {
        if test {
            "It sees test data."
        } else {
            "It sees live data."
        }
        .to_owned()
    });
    kind.into_iter().chain(mode).collect::<Vec<_>>().join(" ")
}

pub const TOKEN_MISSING: &str = "Paste the access token.";
pub const API_INVALID: &str = "Use an address that begins with https://, a path on this site that begins with /, or http:// on this computer.";

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

/// The way out of a refusal that speaks of the other access mode or API version.
pub fn other_way(cause: Option<&Cause>, platform: Platform) -> Option<&'static str> {
    match (cause, platform) {
        (Some(Cause::OtherMode), Platform::HappyColis) => Some("Try the other access mode"),
        (Some(Cause::Schema), Platform::Ikas) => Some("Try the other API version"),
        _ => None,
    }
}
