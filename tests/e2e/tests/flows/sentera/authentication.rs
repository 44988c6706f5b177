//! "Callback authentication": its fields come from the schema, it is masked, sent once, and never kept.

use e2e::{
    Door, Scene,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::{Effect, Fault, sentera::Authentication};
use serde_json::json;

use super::{CREATE, ENDPOINT, TASK, clear, discoverable, draft, held, strike};
use crate::sent;

const SECRET: &str = "callback-secret-4711";
const FIELDS: [&str; 4] = ["client id", "client secret", "token url", "scope"];

#[tokio::test]
async fn it_is_masked_sent_once_and_kept_nowhere() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            clear(stage);
            sentera::connect(page, "Acme").await;
            let editor = draft(page, &[TASK], ENDPOINT).await;
            let group = editor.dialog.get("group", "Callback authentication").await;
            group.says("sent once and never kept").await;
            let values = ["pegboard", SECRET, "https://auth.example.com/token", "hooks"];
            for (name, value) in FIELDS.into_iter().zip(values) {
                let field = group.get("textbox", name).await;
                field.fill(value).await;
                assert_eq!(field.attribute("type").await.as_deref(), Some("password"), "{name}");
            }
            strike(stage, &Fault::next(Effect::Hold), CREATE);
            editor.submit("Create subscription").await;
            stage.sandbox.sentera.wait_for_held(1).await;
            // The write is noted by now.
            let kept = "return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])";
            let noted = page.script(kept).await.to_string();
            assert!(noted.contains(ENDPOINT) && !noted.contains(SECRET), "{noted}");
            stage.sandbox.sentera.release();
            editor.gone().await;
            wall::has(page, TASK).await;

            let [client_id, client_secret, token_url, scope] = values.map(str::to_owned);
            let sent = sent::bodies(stage, CREATE);
            assert_eq!(sent.len(), 1);
            assert_eq!(
                sent[0]["variables"]["authentication"],
                json!({ "client_id": client_id, "client_secret": client_secret, "token_url": token_url, "scope": scope })
            );
            let stored = held(stage).pop().unwrap().authentication;
            let wanted = Authentication { client_id, client_secret, token_url, scope: Some(scope) };
            assert_eq!(stored, Some(wanted));

            // A copy has none of it, and neither has the page.
            wall::action(page, "Duplicate", TASK).await.click().await;
            let editor = Editor::open(page, "New subscription").await;
            for name in FIELDS {
                assert_eq!(editor.dialog.get("textbox", name).await.value().await, "", "{name}");
            }
            editor.cancel().await;
            let page_holds = page.script("return document.documentElement.outerHTML + location.href").await;
            let stored = page.script(kept).await;
            assert!(!page_holds.to_string().contains(SECRET) && !stored.to_string().contains(SECRET));
        })
        .await;
}

#[tokio::test]
async fn half_of_it_is_not_sent_and_none_of_it_is_fine() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            discoverable(stage);
            clear(stage);
            sentera::connect(page, "Acme").await;
            stage.sandbox.clear_received();
            let editor = draft(page, &[TASK], ENDPOINT).await;
            let field = async |name| editor.dialog.get("textbox", name).await;
            field("client id").await.fill("pegboard").await;
            editor.submit("Create subscription").await;
            editor
                .alert("Fill in this field as well, or empty the whole group")
                .await;
            for (name, invalid) in FIELDS.into_iter().zip([false, true, true, false]) {
                assert_eq!(field(name).await.node.is("invalid"), invalid, "{name}");
            }
            assert!(stage.sandbox.received().is_empty());
            field("client id").await.fill("").await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            let sent = sent::bodies(stage, CREATE);
            assert_eq!(sent.len(), 1);
            assert_eq!(sent[0]["variables"].get("authentication"), None);
            assert_eq!(held(stage).pop().unwrap().authentication, None);
        })
        .await;
}

#[tokio::test]
async fn a_scope_alone_wants_the_rest_of_the_group() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            sentera::connect(page, "Acme").await;
            stage.sandbox.clear_received();
            let editor = draft(page, &[TASK], ENDPOINT).await;
            editor
                .dialog
                .get("textbox", "scope")
                .await
                .fill("hooks")
                .await;
            editor.submit("Create subscription").await;
            editor
                .alert("Fill in this field as well, or empty the whole group")
                .await;
            assert!(
                editor
                    .dialog
                    .get("textbox", "client id")
                    .await
                    .node
                    .is("invalid")
            );
            assert!(stage.sandbox.received().is_empty());
        })
        .await;
}
