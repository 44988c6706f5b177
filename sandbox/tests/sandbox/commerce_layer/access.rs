//! Facts 2 to 4: who is let in, and which media types are spoken.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::{Method, RequestBuilder};
use sandbox::commerce_layer::{
    EXPIRED_TOKEN, Environment, INTEGRATION_TOKEN, LIVE_TOKEN, OTHER_ORGANIZATION_TOKEN,
    READ_ONLY_TOKEN, SALES_CHANNEL_TOKEN,
};
use serde_json::{Value, json};

use super::api::{Api, MEDIA_TYPE, assumed, refusal};
use crate::{
    api::{self, Answer, request},
    blocks,
};

async fn send(call: RequestBuilder) -> Answer {
    api::send(call).await.unwrap()
}

#[tokio::test]
async fn a_bad_token_is_refused_before_anything_else() {
    let sandbox = api::start().await;
    let url = format!("{}/webhooks", Api::demo(&sandbox).url);
    let call = || request(Method::GET, &url);
    for call in [
        call(),
        call().bearer_auth("garbage"),
        call().bearer_auth(EXPIRED_TOKEN),
        call().bearer_auth(OTHER_ORGANIZATION_TOKEN),
        call().header("authorization", INTEGRATION_TOKEN),
    ] {
        let answer = send(call).await;
        assert_eq!(answer.status, 401);
        assert_eq!(answer.json(), refusal("invalid-token"));
        let content_type = answer.header("content-type");
        assert_eq!(
            content_type,
            Some("application/vnd.api+json; charset=utf-8")
        );
    }
}

#[tokio::test]
async fn a_token_expires_when_told_to() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    assert_eq!(api.get("webhooks", &[]).await.status, 200);
    let control = &sandbox.control.commerce_layer;
    control.expire(INTEGRATION_TOKEN).unwrap();
    assert_eq!(
        api.get("webhooks", &[]).await.json(),
        refusal("invalid-token")
    );
    sandbox.control.reset();
    assert_eq!(api.get("webhooks", &[]).await.status, 200);
}

#[tokio::test]
async fn a_role_without_the_action_is_refused_with_401_too() {
    let sandbox = api::start().await;
    let id = sandbox.control.commerce_layer.webhooks(Environment::Test)[0]
        .id
        .clone();
    let reader = Api::relay(&sandbox, READ_ONLY_TOKEN);
    assert_eq!(reader.get("webhooks", &[]).await.status, 200);
    assert_eq!(reader.get("event_callbacks", &[]).await.status, 200);
    let shop = Api::relay(&sandbox, SALES_CHANNEL_TOKEN);
    for answer in [
        reader.create(json!({ "topic": "orders.place" })).await,
        reader.update(&id, json!({ "name": "a" })).await,
        reader.delete(&id).await,
        shop.get("webhooks", &[]).await,
        shop.get(&format!("webhooks/{id}"), &[]).await,
    ] {
        assert_eq!(answer.status, 401);
        assert_eq!(answer.json(), refusal("unauthorized"));
    }
}

#[tokio::test]
async fn test_and_live_data_and_organizations_are_apart() {
    let sandbox = api::start().await;
    let demo = Api::demo(&sandbox);
    let live = Api::relay(&sandbox, LIVE_TOKEN);
    let other = Api {
        url: demo.url.replace("yourdomain", "otherdomain"),
        token: OTHER_ORGANIZATION_TOKEN,
    };
    let mut seen = Vec::new();
    for api in [&demo, &live, &other] {
        let list = api.get("webhooks", &[]).await.json();
        let meta = &list["data"][0]["meta"];
        let link = list["data"][0]["links"]["self"].as_str().unwrap();
        seen.push((
            list["meta"]["record_count"].as_u64().unwrap(),
            meta["mode"].as_str().unwrap().to_owned(),
            link.split('.').next().unwrap().to_owned(),
        ));
    }
    let expected = [
        (34, "test", "https://yourdomain"),
        (3, "live", "https://yourdomain"),
        (2, "test", "https://otherdomain"),
    ];
    assert_eq!(
        seen,
        expected.map(|(count, mode, link)| (count, mode.to_owned(), link.to_owned()))
    );
    let id = &sandbox.control.commerce_layer.webhooks(Environment::Test)[0].id;
    let hidden = live.get(&format!("webhooks/{id}"), &[]).await;
    assert_eq!((hidden.status, hidden.json()), (404, refusal("not-found")));
    assert_eq!(live.delete(id).await.status, 404);
}

#[tokio::test]
async fn only_json_api_is_spoken() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    let get = || api.bare(Method::GET, "webhooks");
    let refused = send(get().header("accept", "text/html")).await;
    assert_eq!(refused.status, 406);
    assert_eq!(refused.json(), assumed("not_acceptable_406"));
    for accept in [
        "application/json",
        "application/vnd.api+json; charset=utf-8",
    ] {
        assert_eq!(send(get().header("accept", accept)).await.status, 406);
    }
    assert_eq!(send(get()).await.status, 406);
    let several = get().header("accept", format!("text/html, {MEDIA_TYPE}"));
    assert_eq!(send(several).await.status, 200);

    let post = || {
        api.bare(Method::POST, "webhooks")
            .header("accept", MEDIA_TYPE)
    };
    let json = post().header("content-type", "application/json").body("{}");
    let refused = send(json).await;
    assert_eq!(refused.status, 415);
    assert_eq!(refused.json(), assumed("unsupported_415"));
    assert_eq!(send(post().body("{}")).await.status, 415);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let sandbox = api::start().await;
    let api = Api::demo(&sandbox);
    for path in [
        "orders",
        "webhooks/a/b",
        "webhooks/xYZkjABcde",
        "event_callbacks/a",
    ] {
        let answer = api.get(path, &[]).await;
        assert_eq!((answer.status, answer.json()), (404, refusal("not-found")));
    }
    for (method, path) in [
        (Method::PUT, "webhooks/a"),
        (Method::DELETE, "webhooks"),
        (Method::POST, "event_callbacks"),
    ] {
        assert_eq!(api.send(method, path, "{}").await.status, 405);
    }
}

fn claims(token: &str) -> Value {
    let middle = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(middle).unwrap()).unwrap()
}

#[test]
fn the_tokens_are_readable() {
    let demo = blocks::text("name=commerce-layer.jwt.demo");
    let expected = [INTEGRATION_TOKEN, EXPIRED_TOKEN];
    assert_eq!(demo.lines().collect::<Vec<_>>(), expected);
    let documented = blocks::json("name=commerce-layer.jwt.claims");
    assert_eq!(claims(INTEGRATION_TOKEN), documented);
    for (token, slug, kind, test, expires) in [
        (
            EXPIRED_TOKEN,
            "yourdomain",
            "integration",
            true,
            1_729_788_384_u64,
        ),
        (
            READ_ONLY_TOKEN,
            "yourdomain",
            "integration",
            true,
            4_102_444_800,
        ),
        (
            SALES_CHANNEL_TOKEN,
            "yourdomain",
            "sales_channel",
            true,
            4_102_444_800,
        ),
        (
            LIVE_TOKEN,
            "yourdomain",
            "integration",
            false,
            4_102_444_800,
        ),
        (
            OTHER_ORGANIZATION_TOKEN,
            "otherdomain",
            "integration",
            true,
            4_102_444_800,
        ),
    ] {
        let claims = claims(token);
        assert_eq!(claims["organization"]["slug"], slug);
        assert_eq!(claims["application"]["kind"], kind);
        assert_eq!(
            (&claims["test"], &claims["exp"]),
            (&json!(test), &json!(expires))
        );
    }
}
