//! Fact 1: two schemas, each with nothing of the other; facts 2, 4 and 6.

use apollo_compiler::{ExecutableDocument, Schema};
use reqwest::Method;
use sandbox::ikas::{APP, Invalid, Version};
use serde_json::json;

use super::api::{Api, assumed};
use crate::{
    api::{self, request, send},
    blocks,
    schema::{file, operations, shape},
};

#[tokio::test]
async fn the_executed_schemas_are_the_documented_ones() {
    let sandbox = api::start().await;
    for (version, name) in [(Version::V1, "ikas-v1"), (Version::V2, "ikas-v2")] {
        let documented = shape(&file(name));
        assert_eq!(shape(&sandbox.control.ikas.sdl(version)), documented);
        assert!(documented.len() > 10);
    }
}

#[tokio::test]
async fn every_operation_is_valid_and_answered() {
    let sandbox = api::start().await;
    for version in ["v1", "v2"] {
        let api = Api::relay(&sandbox, version, sandbox::ikas::TOKEN);
        let sdl = file(&format!("ikas-{version}"));
        let schema = Schema::parse_and_validate(sdl, "schema.graphql").unwrap();
        let operations = operations(&format!("ikas-{version}"));
        assert!(operations.len() >= 8);
        for (name, text) in operations {
            ExecutableDocument::parse_and_validate(&schema, &text, &name).unwrap();
            let scopes = ["store/order/created"];
            let input = json!({ "endpoint": "https://example.com/hooks/ikas", "scopes": scopes });
            let variables = json!({ "input": input, "scopes": scopes });
            let answer = api.call(&text, variables).await;
            assert_eq!(answer.json().get("errors"), None, "{name}: {answer:?}");
        }
    }
}

#[test]
fn every_block_that_concerns_the_sandbox_is_here() {
    let of_versions: usize = ["ikas-v1", "ikas-v2"]
        .map(|of| blocks::names(of).len())
        .iter()
        .sum();
    assert_eq!(of_versions, 9);
    assert_eq!(
        blocks::names("ikas"),
        [
            "name=ikas.delivery.envelope-types",
            "name=ikas.delivery.stock-updated",
            "name=ikas.sandbox.errors",
            "name=ikas.scopes",
            "name=ikas.scopes-refused",
            "name=ikas.signature-vectors",
        ]
    );
}

#[tokio::test]
async fn an_operation_of_the_other_version_is_refused() {
    let sandbox = api::start().await;
    let old = "mutation { saveWebhook(input: { scopes: [], endpoint: \"https://a.example.com\" }) { id } }";
    let refused = Api::v2(&sandbox).call(old, json!({})).await;
    assert_eq!(
        (refused.status, refused.json()),
        (400, assumed("wrong_version_400"))
    );

    let new = blocks::json("vars=ikas-v2.saveWebhooks/own");
    let refused = Api::v1(&sandbox).op("ikas-v2/saveWebhooks", new).await;
    let error = refused.json()["errors"][0].clone();
    assert_eq!(refused.status, 400);
    assert_eq!(error["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED");
    let message =
        "Cannot query field \"saveWebhooks\" on type \"Mutation\". Did you mean \"saveWebhook\"?";
    assert_eq!(error["message"], message);
    assert_eq!(sandbox.control.ikas.webhooks(APP).unwrap().len(), 4);

    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.invalid = Invalid::Http200);
    let refused = Api::v2(&sandbox).call(old, json!({})).await;
    assert_eq!(
        (refused.status, refused.json()),
        (200, assumed("wrong_version_400"))
    );
}

#[tokio::test]
async fn the_documented_requests_are_taken_as_they_are() {
    let sandbox = api::start().await;
    let api = Api::v1(&sandbox);
    for name in ["listWebhook", "saveWebhook", "deleteWebhook"] {
        let documented = blocks::text(&format!("name=ikas-v1.{name}.request"));
        let (head, body) = documented.split_once("\n\n").unwrap();
        let path = head.split(' ').nth(1).unwrap();
        assert!(api.url.ends_with(path), "{path}");
        let call = api.post().header("content-type", "application/json");
        let answer = send(call.body(body.trim_end().to_owned())).await.unwrap();
        assert!(answer.json()["data"][name] != json!(null), "{answer:?}");
    }
}

#[tokio::test]
async fn introspection_needs_no_token() {
    let sandbox = api::start().await;
    for version in ["v1", "v2"] {
        let url = Api::relay(&sandbox, version, "").url;
        for name in ["ikas-v2/introspection", "ikas-v2/introspection.type"] {
            let body = json!({ "query": file(name) });
            let answer = send(request(Method::POST, &url).json(&body)).await.unwrap();
            assert_eq!(answer.json().get("errors"), None, "{answer:?}");
        }
    }
    let mixed = json!({ "query": "{ __typename listWebhook { id } }" });
    let url = Api::v2(&sandbox).url;
    let answer = send(request(Method::POST, &url).json(&mixed))
        .await
        .unwrap();
    assert_eq!(answer.json()["errors"][0]["message"], "LOGIN_REQUIRED");
}

#[tokio::test]
async fn the_description_of_the_scopes_names_ten() {
    let sandbox = api::start().await;
    let answer = Api::v2(&sandbox)
        .op("ikas-v2/introspection.type", json!({}))
        .await
        .json();
    let fields = answer["data"]["__type"]["inputFields"].as_array().unwrap();
    let scopes = fields
        .iter()
        .find(|field| field["name"] == "scopes")
        .unwrap();
    let described = scopes["description"].as_str().unwrap();
    assert_eq!(described.matches("store/").count(), 10);
    assert!(!described.contains("statusUpdated"));
}

#[tokio::test]
async fn a_document_that_is_none_is_refused() {
    let sandbox = api::start().await;
    let refused = Api::v2(&sandbox).call("{ listWebhook {", json!({})).await;
    assert_eq!(refused.status, 400);
    let code = refused.json()["errors"][0]["extensions"]["code"].clone();
    assert_eq!(code, "GRAPHQL_PARSE_FAILED");
    let api = Api::v2(&sandbox);
    let refused = send(api.post().body("{}")).await.unwrap();
    assert_eq!(refused.status, 400);
    let get = request(Method::GET, &api.url).bearer_auth(api.token);
    assert_eq!(send(get).await.unwrap().status, 405);
    let other = api.url.replace("/v2/", "/v3/");
    assert_eq!(
        send(request(Method::POST, &other)).await.unwrap().status,
        404
    );
}
