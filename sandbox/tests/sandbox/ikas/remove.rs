//! Fact 9 and assumption 3: what a removal does.

use sandbox::ikas::{APP, Missing, Saving};
use serde_json::json;

use super::api::{Api, rows};
use crate::{api, blocks};

#[tokio::test]
async fn every_row_of_the_scopes_goes() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.saving = Saving::Append);
    api.save(&["store/order/created"], "https://second.example.com")
        .await;
    let scopes = ["store/order/created", "store/order/updated"];
    let answer = api.delete(&scopes).await;
    let documented = blocks::json("response=ikas-v1.deleteWebhook/doc");
    assert_eq!((answer.status, answer.json()), (200, documented));
    assert!(
        rows(&sandbox)
            .iter()
            .all(|(scope, _)| !scopes.contains(&scope.as_str()))
    );
    assert_eq!(rows(&sandbox).len(), 2);
}

#[tokio::test]
async fn a_single_scope_is_a_list_of_one() {
    let sandbox = api::start().await;
    let query = "mutation { deleteWebhook(scopes: \"store/order/created\") }";
    let answer = Api::v1(&sandbox).call(query, json!({})).await.json();
    assert_eq!(answer, json!({ "data": { "deleteWebhook": true } }));
    assert_eq!(rows(&sandbox).len(), 3);
}

#[tokio::test]
async fn a_scope_that_is_not_registered_has_three_readings() {
    let sandbox = api::start().await;
    let api = Api::v2(&sandbox);
    let scopes = ["store/product/created"];
    for (missing, answered) in [
        (Missing::True, json!(true)),
        (Missing::False, json!(false)),
        (Missing::Error, json!(null)),
    ] {
        sandbox
            .control
            .ikas
            .switch(|switches| switches.missing = missing);
        let answer = api.delete(&scopes).await.json();
        assert_eq!(answer["data"]["deleteWebhook"], answered);
        assert_eq!(answer.get("errors").is_some(), missing == Missing::Error);
    }
    assert_eq!(rows(&sandbox).len(), 4);
}

#[tokio::test]
async fn a_removed_row_can_stay_marked() {
    let sandbox = api::start().await;
    let control = &sandbox.control.ikas;
    control.switch(|switches| switches.keep_deleted = true);
    let api = Api::v2(&sandbox);
    api.delete(&["store/stock/updated"]).await;
    let stored = control.webhooks(APP).unwrap();
    let marked: Vec<_> = stored.iter().map(|known| known.deleted).collect();
    assert_eq!(marked, [false, false, true, true]);
    api.save(&["store/stock/updated"], "https://again.example.com")
        .await;
    assert!(!control.webhooks(APP).unwrap()[2].deleted);
}
