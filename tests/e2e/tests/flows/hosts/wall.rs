//! The whole wall through nginx: every demo connection by the relay, below a sub-path, in the browser.

use e2e::{
    Scene, Server,
    pages::{editor::Editor, removal, wall},
};
use sandbox::happycolis::INTEGRATION;
use serde_json::Value;

use crate::sent;

const ENDPOINT: &str = "https://hooks.example.com/vendors";

#[tokio::test]
async fn the_demo_wall_works_through_nginx_and_its_relay() {
    let demo: Value = serde_json::from_str(xtask::start::CONFIG).unwrap();
    let demo = demo["demo"].clone();
    let connections = demo.as_array().unwrap().len();
    Scene::behind(Server::NginxWithBrotli)
        .base("/some/deep/path/")
        .demo(demo)
        .play(async |stage| {
            let page = &stage.page;
            page.click("button", "Open the demo wall").await;
            for event in [
                "order/created",
                "store/stock/updated",
                "transactions.refused",
            ] {
                wall::has(page, event).await;
            }
            let platforms = |names: &[&str]| {
                let received = stage.sandbox.received();
                names
                    .iter()
                    .all(|name| received.iter().any(|call| call.platform == *name))
            };
            let all = ["happycolis", "ikas", "commerce-layer", "sentera"];
            assert!(connections == 5 && platforms(&all));
            let editor = Editor::new(page).await;
            let connection = editor.dialog.get("combobox", "Connection").await;
            // The client without a list is connected too.
            for name in ["Demo OAuth client", "Demo integration app"] {
                connection.choose(name).await;
            }
            editor.fill("vendor/updated", ENDPOINT).await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, "vendor/updated").await;
            assert!(sent::held(stage, INTEGRATION).contains(&"vendor/updated".to_owned()));

            wall::action(page, "Remove", "vendor/updated")
                .await
                .click()
                .await;
            removal::confirm(page).await;
            page.gone("alertdialog", "Remove subscription?").await;
            wall::lacks(page, "vendor/updated").await;
            assert!(!sent::held(stage, INTEGRATION).contains(&"vendor/updated".to_owned()));

            // The other methods, which only Commerce Layer needs.
            let topic = "orders.approve";
            wall::action(page, "Disable", topic).await.click().await;
            wall::action(page, "Enable", topic).await;
            wall::action(page, "Remove", topic).await.click().await;
            removal::confirm(page).await;
            wall::lacks(page, topic).await;
            for method in ["GET", "POST", "PATCH", "DELETE"] {
                let sent = |call: &sandbox::Received| call.method == method;
                assert!(stage.sandbox.received().iter().any(sent), "{method}");
            }
        })
        .await;
}
