//! Strict before sending: every problem at its field, all of them named, nothing sent.

use e2e::{
    Door, Scene,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
    },
};

use crate::sent;

const CREATE: &str = "Create subscription";

#[tokio::test]
async fn all_problems_stand_at_their_fields_and_in_one_summary() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            assert!(
                !editor
                    .dialog
                    .get("button", CREATE)
                    .await
                    .node
                    .is("disabled"),
                "never disabled because of problems"
            );
            editor.submit(CREATE).await;
            let alert = editor.alert("No event is chosen").await;
            alert.says("The endpoint is empty").await;
            let event = editor.event().await.node;
            assert!(
                event.is("invalid") && event.description.contains("No event is chosen"),
                "{event:?}"
            );
            let endpoint = editor.endpoint().await.node;
            assert!(
                endpoint.is("invalid") && endpoint.description.contains("The endpoint is empty"),
                "{endpoint:?}"
            );
            // A problem goes as soon as it is mended.
            editor
                .fill("vendor/updated", "https://hooks.example.com/x")
                .await;
            page.gone("alert", "").await;
            assert!(!editor.endpoint().await.node.is("invalid"));
            assert!(sent::bodies(stage, Mode::Integration.create()).is_empty());
        })
        .await;
}

#[tokio::test]
async fn an_endpoint_is_refused_with_its_reason() {
    let refused = [
        ("ftp://hooks.example.com/x", "only https:// is allowed"),
        (
            "https://user:pass@hooks.example.com/x",
            "user name or password",
        ),
        ("https://hooks.example.com/x#part", "never sent to a server"),
        ("https://127.1/x", "not a public address"),
        ("https://2130706433/x", "not a public address"),
        ("https://10.0.0.1/x", "not a public address"),
        ("https://[::1]/x", "not a public address"),
        ("https://shop.local/x", "inside one network"),
        ("https://localhost/x", "the computer itself"),
        ("https://shopserver/x", "without a dot"),
        ("https://hooks.example.com./x", "ends with a dot"),
        ("https://hooks.example.com/a b", "no spaces"),
        ("https:\\\\hooks.example.com\\x", "no backslashes"),
    ];
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("vendor/updated", "x").await;
            editor.submit(CREATE).await;
            for (endpoint, reason) in refused {
                editor.endpoint().await.fill(endpoint).await;
                editor.submit(CREATE).await;
                editor.alert(reason).await;
                let field = editor.endpoint().await.node;
                assert!(
                    field.is("invalid") && field.description.contains(reason),
                    "{endpoint}: {field:?}"
                );
            }
            assert!(
                sent::bodies(stage, Mode::Integration.create()).is_empty(),
                "nothing was sent"
            );
        })
        .await;
}

#[tokio::test]
async fn http_is_refused_and_its_fix_can_be_pressed() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "http://hooks.example.com/x")
                .await;
            editor.submit(CREATE).await;
            editor.alert("not encrypted").await;
            editor
                .dialog
                .get("button", "Use https://hooks.example.com/x")
                .await
                .click()
                .await;
            assert_eq!(
                editor.endpoint().await.value().await,
                "https://hooks.example.com/x"
            );
            page.gone("alert", "").await;
            editor.submit(CREATE).await;
            editor.gone().await;
            let bodies = sent::bodies(stage, Mode::Integration.create());
            assert_eq!(
                bodies[0]["variables"]["input"]["endPoint"],
                "https://hooks.example.com/x"
            );
        })
        .await;
}

#[tokio::test]
async fn an_endpoint_that_the_parser_changes_is_shown_before_it_is_sent() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://Hooks.Example.com:443/a/../b")
                .await;
            page.shows("This will be sent: https://hooks.example.com/b")
                .await;
            editor.submit(CREATE).await;
            editor.gone().await;
            let bodies = sent::bodies(stage, Mode::Integration.create());
            assert_eq!(
                bodies[0]["variables"]["input"]["endPoint"],
                "https://hooks.example.com/b"
            );
        })
        .await;
}

#[tokio::test]
async fn a_refusal_of_the_platform_lands_on_its_field() {
    use sandbox::{Effect, Fault};
    use serde_json::json;
    let refusal = |message: &str, code: &str| {
        let body = json!({ "data": null, "errors": [{ "message": message, "extensions": { "code": code }, "path": ["integrationWebhookCreate"] }] });
        Fault::next(Effect::Answer {
            status: 200,
            headers: Default::default(),
            body: Some(body),
        })
        .on(Mode::Integration.create())
    };
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/x")
                .await;

            platform.queue_fault(refusal("endPoint must be a valid URL", "BAD_USER_INPUT"));
            editor.submit(CREATE).await;
            editor.alert("endPoint must be a valid URL").await;
            let field = editor.endpoint().await.node;
            assert!(
                field.is("invalid") && field.description.contains("endPoint must be a valid URL"),
                "{field:?}"
            );

            platform.queue_fault(refusal("headers must be a JSON object", "BAD_USER_INPUT"));
            editor.submit(CREATE).await;
            editor.alert("headers must be a JSON object").await;
            assert!(!editor.endpoint().await.node.is("invalid"));
        })
        .await;
}
