//! Calling the sandbox as a client does.

use reqwest::{Client, Method, RequestBuilder, header::HeaderMap};
use sandbox::{Options, Running, happycolis};
use serde_json::{Value, json};

pub const LIST: &str = include_str!("../../../schema/happycolis/integration.graphql");
pub const CREATE: &str =
    include_str!("../../../schema/happycolis/integrationWebhookCreate.graphql");
pub const OAUTH_CREATE: &str =
    include_str!("../../../schema/happycolis/oauthWebhookCreate.graphql");
pub const REMOVE: &str =
    include_str!("../../../schema/happycolis/integrationWebhookRemove.graphql");
pub const REMOVE_WHOLE: &str =
    include_str!("../../../schema/happycolis/integrationWebhookRemove.sub.graphql");
pub const OAUTH_REMOVE: &str =
    include_str!("../../../schema/happycolis/oauthWebhookRemove.graphql");

/// A sandbox of its own for one test, on any free ports, without a console.
pub async fn start() -> Running {
    sandbox::start(Options::default()).await.unwrap()
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

pub fn request(method: Method, url: &str) -> RequestBuilder {
    let client = Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    client.request(method, url)
}

pub async fn send(request: RequestBuilder) -> reqwest::Result<Answer> {
    let response = request.send().await?;
    Ok(Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.text().await?,
    })
}

/// HappyColis behind one of its two doors, with one token.
#[derive(Clone)]
pub struct Api {
    pub url: String,
    pub token: &'static str,
}

impl Api {
    pub fn relay(sandbox: &Running, token: &'static str) -> Self {
        let url = format!("{}/relay/happycolis/graphql", sandbox.origin);
        Self { url, token }
    }

    pub fn cross(sandbox: &Running, token: &'static str) -> Self {
        let url = format!("{}/happycolis/graphql", sandbox.cross_origin);
        Self { url, token }
    }

    pub fn post(&self) -> RequestBuilder {
        request(Method::POST, &self.url).bearer_auth(self.token)
    }

    pub async fn try_call(&self, query: &str, variables: Value) -> reqwest::Result<Answer> {
        send(
            self.post()
                .json(&json!({ "query": query, "variables": variables })),
        )
        .await
    }

    pub async fn call(&self, query: &str, variables: Value) -> Answer {
        self.try_call(query, variables).await.unwrap()
    }

    pub async fn list(&self) -> Answer {
        self.call(LIST, json!({ "id": happycolis::INTEGRATION }))
            .await
    }

    pub async fn create(&self, kind: &str, end_point: &str) -> Answer {
        self.call(CREATE, input(kind, end_point)).await
    }

    pub async fn remove(&self, id: &str) -> Answer {
        self.call(REMOVE, json!({ "id": id })).await
    }
}

/// Variables of a create call without headers.
pub fn input(kind: &str, end_point: &str) -> Value {
    json!({ "input": { "endPoint": end_point, "type": kind } })
}

/// The same JSON with every generated subscription id made equal.
pub fn without_ids(mut value: Value) -> Value {
    match &mut value {
        Value::Object(object) => {
            for (name, member) in object.iter_mut() {
                let generated =
                    name == "id" && member.as_str().is_some_and(|id| id.starts_with("wh_"));
                *member = if generated {
                    json!("wh_")
                } else {
                    without_ids(member.take())
                };
            }
        }
        Value::Array(items) => {
            for item in items {
                *item = without_ids(item.take());
            }
        }
        _ => {}
    }
    value
}

/// The event types that are stored for an owner, in their order.
pub fn kinds(sandbox: &Running, owner: &str) -> Vec<String> {
    let stored = sandbox.control.happycolis.subscriptions(owner).unwrap();
    stored.into_iter().filter_map(|known| known.kind).collect()
}
