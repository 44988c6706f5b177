//! Fact 7 and assumption 3: what a removal does.

use sandbox::sentera::{ACME, ACME_CHILD, EventType, SECOND_SUBSCRIPTION, SUBSCRIPTION};
use serde_json::json;

use super::api::{Api, assumed};
use crate::{api, blocks};

#[tokio::test]
async fn the_deleted_are_returned() {
    let sandbox = api::start().await;
    let api = Api::relay(&sandbox);
    let answer = api.delete(ACME_CHILD, &[SUBSCRIPTION]).await;
    let mut expected = blocks::json("response=sentera.delete/doc");
    expected["data"]["delete_webhook_subscriptions"][0]["sentera_id"] = json!(SUBSCRIPTION);
    assert_eq!((answer.status, answer.json()), (200, expected));
    let stored = sandbox.control.sentera.subscriptions(ACME_CHILD).unwrap();
    assert_eq!(stored.len(), 1);
}

#[tokio::test]
async fn what_is_unknown_or_of_another_organization_is_left_out() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    let of_acme = control.insert(ACME, "https://a.example.com", &[EventType::TaskModified]);
    let of_acme = of_acme.unwrap().sentera_id;
    let api = Api::relay(&sandbox);
    let ids = ["unknown", &of_acme, SECOND_SUBSCRIPTION];
    let answer = api.delete(ACME_CHILD, &ids).await.json();
    let expected = json!([{ "sentera_id": SECOND_SUBSCRIPTION }]);
    assert_eq!(answer["data"]["delete_webhook_subscriptions"], expected);
    assert_eq!(control.subscriptions(ACME).unwrap().len(), 1);
}

#[tokio::test]
async fn a_hundred_ids_are_the_most() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    control.clear(ACME_CHILD).unwrap();
    control.seed(ACME_CHILD, 101).unwrap();
    let stored = control.subscriptions(ACME_CHILD).unwrap();
    let ids: Vec<&str> = stored
        .iter()
        .map(|known| known.sentera_id.as_str())
        .collect();
    let api = Api::relay(&sandbox);
    let refused = api.delete(ACME_CHILD, &ids).await;
    assert_eq!(
        (refused.status, refused.json()),
        (200, assumed("too_many_ids"))
    );
    let deleted = api.delete(ACME_CHILD, &ids[..100]).await.json();
    let deleted = &deleted["data"]["delete_webhook_subscriptions"];
    assert_eq!(deleted.as_array().unwrap().len(), 100);
    assert_eq!(control.subscriptions(ACME_CHILD).unwrap().len(), 1);
}
