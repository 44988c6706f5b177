//! Facts 2, 4 and 5, and the switches for a bad token and for missing data.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::Method;
use sandbox::happycolis::{
    BadToken, EXPIRED_TOKEN, INTEGRATION_TOKEN, NoData, OAUTH_CLIENT, OAUTH_TOKEN, ORGANIZATION,
    SECOND_OAUTH_CLIENT, SECOND_OAUTH_TOKEN, SECOND_ORGANIZATION,
};
use serde_json::{Value, json};

use crate::{
    api::{self, Api, CREATE, LIST, OAUTH_CREATE, OAUTH_REMOVE, REMOVE, input, request, send},
    blocks,
};

#[tokio::test]
async fn without_a_valid_token_graphql_is_not_reached() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, "unknown");
    // Not even the syntax is looked at.
    let call = || request(Method::POST, &api.url).json(&json!({ "query": "foo" }));
    for call in [
        call(),
        call().bearer_auth("unknown"),
        call().bearer_auth(EXPIRED_TOKEN),
        call().header("authorization", format!("Basic {INTEGRATION_TOKEN}")),
        call().header("authorization", INTEGRATION_TOKEN),
    ] {
        let answer = send(call).await.unwrap();
        assert_eq!(answer.status, 401);
        assert_eq!(answer.json(), blocks::assumed("token_401_body"));
    }
}

#[tokio::test]
async fn the_other_reading_answers_a_bad_token_by_graphql() {
    let sandbox = api::start().await;
    sandbox
        .control
        .happycolis
        .switch(|switches| switches.bad_token = BadToken::Graphql);
    let api = Api::relay(&sandbox, EXPIRED_TOKEN);
    let answer = api.create("product/created", "https://a.example.com").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json(), blocks::assumed("unauthorized_200"));
    let mut error = answer.json()["errors"][0].clone();
    error.as_object_mut().unwrap().remove("path");
    assert_eq!(error, blocks::json("name=happycolis.error.unauthorized"));
}

#[tokio::test]
async fn a_token_expires_when_told_to() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    assert_eq!(api.list().await.status, 200);
    sandbox
        .control
        .happycolis
        .expire(INTEGRATION_TOKEN)
        .unwrap();
    assert_eq!(api.list().await.status, 401);
    sandbox.control.reset();
    assert_eq!(api.list().await.status, 200);
}

#[tokio::test]
async fn a_token_works_in_its_own_mode_only() {
    let sandbox = api::start().await;
    let new = input("product/created", "https://a.example.com");
    for (token, operation, variables, field) in [
        (
            INTEGRATION_TOKEN,
            OAUTH_CREATE,
            new.clone(),
            "oauthWebhookCreate",
        ),
        (
            INTEGRATION_TOKEN,
            OAUTH_REMOVE,
            json!({ "id": "a" }),
            "oauthWebhookRemove",
        ),
        (OAUTH_TOKEN, CREATE, new, "integrationWebhookCreate"),
        (
            OAUTH_TOKEN,
            REMOVE,
            json!({ "id": "a" }),
            "integrationWebhookRemove",
        ),
        (OAUTH_TOKEN, LIST, json!({ "id": "a" }), "integration"),
    ] {
        let answer = Api::relay(&sandbox, token).call(operation, variables).await;
        let mut expected = blocks::assumed("wrong_token_kind");
        expected["errors"][0]["path"] = json!([field]);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json(), expected);
    }
}

#[tokio::test]
async fn missing_data_is_null_or_a_null_field() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    control.switch(|switches| switches.no_data = NoData::FieldNull);
    let api = Api::relay(&sandbox, INTEGRATION_TOKEN);
    let answer = api
        .create("order/created", "https://a.example.com")
        .await
        .json();
    let mut expected = blocks::assumed("conflict");
    expected["data"] = json!({ "integrationWebhookCreate": null });
    assert_eq!(answer, expected);

    control.switch(|switches| switches.bad_token = BadToken::Graphql);
    let answer = Api::relay(&sandbox, "unknown")
        .create("a", "https://a.example.com")
        .await;
    let mut expected = blocks::assumed("unauthorized_200");
    expected["data"] = json!({ "integrationWebhookCreate": null });
    assert_eq!(answer.json(), expected);
}

#[test]
fn the_oauth_tokens_can_be_read() {
    for (token, client, organization) in [
        (OAUTH_TOKEN, OAUTH_CLIENT, ORGANIZATION),
        (SECOND_OAUTH_TOKEN, SECOND_OAUTH_CLIENT, SECOND_ORGANIZATION),
    ] {
        let claims = URL_SAFE_NO_PAD
            .decode(token.split('.').nth(1).unwrap())
            .unwrap();
        let claims: Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(
            (&claims["aud"], &claims["sub"]),
            (&json!(organization), &json!(client))
        );
        assert_eq!(claims["exp"], 4_102_444_800_u64);
    }
}
