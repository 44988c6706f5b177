//! Calling the stand-in of ikas as a client does.

use reqwest::{Method, RequestBuilder};
use sandbox::{
    Running,
    ikas::{APP, TOKEN, Webhook},
};
use serde_json::{Value, json};

use crate::{
    api::{self, Answer, request},
    blocks, schema,
};

/// One version of the Admin API behind one of the two doors, with one token.
#[derive(Clone)]
pub struct Api {
    pub url: String,
    pub token: &'static str,
}

impl Api {
    pub fn v1(sandbox: &Running) -> Self {
        Self::relay(sandbox, "v1", TOKEN)
    }

    pub fn v2(sandbox: &Running) -> Self {
        Self::relay(sandbox, "v2", TOKEN)
    }

    pub fn relay(sandbox: &Running, version: &str, token: &'static str) -> Self {
        let url = format!("{}/relay/ikas/api/{version}/admin/graphql", sandbox.origin);
        Self { url, token }
    }

    pub fn cross(sandbox: &Running) -> Self {
        let url = format!("{}/ikas/api/v2/admin/graphql", sandbox.cross_origin);
        Self { url, token: TOKEN }
    }

    /// The same address with another token.
    pub fn with(&self, token: &'static str) -> Self {
        Self {
            url: self.url.clone(),
            token,
        }
    }

    pub fn post(&self) -> RequestBuilder {
        request(Method::POST, &self.url).bearer_auth(self.token)
    }

    pub async fn call(&self, query: &str, variables: Value) -> Answer {
        let body = json!({ "query": query, "variables": variables });
        api::send(self.post().json(&body)).await.unwrap()
    }

    /// Calls an operation of `schema/`, such as `ikas-v2/listWebhook`.
    pub async fn op(&self, name: &str, variables: Value) -> Answer {
        self.call(&schema::file(name), variables).await
    }

    pub async fn list(&self) -> Value {
        let answer = self.op("ikas-v2/listWebhook", json!({})).await;
        answer.json()["data"]["listWebhook"].clone()
    }

    /// Saves by v2, for all sales channels.
    pub async fn save(&self, scopes: &[&str], endpoint: &str) -> Answer {
        let input = json!({ "endpoint": endpoint, "salesChannelIds": [], "scopes": scopes });
        self.op("ikas-v2/saveWebhooks", json!({ "input": input }))
            .await
    }

    pub async fn delete(&self, scopes: &[&str]) -> Answer {
        let variables = json!({ "scopes": scopes });
        self.op("ikas-v2/deleteWebhook", variables).await
    }
}

/// The answer that the assumptions of section 11.2 give for a case.
pub fn assumed(case: &str) -> Value {
    let block = blocks::json("name=ikas.sandbox.errors");
    let found = block.get(case);
    found.unwrap_or_else(|| panic!("no case {case}")).clone()
}

/// What is stored for the demo app: scope and endpoint of every row.
pub fn rows(sandbox: &Running) -> Vec<(String, String)> {
    let stored = sandbox.control.ikas.webhooks(APP).unwrap();
    let row = |known: Webhook| (known.scope, known.endpoint);
    stored.into_iter().map(row).collect()
}
