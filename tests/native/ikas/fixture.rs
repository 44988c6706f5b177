//! The blocks of the contract, and what many tests begin with.

use pegboard::platform::ikas;
use pegboard::subscription::{Attribute, Attributes, Draft, IkasVersion};
use pegboard::validation::{Valid, validate};
use serde_json::Value;

use crate::contract::Contract;
use crate::graphql::Sdl;

pub const CONTRACT: Contract = Contract("ikas");
pub const API: &str = "https://api.myikas.com/api/v2/admin/graphql";
pub const ENDPOINT: &str = "https://example.com/hooks/ikas";
pub const VERSIONS: [IkasVersion; 2] = [IkasVersion::V2, IkasVersion::V1];

pub fn text(name: &str) -> String {
    CONTRACT.text(name)
}

pub fn json(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap()
}

/// The lines of a text block without its comments.
pub fn lines(name: &str) -> Vec<String> {
    let text = text(name);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// The version and the operation of a block: `ikas-v1` and `saveWebhook.sdk` of `vars=ikas-v1.saveWebhook.sdk/own`.
pub fn operation_of(block: &str) -> (&str, &str) {
    let (_, name) = block.split_once('=').unwrap();
    let (name, _) = name.split_once('/').unwrap_or((name, ""));
    name.split_once('.').unwrap()
}

pub fn sdl(version: &str) -> Sdl {
    Sdl::new(&text(&format!("schema={version}")))
}

pub fn sdl_of(version: IkasVersion) -> Sdl {
    sdl(&format!("ikas-{}", version.key()))
}

pub fn version(name: &str) -> IkasVersion {
    let mut versions = VERSIONS.into_iter();
    versions
        .find(|version| format!("ikas-{}", version.key()) == name)
        .unwrap()
}

/// The field that a save answers with.
pub fn save_field(version: IkasVersion) -> &'static str {
    match version {
        IkasVersion::V1 => "saveWebhook",
        IkasVersion::V2 => "saveWebhooks",
    }
}

/// What a person typed, after validation.
pub fn valid(scopes: &[&str], endpoint: &str, channels: &str) -> Valid {
    let mut attributes = Attributes::default();
    attributes.set(Attribute::SalesChannels, channels.to_owned());
    let draft = Draft {
        events: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        endpoint: endpoint.to_owned(),
        attributes,
        ..Draft::default()
    };
    validate(&draft, &ikas::rules()).unwrap()
}
