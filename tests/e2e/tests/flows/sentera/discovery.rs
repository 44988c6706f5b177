//! What the schema says decides what the console shows; when it says nothing, the documented remains.

use e2e::{
    Door, Scene,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::{Effect, Fault};

use super::{DISCOVERY, FEATURE_SET, READ, SURVEY, TASK, discoverable, events, strike};

#[tokio::test]
async fn where_introspection_is_refused_the_documented_types_and_the_ledger_remain() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            stage
                .sandbox
                .sentera
                .switch(|switches| switches.introspection = false);
            sentera::connect(page, "Acme").await;
            page.shows("Sentera does not document a list of subscriptions")
                .await;
            assert!(page.nodes("alert").await.is_empty(), "its failure is fine");
            let editor = Editor::new(page).await;
            editor.events().await.click().await;
            let options = page.nodes("option").await.len();
            assert_eq!(options, 2, "{FEATURE_SET} and {TASK}");
            page.shows("Callback authentication is not offered here")
                .await;
            editor.add(SURVEY).await;
            page.shows("This event is not in Sentera’s documentation")
                .await;
            editor.cancel().await;
        })
        .await;
}

#[tokio::test]
async fn a_refresh_finds_the_list_that_connecting_missed_and_never_unlearns_it() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            strike(stage, &Fault::next(Effect::HtmlError).times(3), DISCOVERY);
            sentera::connect(page, "Acme").await;
            page.get("heading", "No subscriptions yet").await;
            page.get("button", "Track an existing subscription").await;
            page.click("button", "Refresh").await;
            wall::shows_exactly(page, &events(stage)).await;
            page.gone("button", "Track an existing subscription").await;

            for effect in [Effect::Drop, Effect::MalformedJson, Effect::HtmlError] {
                strike(stage, &Fault::next(effect).times(3), DISCOVERY);
                stage.sandbox.clear_received();
                page.click("button", "Refresh").await;
                let is_read = |call: &sandbox::Received| call.operation.as_deref() == Some(READ);
                stage.sandbox.wait_for_received(1, is_read).await;
                wall::shows_exactly(page, &events(stage)).await;
                stage.sandbox.sentera.clear_faults();
                assert!(!page.has("button", "Track an existing subscription").await);
            }
        })
        .await;
}
