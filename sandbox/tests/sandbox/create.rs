//! Facts 3, 5, 6, 7 and 9: what the two create mutations do.

use reqwest::Method;
use sandbox::happycolis::{
    INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT, OAUTH_TOKEN, SECOND_INTEGRATION_TOKEN,
    SECOND_OAUTH_TOKEN, VIEW_ONLY_TOKEN,
};
use serde_json::{Value, json};

use crate::{
    api::{self, Api, CREATE, OAUTH_CREATE, input, kinds, request, send, without_ids},
    blocks,
};

#[tokio::test]
async fn the_documented_examples_are_answered() {
    let sandbox = api::start().await;
    sandbox.control.happycolis.clear(INTEGRATION).unwrap();
    let answer = Api::relay(&sandbox, INTEGRATION_TOKEN)
        .call(
            CREATE,
            blocks::json("vars=happycolis.integrationWebhookCreate/iwc"),
        )
        .await;
    let documented = blocks::json("response=happycolis.integrationWebhookCreate/iwc");
    assert_eq!(answer.status, 200);
    assert_eq!(without_ids(answer.json()), without_ids(documented));

    let answer = Api::cross(&sandbox, OAUTH_TOKEN)
        .call(
            OAUTH_CREATE,
            blocks::json("vars=happycolis.oauthWebhookCreate/owc"),
        )
        .await;
    let documented = blocks::json("response=happycolis.oauthWebhookCreate/owc");
    assert_eq!(without_ids(answer.json()), without_ids(documented));
}

#[tokio::test]
async fn the_documented_variables_are_stored() {
    let sandbox = api::start().await;
    for (token, owner, operation, block) in [
        (
            INTEGRATION_TOKEN,
            INTEGRATION,
            CREATE,
            "vars=happycolis.integrationWebhookCreate/sub",
        ),
        (
            INTEGRATION_TOKEN,
            INTEGRATION,
            CREATE,
            "vars=happycolis.integrationWebhookCreate/sub-curl",
        ),
        (
            OAUTH_TOKEN,
            OAUTH_CLIENT,
            OAUTH_CREATE,
            "vars=happycolis.oauthWebhookCreate/sub",
        ),
    ] {
        sandbox.control.happycolis.clear(owner).unwrap();
        let variables = blocks::json(block);
        let answer = Api::relay(&sandbox, token)
            .call(operation, variables.clone())
            .await
            .json();
        assert_eq!(answer.get("errors"), None, "{block}");
        let stored = &sandbox.control.happycolis.subscriptions(owner).unwrap()[0];
        assert_eq!(stored.end_point, variables["input"]["endPoint"]);
        assert_eq!(json!(stored.kind), variables["input"]["type"]);
        assert_eq!(json!(stored.headers), variables["input"]["headers"]);
        assert_eq!(stored.health.as_deref(), Some("HEALTHY"));
    }
}

#[tokio::test]
async fn the_documented_request_is_understood() {
    let sandbox = api::start().await;
    sandbox.control.happycolis.clear(INTEGRATION).unwrap();
    let block = blocks::text("name=happycolis.integrationWebhookCreate.request");
    let (head, body) = block.split_once("\n\n").unwrap();
    let mut lines = head.lines();
    let first: Vec<&str> = lines.next().unwrap().split(' ').collect();
    assert_eq!(first, ["POST", "/graphql", "HTTP/1.1"]);
    let url = format!("{}/happycolis{}", sandbox.cross_origin, first[1]);
    let mut call = request(Method::POST, &url).body(body);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        if name != "Host" {
            call = call.header(name, value.replace("$ACCESS_TOKEN", INTEGRATION_TOKEN));
        }
    }
    let answer = send(call).await.unwrap().json();
    assert_eq!(
        answer["data"]["integrationWebhookCreate"]["type"],
        "order/created"
    );
}

#[tokio::test]
async fn what_breaks_a_rule_is_refused_and_not_stored() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let before = kinds(&sandbox, INTEGRATION);
    let good = "https://a.example.com/hook";
    for (case, variables) in [
        (
            "not_https",
            input("product/created", "http://a.example.com/hook"),
        ),
        (
            "not_https",
            input("product/created", "ftp://a.example.com/hook"),
        ),
        (
            "not_https",
            input("product/created", "mailto:a@example.com"),
        ),
        (
            "invalid_url",
            input("product/created", "a.example.com/hook"),
        ),
        ("invalid_url", input("product/created", "")),
        ("invalid_url", input("product/created", "https://")),
        ("type_missing", json!({ "input": { "endPoint": good } })),
        (
            "type_missing",
            json!({ "input": { "endPoint": good, "type": null } }),
        ),
        ("type_missing", input("", good)),
        ("conflict", input("order/created", good)),
        ("headers_not_object", headers(json!(["a"]))),
        ("headers_not_object", headers(json!("a"))),
        ("headers_not_object", headers(json!(1))),
    ] {
        let answer = api.call(CREATE, variables.clone()).await;
        assert_eq!(answer.status, 200, "{variables}");
        assert_eq!(answer.json(), blocks::assumed(case), "{variables}");
    }
    assert_eq!(kinds(&sandbox, INTEGRATION), before);
}

fn headers(value: Value) -> Value {
    json!({ "input": { "endPoint": "https://a.example.com", "type": "product/created", "headers": value } })
}

#[tokio::test]
async fn null_headers_are_none() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    assert_eq!(
        api.call(CREATE, headers(Value::Null))
            .await
            .json()
            .get("errors"),
        None
    );
    let stored = sandbox
        .control
        .happycolis
        .subscriptions(INTEGRATION)
        .unwrap();
    assert_eq!(stored.last().unwrap().headers, None);
}

#[tokio::test]
async fn unknown_types_are_accepted_up_to_255_characters() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let longest = "é".repeat(255);
    for kind in ["free text", &longest] {
        let answer = api.create(kind, "https://a.example.com").await.json();
        assert_eq!(answer["data"]["integrationWebhookCreate"]["type"], kind);
    }
    let answer = api
        .create(&"é".repeat(256), "https://a.example.com")
        .await
        .json();
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
}

#[tokio::test]
async fn every_documented_spelling_is_accepted() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    control.clear(INTEGRATION).unwrap();
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let files = [
        include_str!("../../src/happycolis/event-types.txt"),
        blocks::text("name=happycolis.event-types-mentioned"),
        blocks::text("name=happycolis.event-types-payload-page-only"),
    ];
    let all = files.iter().flat_map(|file| file.lines());
    let all: Vec<&str> = all.filter(|line| !line.starts_with('#')).collect();
    control.switch(|switches| switches.rate_limit_factor = 10.0);
    for kind in &all {
        api.create(kind, "https://a.example.com").await;
    }
    assert_eq!(all.len(), 52 + 1 + 13);
    assert_eq!(kinds(&sandbox, INTEGRATION), all);
}

#[tokio::test]
async fn a_type_is_unique_within_one_owner_only() {
    let sandbox = api::start().await;
    let second = Api::relay(&sandbox, SECOND_INTEGRATION_TOKEN);
    let answer = second
        .create("shipment/created", "https://a.example.com")
        .await
        .json();
    assert_eq!(answer.get("errors"), None);
    for token in [OAUTH_TOKEN, SECOND_OAUTH_TOKEN] {
        let api = Api::relay(&sandbox, token);
        let variables = input("order/created", "https://a.example.com");
        assert_eq!(
            api.call(OAUTH_CREATE, variables.clone())
                .await
                .json()
                .get("errors"),
            None
        );
        let again = api.call(OAUTH_CREATE, variables).await.json();
        let mut conflict = blocks::assumed("conflict");
        conflict["errors"][0]["path"] = json!(["oauthWebhookCreate"]);
        assert_eq!(again, conflict);
    }
}

#[tokio::test]
async fn the_reserved_fields_are_not_used() {
    let sandbox = api::start().await;
    let variables = json!({ "input": {
        "endPoint": "https://a.example.com", "type": "product/created",
        "id": "wh_mine", "integrationId": "int_other",
    } });
    let answer = Api::relay(&sandbox, INTEGRATION_TOKEN)
        .call(CREATE, variables)
        .await
        .json();
    assert_ne!(answer["data"]["integrationWebhookCreate"]["id"], "wh_mine");
    assert!(kinds(&sandbox, INTEGRATION).contains(&"product/created".to_owned()));
}

#[tokio::test]
async fn create_needs_its_scope() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, VIEW_ONLY_TOKEN);
    let answer = api.create("product/created", "https://a.example.com").await;
    assert_eq!(answer.json(), blocks::assumed("insufficient_scope"));
}
