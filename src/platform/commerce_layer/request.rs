//! Requests to Commerce Layer (Commerce Layer contract, sections 4 to 6).

use serde_json::{Map, Value};

use super::ATTRIBUTES;
use crate::platform::{Action, Media, Method, Purpose, Request};
use crate::subscription::json;
use crate::subscription::json::print;
use crate::subscription::kept::object;
use crate::subscription::{Attribute, Attributes, Subscription};
use crate::validation::Valid;

/// Everything but `shared_secret`, which is fetched only when a person wants to see it (section 5.4).
const FIELDS: &str = "fields%5Bwebhooks%5D=name,topic,callback_url,include_resources,disabled_at,circuit_state,\
                      circuit_failure_count,created_at,updated_at,reference,reference_origin,metadata";

/// The largest page that the platform allows (section 5.1).
const PAGE: &str = "page%5Bsize%5D=25&page%5Bnumber%5D=";

/// Newest first (section 5.2): what is created meanwhile stands on the page that was read first, so it never makes up in
/// number for a row that a removal moved to a page already read. So the number of all tells of every row that was missed.
pub fn list(api: &str, page: u32) -> Request {
    read(format!(
        "{api}/webhooks?sort=-created_at,id&{PAGE}{page}&{FIELDS}"
    ))
}

pub fn one(api: &str, id: &str) -> Request {
    read(format!("{}?{FIELDS}", address(api, id)))
}

pub fn secret(api: &str, id: &str) -> Request {
    read(format!(
        "{}?fields%5Bwebhooks%5D=shared_secret",
        address(api, id)
    ))
}

/// Newest first. They are asked for by the webhook's id: to include them in a webhook can time out (section 0, point 2).
pub fn deliveries(api: &str, id: &str, page: u32) -> Request {
    let id = encode(id);
    read(format!(
        "{api}/event_callbacks?filter%5Bq%5D%5Bwebhook_id_eq%5D={id}&sort=-created_at&{PAGE}{page}"
    ))
}

pub fn create(api: &str, valid: &Valid) -> Request {
    let mut attributes = Map::new();
    if let Some(topic) = valid.events.first() {
        attributes.insert("topic".to_owned(), topic.as_str().into());
    }
    let endpoint = valid.endpoint.href();
    attributes.insert("callback_url".to_owned(), endpoint.into());
    for (attribute, name) in &ATTRIBUTES {
        if !valid.attributes.get(attribute).is_empty() {
            attributes.insert((*name).to_owned(), value(&valid.attributes, attribute));
        }
    }
    if valid.attributes.get(&Attribute::CreateDisabled) == Attribute::YES {
        attributes.insert("_disable".to_owned(), true.into());
    }
    let url = format!("{api}/webhooks");
    write(Method::Post, url, None, Value::Object(attributes))
}

/// Sends only what differs from `old`: the platform leaves the rest as it is (section 4.2).
pub fn update(api: &str, old: &Subscription, valid: &Valid) -> Request {
    let mut attributes = Map::new();
    let (topic, endpoint) = (valid.events.first(), valid.endpoint.href());
    if let Some(topic) = topic.filter(|topic| old.events.first() != Some(topic)) {
        attributes.insert("topic".to_owned(), topic.as_str().into());
    }
    if old.endpoint.as_deref() != Some(endpoint) {
        attributes.insert("callback_url".to_owned(), endpoint.into());
    }
    for (attribute, name) in &ATTRIBUTES {
        if !valid.attributes.has_same(&old.attributes, attribute) {
            attributes.insert((*name).to_owned(), value(&valid.attributes, attribute));
        }
    }
    patch(api, &old.id, Value::Object(attributes))
}

pub fn act(api: &str, id: &str, action: Action) -> Request {
    let name = match action {
        Action::Enable => "_enable",
        Action::Disable => "_disable",
        Action::ResetCircuit => "_reset_circuit",
    };
    patch(api, id, object(&mut [(name, Some(true.into()))]))
}

pub fn remove(api: &str, id: &str) -> Request {
    request(Method::Delete, address(api, id), String::new())
}

/// An attribute as it is sent. What a person cleared is an empty list, an empty object, or null: an empty text among the
/// included resources is accepted, and harms (section 0, point 3).
fn value(attributes: &Attributes, attribute: &Attribute) -> Value {
    let text = attributes.get(attribute);
    match attribute {
        Attribute::IncludeResources => {
            let paths = attributes.lines(attribute).map(|path| path.trim().into());
            Value::Array(paths.collect())
        }
        // Validation let nothing but an object through.
        Attribute::Metadata => json::parse(text).unwrap_or_else(|_| object(&mut [])),
        _ if text.is_empty() => Value::Null,
        _ => text.into(),
    }
}

fn address(api: &str, id: &str) -> String {
    format!("{api}/webhooks/{}", encode(id))
}

/// Ids are opaque: whatever is in one, it stays one part of a path or a query.
fn encode(id: &str) -> String {
    let mut encoded = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            encoded.push(byte.into());
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

fn patch(api: &str, id: &str, attributes: Value) -> Request {
    write(Method::Patch, address(api, id), Some(id), attributes)
}

fn write(method: Method, url: String, id: Option<&str>, attributes: Value) -> Request {
    let data = object(&mut [
        ("type", Some("webhooks".into())),
        ("id", id.map(Into::into)),
        ("attributes", Some(attributes)),
    ]);
    request(method, url, print(&object(&mut [("data", Some(data))])))
}

const fn read(url: String) -> Request {
    request(Method::Get, url, String::new())
}

const fn request(method: Method, url: String, body: String) -> Request {
    Request {
        purpose: match method {
            Method::Get => Purpose::Read,
            _ => Purpose::Write,
        },
        method,
        media: Media::JsonApi,
        url,
        body,
        counted: false,
    }
}
