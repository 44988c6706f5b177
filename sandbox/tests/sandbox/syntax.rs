//! Facts 1 and 13, and the switch for introspection: what HTTP and GraphQL refuse.

use reqwest::Method;
use sandbox::happycolis::INTEGRATION_TOKEN;
use serde_json::json;

use crate::{
    api::{self, Api, CREATE, request, send},
    blocks,
};

const INTROSPECTION: &str = "{ __schema { queryType { fields { name } } } }";

#[tokio::test]
async fn what_is_not_json_is_a_bad_request() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let typed = || {
        api.post()
            .header("content-type", "application/json; charset=utf-8")
    };
    for call in [
        typed().body("{"),
        typed().body(""),
        typed().body("{\"variables\":{}}"),
        api.post()
            .header("content-type", "text/plain")
            .body("{\"query\":\"{ __typename }\"}"),
    ] {
        let answer = send(call).await.unwrap();
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json(), blocks::assumed("bad_json_400_body"));
    }
    let good = send(typed().body("{\"query\":\"{ __typename }\"}"))
        .await
        .unwrap();
    assert_eq!(good.json(), json!({ "data": { "__typename": "Query" } }));
}

#[tokio::test]
async fn a_syntax_error_names_what_stands_there() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let answer = api.call("foo", json!({})).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json(), blocks::assumed("graphql_syntax_400_body"));
    for (query, expected) in [
        ("", "Syntax Error: Unexpected <EOF>."),
        (
            "{ integration(id: \"x\") {\n  id",
            "Syntax Error: Unexpected <EOF>.",
        ),
        (
            "{ integration(id: ) { id } }",
            "Syntax Error: Unexpected \")\".",
        ),
        ("{ a }\n}", "Syntax Error: Unexpected \"}\"."),
    ] {
        let answer = api.call(query, json!({})).await;
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.json()["errors"][0]["message"], expected, "{query}");
    }
}

#[tokio::test]
async fn a_document_has_to_fit_the_schema() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let answer = api.call("{ foo }", json!({})).await;
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.json(),
        blocks::assumed("graphql_validation_400_body")
    );
    for query in [
        "{ integration { id } }",
        "{ integration(id: 1) { id } }",
        "{ integration(id: \"a\") }",
        "{ integration(id: $id) { id } }",
        "mutation { integrationWebhookCreate(input: { type: \"a\" }) { id } }",
        "query A { __typename } query B { __typename }",
    ] {
        let answer = api.call(query, json!({})).await;
        assert_eq!(answer.status, 400, "{query}");
        let code = answer.json()["errors"][0]["extensions"]["code"].clone();
        assert_eq!(code, "GRAPHQL_VALIDATION_FAILED", "{query}");
    }
}

#[tokio::test]
async fn variables_have_to_fit_their_types() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    for variables in [
        json!({}),
        json!({ "input": null }),
        json!({ "input": { "type": "product/created" } }),
        json!({ "input": { "type": "product/created", "endPoint": null } }),
        json!({ "input": { "type": "product/created", "endPoint": 1 } }),
        json!({ "input": { "type": "product/created", "endPoint": "https://a.example", "end": 1 } }),
    ] {
        let answer = api.call(CREATE, variables.clone()).await.json();
        assert!(answer["errors"][0]["message"].is_string(), "{variables}");
    }
    assert!(!api.list().await.body.contains("product/created"));
}

#[tokio::test]
async fn only_post_is_answered() {
    let sandbox = api::start().await;
    let api = Api::cross(&sandbox, INTEGRATION_TOKEN);
    let url = format!("{}?query=%7B__typename%7D", api.url);
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = send(request(method, &url).bearer_auth(api.token))
            .await
            .unwrap();
        assert_eq!((answer.status, answer.header("allow")), (405, Some("POST")));
    }
}

#[tokio::test]
async fn introspection_is_off_until_it_is_switched_on() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let refused = [
        INTROSPECTION,
        "{ __type(name: \"Query\") { name } }",
        "{ ...F } fragment F on Query { ... { __schema { types { name } } } }",
    ];
    for query in refused {
        let answer = api.call(query, json!({})).await;
        assert_eq!(
            answer.json(),
            blocks::assumed("introspection_off"),
            "{query}"
        );
    }
    sandbox
        .control
        .happycolis
        .switch(|switches| switches.introspection = true);
    let answer = api.call(INTROSPECTION, json!({})).await.json();
    let fields = json!([{ "name": "integration" }]);
    assert_eq!(answer["data"]["__schema"]["queryType"]["fields"], fields);
}
