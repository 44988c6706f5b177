//! HappyColis: GraphQL, two access modes, no update, one subscription per event (HappyColis contract).

mod errors;
mod events;
mod health;
mod wire;

pub use events::{events, same_event};
pub use health::at_creation;
pub use wire::{read_created, read_list, read_proof, read_removed};

use serde_json::Value;

use super::{Purpose, Request, graphql};
use crate::subscription::HappyColisMode;
use crate::subscription::kept::object;
use crate::validation::{EventRule, HeaderRule, Rules, Valid};

/// Proves the token and nothing else: answered by every GraphQL server, after authentication.
const PROVE: &str = "query Prove { __typename }";
const LIST: &str = include_str!("../../../schema/happycolis/integration.graphql");
const INTEGRATION_CREATE: &str =
    include_str!("../../../schema/happycolis/integrationWebhookCreate.graphql");
const OAUTH_CREATE: &str = include_str!("../../../schema/happycolis/oauthWebhookCreate.graphql");
const INTEGRATION_REMOVE: &str =
    include_str!("../../../schema/happycolis/integrationWebhookRemove.sub.graphql");
const OAUTH_REMOVE: &str = include_str!("../../../schema/happycolis/oauthWebhookRemove.graphql");

/// The header that carries HappyColis' own signature (section 5.2); what happens on a collision is not documented.
const SIGNATURE_HEADER: &str = "x-happycolis-webhook-signature";

pub fn rules() -> Rules {
    Rules {
        events: EventRule::One,
        headers: HeaderRule::Offered {
            reserved: &[SIGNATURE_HEADER],
        },
        attributes: Vec::new(),
        existing: None,
    }
}

pub fn prove(api: &str) -> Request {
    graphql::request(api, Purpose::Read, PROVE, object(&mut []))
}

pub fn list(api: &str, integration: &str) -> Request {
    graphql::request(
        api,
        Purpose::Read,
        LIST,
        object(&mut [("id", Some(integration.into()))]),
    )
}

pub fn create(api: &str, mode: HappyColisMode, valid: &Valid) -> Request {
    let operation = match mode {
        HappyColisMode::Integration => INTEGRATION_CREATE,
        HappyColisMode::Oauth => OAUTH_CREATE,
    };
    let mut headers: Vec<(&str, Option<Value>)> = valid
        .headers
        .iter()
        .map(|(name, value)| (name, Some(value.into())))
        .collect();
    // `IntegrationWebhookInput` (section 2). `id` and `integrationId` are reserved, and headers are left out when empty.
    let input = object(&mut [
        ("endPoint", Some(valid.endpoint.href().into())),
        (
            "type",
            valid.events.first().map(|event| event.as_str().into()),
        ),
        (
            "headers",
            (!headers.is_empty()).then(|| object(&mut headers)),
        ),
    ]);
    graphql::request(
        api,
        Purpose::Write,
        operation,
        object(&mut [("input", Some(input))]),
    )
}

pub fn remove(api: &str, mode: HappyColisMode, id: &str) -> Request {
    let operation = match mode {
        HappyColisMode::Integration => INTEGRATION_REMOVE,
        HappyColisMode::Oauth => OAUTH_REMOVE,
    };
    graphql::request(
        api,
        Purpose::Write,
        operation,
        object(&mut [("id", Some(id.into()))]),
    )
}
