//! Calling the stand-in of Commerce Layer as a client does.

use reqwest::{Method, RequestBuilder};
use sandbox::{
    Running,
    commerce_layer::{Environment, INTEGRATION_TOKEN},
};
use serde_json::{Map, Value, json};

use crate::{
    api::{self, Answer, request},
    blocks,
};

pub const MEDIA_TYPE: &str = "application/vnd.api+json";

/// One organization's API behind one of the two doors, with one token.
pub struct Api {
    pub url: String,
    pub token: &'static str,
}

impl Api {
    /// The test data of `yourdomain`, with every right.
    pub fn demo(sandbox: &Running) -> Self {
        Self::relay(sandbox, INTEGRATION_TOKEN)
    }

    pub fn relay(sandbox: &Running, token: &'static str) -> Self {
        let url = format!("{}/relay/commerce-layer/yourdomain/api", sandbox.origin);
        Self { url, token }
    }

    pub fn cross(sandbox: &Running, token: &'static str) -> Self {
        let url = format!("{}/commerce-layer/yourdomain/api", sandbox.cross_origin);
        Self { url, token }
    }

    /// A call without any header but the token.
    pub fn bare(&self, method: Method, path: &str) -> RequestBuilder {
        request(method, &format!("{}/{path}", self.url)).bearer_auth(self.token)
    }

    pub async fn get(&self, path: &str, query: &[(&str, &str)]) -> Answer {
        let call = self.bare(Method::GET, path).header("accept", MEDIA_TYPE);
        api::send(call.query(query)).await.unwrap()
    }

    /// A call with a body.
    pub async fn send(&self, method: Method, path: &str, body: impl ToString) -> Answer {
        let call = self.bare(method, path).header("accept", MEDIA_TYPE);
        let call = call.header("content-type", MEDIA_TYPE);
        api::send(call.body(body.to_string())).await.unwrap()
    }

    pub async fn create(&self, attributes: Value) -> Answer {
        let body = json!({ "data": { "type": "webhooks", "attributes": attributes } });
        self.send(Method::POST, "webhooks", body).await
    }

    pub async fn update(&self, id: &str, attributes: Value) -> Answer {
        let body = json!({ "data": { "type": "webhooks", "id": id, "attributes": attributes } });
        self.send(Method::PATCH, &format!("webhooks/{id}"), body)
            .await
    }

    pub async fn delete(&self, id: &str) -> Answer {
        let call = self.bare(Method::DELETE, &format!("webhooks/{id}"));
        api::send(call.header("accept", MEDIA_TYPE)).await.unwrap()
    }

    /// The attributes of one webhook.
    pub async fn attributes(&self, id: &str) -> Value {
        let answer = self.get(&format!("webhooks/{id}"), &[]).await;
        answer.json()["data"]["attributes"].clone()
    }
}

/// The answer that section 13.2 gives for a case.
pub fn assumed(case: &str) -> Value {
    let block = blocks::json("name=commerce-layer.sandbox.errors");
    block
        .get(case)
        .unwrap_or_else(|| panic!("no case {case}"))
        .clone()
}

/// The body of a refusal.
pub fn refusal(name: &str) -> Value {
    blocks::json(&format!("name=commerce-layer.error.{name}"))
}

/// The members of an object.
pub fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        other => panic!("no object: {other}"),
    }
}

/// Stores a webhook of this topic that calls `path` of the receiver; returns its id.
pub fn listen(sandbox: &Running, topic: &str, path: &str) -> String {
    let given = json!({
        "topic": topic,
        "callback_url": format!("https://receiver.example{path}")
    });
    let control = &sandbox.control.commerce_layer;
    control.insert(Environment::Test, object(given)).id
}

#[test]
fn every_block_that_concerns_the_sandbox_is_here() {
    let names = blocks::names("commerce-layer");
    assert_eq!(
        names,
        [
            "name=commerce-layer.create.request",
            "name=commerce-layer.create.request.recorded",
            "name=commerce-layer.create.response.documented",
            "name=commerce-layer.create.response.headers",
            "name=commerce-layer.create.response.recorded",
            "name=commerce-layer.delete.request",
            "name=commerce-layer.disable.request",
            "name=commerce-layer.enable.request",
            "name=commerce-layer.error.invalid-token",
            "name=commerce-layer.error.key-not-in-url",
            "name=commerce-layer.error.not-found",
            "name=commerce-layer.error.throttled",
            "name=commerce-layer.error.unauthorized",
            "name=commerce-layer.error.validation",
            "name=commerce-layer.event-callback.response",
            "name=commerce-layer.event-callbacks.request",
            "name=commerce-layer.get.request",
            "name=commerce-layer.jwt.claims",
            "name=commerce-layer.jwt.demo",
            "name=commerce-layer.list.request",
            "name=commerce-layer.list.response.documented",
            "name=commerce-layer.reset-circuit.request",
            "name=commerce-layer.sandbox.errors",
            "name=commerce-layer.signature-vector",
            "name=commerce-layer.topics",
            "name=commerce-layer.topics-2021-only",
            "name=commerce-layer.update.request",
            "name=commerce-layer.update.request.recorded",
            "name=commerce-layer.update.response.documented",
            "name=commerce-layer.update.response.recorded",
        ]
    );
}
