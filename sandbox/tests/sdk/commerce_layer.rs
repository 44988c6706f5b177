//! `@commercelayer/sdk` against the stand-in of Commerce Layer.

use sandbox::{Options, commerce_layer::INTEGRATION_TOKEN};

use crate::script;

#[tokio::test]
async fn the_vendors_client_lists_creates_updates_and_deletes() {
    let sandbox = sandbox::start(Options::default()).await.unwrap();
    let api = format!("{}/commerce-layer/yourdomain/api", sandbox.cross_origin);
    let settings = [("API", api.as_str()), ("TOKEN", INTEGRATION_TOKEN)];
    script::run("commerce-layer.mjs", "COMMERCE_LAYER_SDK", &settings).await;

    let received = sandbox.control.received();
    let operations: Vec<_> = received
        .iter()
        .map(|call| call.operation.as_deref().unwrap())
        .collect();
    assert_eq!(
        operations,
        [
            "list_webhooks",
            "list_webhooks",
            "list_webhooks",
            "create_webhook",
            "update_webhook",
            "update_webhook",
            "update_webhook",
            "update_webhook",
            "list_event_callbacks",
            "create_webhook",
            "delete_webhook",
            "get_webhook",
        ]
    );
}
