//! Facts 5 and 13, and the demo data of assumption 10.

use sandbox::ikas::{ADMIN_CHANNEL, APP, STOREFRONT_CHANNEL};
use serde_json::json;

use super::api::Api;
use crate::{api, blocks};

#[tokio::test]
async fn the_documented_example_is_answered() {
    let sandbox = api::start().await;
    let control = &sandbox.control.ikas;
    control.clear(APP).unwrap();
    let documented = blocks::json("response=ikas-v1.listWebhook/doc");
    for row in documented["data"]["listWebhook"].as_array().unwrap() {
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        let inserted = control
            .insert(APP, &text("scope"), &text("endpoint"))
            .unwrap();
        let set = |webhook: &mut sandbox::ikas::Webhook| {
            webhook.id = text("id");
            webhook.created_at = row["createdAt"].as_i64().unwrap();
            webhook.updated_at = row["updatedAt"].as_i64().unwrap();
        };
        control.change(&inserted.id, set).unwrap();
    }
    for name in ["ikas-v1/listWebhook", "ikas-v1/listWebhook.sdk"] {
        let answer = Api::v1(&sandbox).op(name, json!({})).await;
        assert_eq!((answer.status, answer.json()), (200, documented.clone()));
    }
}

#[tokio::test]
async fn the_demo_wall_has_four_rows() {
    let sandbox = api::start().await;
    let listed = Api::v2(&sandbox).list().await;
    let rows = listed.as_array().unwrap();
    let endpoints: Vec<_> = rows.iter().map(|row| &row["endpoint"]).collect();
    let deleted = rows.iter().filter(|row| row["deleted"] == true).count();
    assert_eq!((rows.len(), deleted, endpoints[0]), (4, 1, endpoints[1]));
    assert!(rows.iter().all(|row| row["createdAt"].is_i64()));
    assert_eq!(Api::v1(&sandbox).list().await, listed);
}

#[tokio::test]
async fn sales_channels_are_listed_and_filtered() {
    let sandbox = api::start().await;
    let api = Api::v1(&sandbox);
    for (filter, expected) in [
        (json!(null), vec![STOREFRONT_CHANNEL, ADMIN_CHANNEL]),
        (json!({ "eq": ADMIN_CHANNEL }), vec![ADMIN_CHANNEL]),
        (
            json!({ "in": [STOREFRONT_CHANNEL] }),
            vec![STOREFRONT_CHANNEL],
        ),
        (json!({ "ne": ADMIN_CHANNEL }), vec![STOREFRONT_CHANNEL]),
        (json!({ "nin": [STOREFRONT_CHANNEL] }), vec![ADMIN_CHANNEL]),
    ] {
        let variables = json!({ "id": filter });
        let answer = api
            .op("ikas-v1/listSalesChannel.sdk", variables)
            .await
            .json();
        let channels = answer["data"]["listSalesChannel"]
            .as_array()
            .unwrap()
            .clone();
        let ids: Vec<_> = channels.iter().map(|channel| &channel["id"]).collect();
        assert_eq!(ids, expected, "{filter}");
    }
}
