//! `@ikas/admin-api-client` against v2 of the stand-in of ikas, and `@ikas/api-client` against v1.

use sandbox::{
    Options, OrderedJson, Running,
    ikas::{APP, TOKEN},
};

use crate::script;

fn api(sandbox: &Running, version: &str) -> String {
    format!("{}/ikas/api/{version}/admin/graphql", sandbox.cross_origin)
}

fn operations(sandbox: &Running) -> Vec<String> {
    let received = sandbox.control.received();
    received
        .into_iter()
        .filter_map(|call| call.operation)
        .collect()
}

#[tokio::test]
async fn the_vendors_client_lists_saves_and_deletes() {
    let sandbox = sandbox::start(Options::default()).await.unwrap();
    let data: OrderedJson =
        serde_json::from_str("{ \"id\": \"o1\", \"name\": \"Çay — Özel ☕\" }").unwrap();
    let control = &sandbox.control.ikas;
    control.fire(APP, "store/order/created", &data).unwrap();
    control.settled().await;
    let received = sandbox.control.deliveries().remove(0).body;

    let api = api(&sandbox, "v2");
    let settings = [
        ("API", api.as_str()),
        ("TOKEN", TOKEN),
        ("RECEIVED", &received),
    ];
    script::run("ikas.mjs", "IKAS_SDK", &settings).await;
    assert_eq!(
        operations(&sandbox),
        [
            "ListWebhook",
            "SaveWebhooks",
            "ListWebhook",
            "SaveWebhooks",
            "SaveWebhooks",
            "ListWebhook",
            "DeleteWebhook",
            "ListWebhook",
        ]
    );
}

#[tokio::test]
async fn the_vendors_older_client_lists_saves_and_deletes() {
    let sandbox = sandbox::start(Options::default()).await.unwrap();
    let api = api(&sandbox, "v1");
    let settings = [("API", api.as_str()), ("TOKEN", TOKEN)];
    script::run("ikas-v1.mjs", "IKAS_V1_SDK", &settings).await;
    assert_eq!(
        operations(&sandbox),
        [
            "listWebhook",
            "me",
            "listSalesChannel",
            "saveWebhook",
            "deleteWebhook",
            "listWebhook",
        ]
    );
}
