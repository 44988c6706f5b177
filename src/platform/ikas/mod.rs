//! ikas: GraphQL in two versions, one webhook a scope, saved and deleted by scope (ikas contract).

mod errors;
mod events;
mod health;
mod wire;

pub use events::events;
pub use health::reading;
pub use wire::{read_channels, read_list, read_removed, read_saved};

use serde_json::Value;

use super::{Purpose, Request, graphql};
use crate::subscription::kept::object;
use crate::subscription::{Attribute, IkasVersion};
use crate::validation::{AttributeRule, EventRule, HeaderRule, Need, Rules, Valid};

/// Valid in both versions, as are the ones for sales channels and for deleting.
const LIST: &str = include_str!("../../../schema/ikas-v2/listWebhook.graphql");
const SAVE_V1: &str = include_str!("../../../schema/ikas-v1/saveWebhook.sdk.graphql");
const SAVE_V2: &str = include_str!("../../../schema/ikas-v2/saveWebhooks.graphql");
const DELETE: &str = include_str!("../../../schema/ikas-v2/deleteWebhook.graphql");
const CHANNELS: &str = include_str!("../../../schema/ikas-v2/listSalesChannel.graphql");

pub fn rules() -> Rules {
    Rules {
        events: EventRule::Several,
        headers: HeaderRule::NotOffered,
        attributes: vec![AttributeRule {
            attribute: Attribute::SalesChannels,
            need: Need::Optional,
        }],
        existing: None,
    }
}

/// All webhooks of the app: there are no pages (section 3.1).
pub fn list(api: &str) -> Request {
    request(api, Purpose::Read, LIST, object(&mut []))
}

/// Registers every scope at the endpoint. What becomes of a scope that has another one is not documented (section 10).
pub fn save(api: &str, version: IkasVersion, valid: &Valid) -> Request {
    let operation = match version {
        IkasVersion::V1 => SAVE_V1,
        IkasVersion::V2 => SAVE_V2,
    };
    // An empty list of sales channels means all; the official example sends it as well (section 3.3).
    let channels = valid.attributes.lines(&Attribute::SalesChannels);
    let channels: Vec<Value> = channels.map(Into::into).collect();
    let input = object(&mut [
        ("endpoint", Some(valid.endpoint.href().into())),
        ("salesChannelIds", Some(channels.into())),
        ("scopes", Some(valid.events.clone().into())),
    ]);
    let variables = object(&mut [("input", Some(input))]);
    request(api, Purpose::Write, operation, variables)
}

/// Deletes by scope: every webhook of this app with one of these scopes goes (section 3.4).
pub fn remove(api: &str, _: IkasVersion, scopes: &[String]) -> Request {
    let variables = object(&mut [("scopes", Some(scopes.into()))]);
    request(api, Purpose::Write, DELETE, variables)
}

/// The sales channels that a webhook can be limited to.
pub fn channels(api: &str) -> Request {
    request(api, Purpose::Read, CHANNELS, object(&mut []))
}

/// ikas counts failed calls against the app, and blocks it in the end (section 8).
fn request(api: &str, purpose: Purpose, operation: &str, variables: Value) -> Request {
    Request {
        counted: true,
        ..graphql::request(api, purpose, operation, variables)
    }
}
