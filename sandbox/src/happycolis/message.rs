use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::{demo::CLIENT_SECRET, store::Subscription};
use crate::{OrderedJson, clock, signature};

/// The header that carries the signature, HappyColis contract, section 5.2.
const SIGNATURE: &str = "x-happycolis-webhook-signature";

/// The delivery envelope's header, HappyColis contract, section 5.1. The order of the fields is
/// that of the JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageHeader {
    pub organization_id: String,
    /// Stays the same when the message is tried again, so that a receiver can drop duplicates.
    pub message_id: String,
    pub webhook_id: String,
    #[serde(rename = "type")]
    pub kind: String,
    /// When the message was put in the queue: ISO 8601 in UTC, with milliseconds.
    pub date: String,
}

/// What is sent: `{header, body}`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Envelope {
    pub header: MessageHeader,
    pub body: OrderedJson,
}

impl Envelope {
    /// An envelope put in the queue now.
    pub fn new(
        organization: &str,
        subscription: &Subscription,
        kind: &str,
        body: OrderedJson,
    ) -> Self {
        let header = MessageHeader {
            organization_id: organization.to_owned(),
            message_id: Uuid::new_v4().to_string(),
            webhook_id: subscription.id.clone(),
            kind: kind.to_owned(),
            date: clock::iso(),
        };
        Self { header, body }
    }

    /// The raw body, as `JSON.stringify` writes it.
    pub fn text(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// Content type, signature, then the custom headers verbatim. A name or value that HTTP cannot
/// carry gives none: the delivery then fails, as it would on the platform.
pub(crate) fn headers(text: &str, custom: Option<&Value>) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    headers.insert(
        SIGNATURE,
        signature::sign(CLIENT_SECRET, text).parse().ok()?,
    );
    for (name, value) in custom.and_then(Value::as_object).into_iter().flatten() {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), ToOwned::to_owned);
        headers.append(name.parse::<HeaderName>().ok()?, value.parse().ok()?);
    }
    Some(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VECTORS: &str = include_str!("../../fixtures/happycolis/events.md");

    /// The text behind each line of the block that begins like this.
    fn vectors(start: &str) -> impl Iterator<Item = &'static str> {
        VECTORS
            .lines()
            .filter(move |line| line.starts_with(start))
            .filter_map(|line| line.split_once(": ").map(|(_, text)| text))
    }

    fn envelope(text: &str) -> Envelope {
        let parsed: Value = serde_json::from_str(text).unwrap();
        let ordered: OrderedJson = serde_json::from_str(text).unwrap();
        let OrderedJson::Object(mut parts) = ordered else {
            panic!("an envelope is an object")
        };
        let field = |name: &str| parsed["header"][name].as_str().unwrap().to_owned();
        Envelope {
            header: MessageHeader {
                organization_id: field("organizationId"),
                message_id: field("messageId"),
                webhook_id: field("webhookId"),
                kind: field("type"),
                date: field("date"),
            },
            body: parts.swap_remove("body").unwrap(),
        }
    }

    #[test]
    fn the_contract_vectors_are_written_and_signed_alike() {
        let pairs: Vec<_> = vectors("body (").zip(vectors("signature")).collect();
        assert_eq!(pairs.len(), 2);
        for (text, expected) in pairs {
            assert_eq!(envelope(text).text().unwrap(), text);
            assert_eq!(headers(text, None).unwrap()[SIGNATURE], expected);
        }
    }

    #[test]
    fn custom_headers_are_sent_as_they_are_or_not_at_all() {
        let custom = serde_json::json!({ "X-Key": "a, b", "X-Count": 3 });
        let sent = headers("{}", Some(&custom)).unwrap();
        assert_eq!(
            (&sent["x-key"], &sent["x-count"]),
            (&"a, b".parse().unwrap(), &"3".parse().unwrap())
        );
        for bad in [
            serde_json::json!({ "not a token": "x" }),
            serde_json::json!({ "X": "a\nb" }),
        ] {
            assert_eq!(headers("{}", Some(&bad)), None);
        }
    }
}
