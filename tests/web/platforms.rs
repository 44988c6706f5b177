//! Ways into the other platforms, and what these answer with.

use pegboard::subscription::{Access, IkasVersion, Platform};
use serde_json::{Value, json};

use crate::board::{Console, ENDPOINT, done};

pub const SCOPE: &str = "store/order/created";
pub const TOPIC: &str = "orders.place";
pub const TYPE: &str = "TASK_MODIFIED";
pub const ORGANIZATION: &str = "org-1";

pub fn ikas() -> Access {
    Access::Ikas {
        version: IkasVersion::V2,
    }
}

pub fn layer() -> Access {
    Access::of(Platform::CommerceLayer, "my-shop", None).unwrap()
}

pub fn sentera() -> Access {
    Access::of(Platform::Sentera, ORGANIZATION, None).unwrap()
}

pub fn scope(id: &str, scope: &str, endpoint: &str) -> Value {
    json!({ "id": id, "scope": scope, "endpoint": endpoint, "deleted": false })
}

pub fn scopes(webhooks: &[Value]) -> Value {
    done("listWebhook", json!(webhooks))
}

/// A webhook of Commerce Layer, with these attributes besides.
pub fn topic(id: &str, more: Value) -> Value {
    let mut attributes = json!({
        "topic": TOPIC,
        "callback_url": ENDPOINT,
        "disabled_at": null,
        "circuit_state": "closed",
        "circuit_failure_count": 0,
    });
    for (name, value) in more.as_object().unwrap() {
        attributes[name] = value.clone();
    }
    json!({ "id": id, "type": "webhooks", "attributes": attributes })
}

/// A page of a list, one of so many, with so many webhooks in all.
pub fn topics(webhooks: &[Value], pages: u64, total: u64) -> Value {
    json!({ "data": webhooks, "meta": { "page_count": pages, "record_count": total } })
}

pub fn organizations() -> Value {
    let one = json!({ "sentera_id": ORGANIZATION, "name": "Farm" });
    let other = json!({ "sentera_id": "org-2", "name": "Mill" });
    done("organizations", json!({ "results": [one, other] }))
}

/// A schema that tells of events and of two fields of the callback authentication, and has no list.
pub fn schema() -> Value {
    let text = json!({ "kind": "NON_NULL", "name": null, "ofType": { "kind": "SCALAR", "name": "String" } });
    let field = |name: &str| json!({ "name": name, "type": text });
    json!({ "data": {
        "__schema": { "queryType": { "fields": [] } },
        "eventTypes": { "enumValues": [{ "name": TYPE }, { "name": "FEATURE_SET_CREATED" }] },
        "authentication": { "inputFields": [field("client_id"), field("client_secret")] },
    } })
}

impl Console {
    pub async fn connect_scopes(&self, webhooks: &[Value]) {
        self.connect("Store", ikas(), scopes(webhooks)).await;
    }

    pub async fn connect_topics(&self, webhooks: &[Value]) {
        let list = topics(webhooks, 1, webhooks.len() as u64);
        self.connect("Layer", layer(), list).await;
    }

    /// Sentera, whose schema answers with this.
    pub async fn connect_farm(&self, schema: Value) {
        self.connect_by("Farm", sentera(), &[organizations(), schema])
            .await;
    }

    /// Method and path of every request, from this one on.
    pub fn requests(&self, from: usize) -> Vec<String> {
        let line = |sent: &crate::network::Sent| {
            let path = sent.url.split(['?', '#']).next().unwrap_or_default();
            let path = path.rsplit_once("/api").map_or("", |(_, path)| path);
            format!("{} {path}", sent.request.method())
        };
        self.network.sent().iter().skip(from).map(line).collect()
    }
}
