//! What is asked of Commerce Layer: the documented requests, piece by piece.

use pegboard::platform::commerce_layer as layer;
use pegboard::platform::{Media, Method, Purpose, Request};
use pegboard::subscription::{Attribute, Credential};
use serde_json::{Value, json};

use super::fixture::{self, API, ENDPOINT, SECRET, edited, sent, text, valid, webhook};

/// A documented request: method, address, and the parameters of its query as they are written.
struct Documented {
    method: String,
    url: String,
    query: Vec<String>,
    body: String,
    head: String,
}

fn documented(block: &str) -> Documented {
    let text = text(block);
    let (head, body) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
    let mut first = head.split(' ');
    let (method, target) = (first.next().unwrap(), first.next().unwrap());
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let host = head.lines().find_map(|line| line.strip_prefix("Host: "));
    Documented {
        method: method.to_owned(),
        url: format!("https://{}{path}", host.unwrap()),
        query: pieces(query),
        body: body.to_owned(),
        head: head.to_owned(),
    }
}

fn pieces(query: &str) -> Vec<String> {
    let pieces = query.split('&').filter(|piece| !piece.is_empty());
    pieces.map(str::to_owned).collect()
}

fn query(request: &Request) -> Vec<String> {
    pieces(request.url.split_once('?').map_or("", |(_, query)| query))
}

/// Method, address, media type and token are the documented ones.
fn is_like(request: &Request, documented: &Documented) {
    let method = format!("{:?}", request.method).to_uppercase();
    assert_eq!(method, documented.method);
    assert_eq!(request.url.split('?').next().unwrap(), documented.url);
    assert_eq!(request.media, Media::JsonApi);
    let accept = format!("Accept: {}", request.media.name());
    assert!(documented.head.contains(&accept));
    let credential = Credential::new("your-access-token", API);
    let authorization = credential.authorization(&request.url).unwrap();
    assert!(
        documented
            .head
            .contains(&format!("Authorization: {authorization}"))
    );
    let is_read = request.method == Method::Get;
    assert_eq!(request.purpose == Purpose::Read, is_read);
    assert_eq!(request.body.is_empty(), documented.body.is_empty());
}

pub fn creation(block: &str) {
    let documented = documented(block);
    let request = layer::create(API, &valid("orders.place", ENDPOINT, &[]));
    is_like(&request, &documented);
    let body: Value = serde_json::from_str(&documented.body).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&request.body).unwrap(), body);
}

/// The console leaves out what is empty, where the recorded client sent null.
pub fn recorded_creation(block: &str) {
    let mut recorded = fixture::json(block);
    let attributes = recorded["data"]["attributes"].as_object_mut().unwrap();
    attributes.retain(|_, value| !value.is_null());
    let old =
        webhook(&json!({ "id": "a", "attributes": { "callback_url": "http://example.url" } }));
    let texts = [
        (Attribute::Name, "incentro webhook"),
        (Attribute::IncludeResources, "customer"),
        (Attribute::Metadata, r#"{"foo": "bar"}"#),
    ];
    let valid = edited(&old, "orders.create", "http://example.url", &texts);
    let body = layer::create(API, &valid).body;
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), recorded);
}

/// Section 5.1: the largest page. The documented order shifts rows to the next page when something is created meanwhile.
pub fn list(block: &str) {
    let documented = documented(block);
    let request = layer::list(API, 1);
    is_like(&request, &documented);
    let asked = query(&request);
    for piece in documented
        .query
        .iter()
        .filter(|piece| !piece.starts_with("sort="))
    {
        assert!(asked.contains(piece), "{piece}");
    }
    assert!(asked.contains(&"sort=-created_at,id".to_owned()));
    assert!(layer::list(API, 7).url.contains("page%5Bnumber%5D=7"));
}

pub fn one(block: &str) {
    is_like(&layer::one(API, "xYZkjABcde"), &documented(block));
}

pub fn removal(block: &str) {
    let request = layer::remove(API, "xYZkjABcde");
    is_like(&request, &documented(block));
    assert_eq!(request.url, format!("{API}/webhooks/xYZkjABcde"));
}

pub fn deliveries(block: &str) {
    let documented = documented(block);
    let request = layer::deliveries(API, "mPpvRCrEOd", 3);
    is_like(&request, &documented);
    let mut asked = query(&request);
    asked.retain(|piece| piece != "page%5Bnumber%5D=3");
    assert_eq!(asked, documented.query);
}

pub fn filter(block: &str) {
    let text = text(block);
    let asked = layer::deliveries(API, "a", 1).url;
    let used = |matcher: &&str| asked.contains(&format!("webhook_id_{matcher}%5D="));
    let used: Vec<&str> = text.lines().filter(used).collect();
    assert_eq!(used, ["eq"]);
}

/// Section 0, points 2 and 6, and section 5.4.
#[test]
fn no_list_asks_for_a_secret_or_for_callbacks() {
    for request in [layer::list(API, 1), layer::one(API, "a")] {
        let fields = query(&request);
        let fields = fields
            .iter()
            .find_map(|it| it.strip_prefix("fields%5Bwebhooks%5D="));
        let fields: Vec<&str> = fields.unwrap().split(',').collect();
        let recorded = fixture::json("name=commerce-layer.create.response.recorded");
        let all = recorded["data"]["attributes"].as_object().unwrap();
        assert!(fields.iter().all(|field| all.contains_key(*field)));
        let left_out: Vec<&String> = all
            .keys()
            .filter(|it| !fields.contains(&it.as_str()))
            .collect();
        assert_eq!(left_out, ["shared_secret"]);
    }
    let asked = layer::secret(API, "a").url;
    assert_eq!(
        asked,
        format!("{API}/webhooks/a?fields%5Bwebhooks%5D=shared_secret")
    );
    for request in [
        layer::list(API, 1),
        layer::one(API, "a"),
        layer::deliveries(API, "a", 1),
    ] {
        assert!(!request.url.contains("include="), "{}", request.url);
        // A browser leaves brackets as they are, and the platform wants them encoded.
        assert!(!request.url.contains(['[', ']', ' ']), "{}", request.url);
    }
}

/// Section 0, point 3.
#[test]
fn nothing_unset_is_sent_with_a_creation() {
    let texts = [
        (Attribute::IncludeResources, "\n\n"),
        (Attribute::Name, "  "),
        (Attribute::Metadata, " "),
    ];
    let request = layer::create(API, &valid("orders.place", ENDPOINT, &texts));
    assert_eq!(
        sent(&request),
        json!({ "topic": "orders.place", "callback_url": ENDPOINT })
    );
}

#[test]
fn everything_that_was_typed_is_sent_with_a_creation() {
    let texts = [
        (Attribute::Name, "a \"b\" \\ c"),
        (
            Attribute::IncludeResources,
            "customer\n\nline_items.line_item_options\n",
        ),
        (Attribute::Reference, "R-1"),
        (Attribute::ReferenceOrigin, "ERP"),
        (Attribute::Metadata, r#"{"a": {"b": [1, null, "ü"]}}"#),
        (Attribute::CreateDisabled, Attribute::YES),
    ];
    let request = layer::create(API, &valid("free.text", ENDPOINT, &texts));
    let wanted = json!({
        "topic": "free.text",
        "callback_url": ENDPOINT,
        "name": "a \"b\" \\ c",
        "include_resources": ["customer", "line_items.line_item_options"],
        "reference": "R-1",
        "reference_origin": "ERP",
        "metadata": { "a": { "b": [1, null, "ü"] } },
        "_disable": true,
    });
    assert_eq!(sent(&request), wanted);
    assert!(!format!("{request:?}").contains("R-1"));
}

/// Ids are opaque, and the token is bound to the address: whatever is in one, it stays one part of the path.
#[test]
fn an_id_cannot_leave_its_place() {
    for id in [
        "a/b", "../x", "a?b=c", "a#b", "a&b", "ü", "a b", "%2e", SECRET,
    ] {
        for request in [layer::one(API, id), layer::remove(API, id)] {
            let path = request.url.split('?').next().unwrap();
            let last = path.strip_prefix(&format!("{API}/webhooks/")).unwrap();
            assert!(
                !last.contains(['/', '#', '&', ' ', '.']) && last.is_ascii(),
                "{last}"
            );
            assert!(
                Credential::new("t", API)
                    .authorization(&request.url)
                    .is_some()
            );
        }
        let asked = query(&layer::deliveries(API, id, 1));
        assert_eq!(asked.len(), 4, "{asked:?}");
    }
}
