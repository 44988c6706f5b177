//! Facts 2, 3, 10 and 11: who may do what.

use reqwest::Method;
use sandbox::ikas::{
    APP, EXPIRED_TOKEN, NO_PERMISSION_TOKEN, REMOVED_APP, REMOVED_APP_TOKEN, TOKEN,
};
use serde_json::{Value, json};

use super::api::{Api, assumed};
use crate::{
    api::{self, request, send},
    schema,
};

#[tokio::test]
async fn without_a_valid_token_a_login_is_required() {
    let sandbox = api::start().await;
    for version in ["v1", "v2"] {
        let url = Api::relay(&sandbox, version, TOKEN).url;
        let body = json!({ "query": schema::file("ikas-v2/listWebhook") });
        let call = || request(Method::POST, &url).json(&body);
        for call in [
            call(),
            call().bearer_auth("unknown"),
            call().bearer_auth(EXPIRED_TOKEN),
            call().header("authorization", TOKEN),
        ] {
            let answer = send(call).await.unwrap();
            assert_eq!(
                (answer.status, answer.json()),
                (200, assumed("login_required"))
            );
        }
    }
}

#[tokio::test]
async fn a_token_expires_when_told_to() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    assert_eq!(api.list().await.as_array().unwrap().len(), 4);
    sandbox.control.ikas.expire(TOKEN).unwrap();
    assert_eq!(api.list().await, Value::Null);
    sandbox.control.reset();
    assert_eq!(api.list().await.as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn a_token_without_permission_touches_no_webhook() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox).with(NO_PERMISSION_TOKEN);
    let saved = api
        .save(&["store/order/created"], "https://a.example.com")
        .await;
    assert_eq!(
        (saved.status, saved.json()),
        (200, assumed("unauthorized_feature"))
    );
    let mut expected = assumed("unauthorized_feature");
    expected["errors"][0]["path"] = json!(["deleteWebhook"]);
    assert_eq!(api.delete(&["store/order/created"]).await.json(), expected);
    expected["errors"][0]["path"] = json!(["listWebhook"]);
    let listed = api.op("ikas-v2/listWebhook", json!({})).await;
    assert_eq!(listed.json(), expected);
    let app = api.op("ikas-v2/getAuthorizedApp", json!({})).await.json();
    assert_eq!(app["data"]["getAuthorizedApp"]["id"], APP);
}

#[tokio::test]
async fn a_removed_app_has_nothing() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox).with(REMOVED_APP_TOKEN);
    assert_eq!(api.list().await, json!([]));
    let saved = api
        .save(&["store/order/created"], "https://a.example.com")
        .await;
    assert_eq!(saved.json(), assumed("app_not_found"));
    let deleted = api.delete(&["store/order/created"]).await.json();
    assert_eq!(deleted["errors"][0]["extensions"]["code"], "APP_NOT_FOUND");
    let app = api.op("ikas-v2/getAuthorizedApp", json!({})).await.json();
    assert_eq!(app, json!({ "data": { "getAuthorizedApp": null } }));
    for query in ["{ me { id } }", "{ getMerchant { id } }"] {
        let error = api.call(query, json!({})).await.json()["errors"][0].clone();
        assert_eq!(error["extensions"]["code"], "UNAUTHORIZED");
    }
    assert_eq!(sandbox.control.ikas.webhooks(REMOVED_APP).unwrap(), []);
}

#[tokio::test]
async fn a_merchant_removes_the_app_while_it_is_used() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    sandbox.control.ikas.remove_app(APP).unwrap();
    assert_eq!(api.list().await, json!([]));
    let saved = api
        .save(&["store/order/created"], "https://a.example.com")
        .await;
    assert_eq!(saved.json(), assumed("app_not_found"));
}
