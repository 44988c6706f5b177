//! `@commercelayer/sdk` against the stand-in.

use sandbox::Options;

use crate::script;

#[tokio::test]
async fn the_vendors_client_can_be_loaded() {
    let sandbox = sandbox::start(Options::default()).await.unwrap();
    let settings = [("SANDBOX", sandbox.cross_origin.as_str())];
    script::run("commerce-layer.mjs", "COMMERCE_LAYER_SDK", &settings).await;
}
