//! The blocks of the contract, and what many tests begin with.

use pegboard::platform::{Request, commerce_layer};
use pegboard::subscription::{Attribute, Attributes, Draft, Subscription};
use pegboard::validation::{Valid, validate};
use serde_json::Value;

use crate::contract::Contract;
use crate::sample::{NOW, reply};

pub const CONTRACT: Contract = Contract("commerce-layer");
pub const API: &str = "https://yourdomain.commercelayer.io/api";
pub const ENDPOINT: &str = "https://yourapp.com/webhooks";
pub const SECRET: &str = "1c0994cc4e996e8c6ee56a2198f66f3c";

pub fn text(name: &str) -> String {
    CONTRACT.text(name)
}

pub fn json(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap()
}

pub fn attributes(texts: &[(Attribute, &str)]) -> Attributes {
    let mut attributes = Attributes::default();
    for (attribute, text) in texts {
        attributes.set(attribute.clone(), (*text).to_owned());
    }
    attributes
}

/// What a person typed to create a webhook, after validation.
pub fn valid(topic: &str, endpoint: &str, texts: &[(Attribute, &str)]) -> Valid {
    checked(topic, endpoint, texts, None)
}

/// What a person typed to edit a webhook, after validation: its endpoint may be kept.
pub fn edited(
    old: &Subscription,
    topic: &str,
    endpoint: &str,
    texts: &[(Attribute, &str)],
) -> Valid {
    checked(topic, endpoint, texts, Some(old))
}

fn checked(
    topic: &str,
    endpoint: &str,
    texts: &[(Attribute, &str)],
    old: Option<&Subscription>,
) -> Valid {
    let draft = Draft {
        events: vec![topic.to_owned()],
        endpoint: endpoint.to_owned(),
        attributes: attributes(texts),
        ..Draft::default()
    };
    let mut rules = commerce_layer::rules(old.is_some());
    rules.existing = old.cloned();
    validate(&draft, &rules).unwrap()
}

/// The webhook that a resource object is read as.
pub fn webhook(resource: &Value) -> Subscription {
    let document = serde_json::json!({ "data": resource });
    commerce_layer::read_one(&reply(200, document), NOW)
        .unwrap()
        .value
}

/// The attributes in the body of a request.
pub fn sent(request: &Request) -> Value {
    let body: Value = serde_json::from_str(&request.body).unwrap();
    body["data"]["attributes"].clone()
}
