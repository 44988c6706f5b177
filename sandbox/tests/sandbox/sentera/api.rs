//! Calling the stand-in of Sentera as a client does.

use reqwest::{Method, RequestBuilder};
use sandbox::{Running, sentera::TOKEN};
use serde_json::{Value, json};

use crate::{
    api::{self, Answer, request},
    blocks, schema,
};

/// Sentera behind one of the two doors, with one token.
#[derive(Clone)]
pub struct Api {
    pub url: String,
    pub token: &'static str,
}

impl Api {
    pub fn relay(sandbox: &Running) -> Self {
        let url = format!("{}/relay/sentera/graphql", sandbox.origin);
        Self { url, token: TOKEN }
    }

    pub fn cross(sandbox: &Running) -> Self {
        let url = format!("{}/sentera/graphql", sandbox.cross_origin);
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

    /// Calls an operation of `schema/sentera`, such as `create.variables`.
    pub async fn op(&self, name: &str, variables: Value) -> Answer {
        let query = schema::file(&format!("sentera/{name}"));
        self.call(&query, variables).await
    }

    pub async fn create(&self, organization: &str, url: &str, events: &[&str]) -> Answer {
        let variables = json!({ "organization": organization, "url": url, "events": events });
        self.op("create.variables", variables).await
    }

    pub async fn delete(&self, organization: &str, ids: &[&str]) -> Answer {
        let query = "mutation Delete($organization: ID!, $ids: [ID!]!) {
  delete_webhook_subscriptions(organization_sentera_id: $organization, sentera_ids: $ids) {
    sentera_id
  }
}";
        let variables = json!({ "organization": organization, "ids": ids });
        self.call(query, variables).await
    }
}

/// The answer that the assumptions of section 11.2 give for a case.
pub fn assumed(case: &str) -> Value {
    let block = blocks::json("name=sentera.sandbox.errors");
    let found = block.get(case);
    found.unwrap_or_else(|| panic!("no case {case}")).clone()
}
