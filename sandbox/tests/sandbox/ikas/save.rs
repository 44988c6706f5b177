//! Facts 5 to 8 and assumptions 1, 2, 4, 5 and 6: what a save does.

use sandbox::ikas::{ADMIN_CHANNEL, APP, Saving};
use serde_json::{Value, json};

use super::api::{Api, assumed, rows};
use crate::{api, blocks};

const ORDERS: &str = "store/order/created";

/// The refusal of one argument.
fn invalid(property: &str, constraint: &str, message: &str) -> Value {
    let mut expected = assumed("argument_validation");
    expected["errors"][0]["extensions"]["validationErrors"] =
        json!([{ "property": property, "constraints": { constraint: message } }]);
    expected
}

#[tokio::test]
async fn a_bare_string_is_a_list_of_one() {
    let sandbox = api::start().await;
    sandbox.control.ikas.clear(APP).unwrap();
    let answer = Api::v1(&sandbox).op("ikas-v1/saveWebhook", json!({})).await;
    let documented = blocks::json("response=ikas-v1.saveWebhook/doc");
    let (mut saved, mut expected) = (answer.json(), documented);
    for generated in ["id", "createdAt", "updatedAt"] {
        for value in [&mut saved, &mut expected] {
            let member = value["data"]["saveWebhook"][0][generated].take();
            assert_eq!(member.is_string(), generated == "id");
        }
    }
    assert_eq!((answer.status, saved), (200, expected));
}

#[tokio::test]
async fn every_accepted_scope_gives_a_row() {
    let sandbox = api::start().await;
    sandbox.control.ikas.clear(APP).unwrap();
    let lines = blocks::text("name=ikas.scopes").lines();
    let scopes: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
    assert_eq!(scopes.len(), 11);
    let api = Api::v2(&sandbox);
    let saved = api.save(&scopes, "https://example.com/hooks").await.json();
    assert_eq!(saved["data"]["saveWebhooks"].as_array().unwrap().len(), 11);
    assert_eq!(api.list().await, saved["data"]["saveWebhooks"]);
}

#[tokio::test]
async fn what_cannot_be_registered_is_refused() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let before = rows(&sandbox);
    let refused = blocks::text("name=ikas.scopes-refused").lines();
    for scope in refused.chain(["order_created", ""]) {
        let answer = api.save(&[scope], "https://example.com").await;
        assert_eq!(
            (answer.status, answer.json()),
            (200, assumed("invalid_scope"))
        );
    }
    assert_eq!(rows(&sandbox), before);
}

#[tokio::test]
async fn one_bad_scope_spoils_all_or_only_itself() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let before = rows(&sandbox);
    let scopes = ["store/product/created", "store/app/payment"];
    let spoilt = api.save(&scopes, "https://example.com").await.json();
    assert_eq!((spoilt, rows(&sandbox)), (assumed("invalid_scope"), before));

    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.save_the_good = true);
    let saved = api.save(&scopes, "https://example.com").await.json();
    let saved = saved["data"]["saveWebhooks"].as_array().unwrap().clone();
    assert_eq!(saved.len(), 1);
    assert_eq!(saved[0]["scope"], "store/product/created");
}

#[tokio::test]
async fn v2_takes_public_https_and_v1_any_url() {
    let sandbox = api::start().await;
    for endpoint in ["http://example.com", "https://192.168.1.1/", "nope"] {
        let answer = Api::v2(&sandbox).save(&[ORDERS], endpoint).await;
        assert_eq!(
            (answer.status, answer.json()),
            (200, assumed("argument_validation"))
        );
    }
    let v1 = Api::v1(&sandbox);
    let save = async |endpoint: &str| {
        let input = json!({ "input": { "endpoint": endpoint, "scopes": [ORDERS] } });
        v1.op("ikas-v1/saveWebhook.sdk", input).await.json()
    };
    let saved = save("http://example.com").await;
    assert_eq!(
        saved["data"]["saveWebhook"][0]["endpoint"],
        "http://example.com"
    );
    let mut expected = invalid("endpoint", "isUrl", "endpoint must be a URL");
    expected["data"] = json!({ "saveWebhook": null });
    expected["errors"][0]["path"] = json!(["saveWebhook"]);
    assert_eq!(save("nope").await, expected);
}

#[tokio::test]
async fn scopes_and_sales_channels_are_checked() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let empty = api.save(&[], "https://example.com").await.json();
    let expected = invalid("scopes", "arrayNotEmpty", "scopes should not be empty");
    assert_eq!(empty, expected);
    let save = async |channels: Value| {
        let input = json!({
            "endpoint": "https://example.com", "scopes": [ORDERS], "salesChannelIds": channels,
        });
        api.op("ikas-v2/saveWebhooks", json!({ "input": input }))
            .await
            .json()
    };
    let message = "salesChannelIds must be ids of sales channels";
    let expected = invalid("salesChannelIds", "isIn", message);
    assert_eq!(save(json!(["unknown"])).await, expected);
    let channels = || {
        sandbox.control.ikas.webhooks(APP).unwrap()[0]
            .sales_channel_ids
            .clone()
    };
    for (chosen, stored) in [
        (json!([ADMIN_CHANNEL]), vec![ADMIN_CHANNEL.to_owned()]),
        (json!([]), vec![]),
        (json!(null), vec![]),
    ] {
        assert_eq!(save(chosen).await.get("errors"), None);
        assert_eq!(channels(), stored);
    }
}

#[tokio::test]
async fn saving_again_replaces_adds_or_is_refused() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let control = &sandbox.control.ikas;
    let of_orders = || {
        let stored = control.webhooks(APP).unwrap();
        let rows = stored.into_iter().filter(|known| known.scope == ORDERS);
        rows.collect::<Vec<_>>()
    };
    let before = of_orders();
    api.save(&[ORDERS], "https://new.example.com").await;
    let [replaced] = &of_orders()[..] else {
        panic!("one row")
    };
    assert_eq!(
        (&replaced.id, replaced.created_at),
        (&before[0].id, before[0].created_at)
    );
    assert_eq!(replaced.endpoint, "https://new.example.com");
    assert!(replaced.updated_at > before[0].updated_at);

    control.switch(|switches| switches.saving = Saving::Append);
    api.save(&[ORDERS], "https://third.example.com").await;
    api.save(&[ORDERS], "https://third.example.com").await;
    let endpoints: Vec<String> = of_orders().into_iter().map(|row| row.endpoint).collect();
    assert_eq!(
        endpoints,
        ["https://new.example.com", "https://third.example.com"]
    );

    control.switch(|switches| switches.saving = Saving::Refuse);
    let refused = api
        .save(&[ORDERS], "https://fourth.example.com")
        .await
        .json();
    let message = "scopes must not be registered already";
    assert_eq!(refused, invalid("scopes", "isUnique", message));
    assert_eq!(of_orders().len(), 2);
}
