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
            assert!(!editor.dialog.get("button", CREATE).await.node.is("disabled"), "never disabled because of problems");
            editor.submit(CREATE).await;
            let alert = editor.alert("No event is chosen").await;
            alert.says("The endpoint is empty").await;
            let event = editor.event().await.node;
            assert!(event.is("invalid") && event.description.contains("No event is chosen"), "{event:?}");
            let endpoint = editor.endpoint().await.node;
            assert!(endpoint.is("invalid") && endpoint.description.contains("The endpoint is empty"), "{endpoint:?}");
            // A problem goes as soon as it is mended.
            editor.fill("vendor/updated", "https://hooks.example.com/x").await;
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
        ("https://user:pass@hooks.example.com/x", "user name or password"),
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
                assert!(field.is("invalid") && field.description.contains(reason), "{endpoint}: {field:?}");
            }
            assert!(sent::bodies(stage, Mode::Integration.create()).is_empty(), "nothing was sent");
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
            editor.fill("vendor/updated", "http://hooks.example.com/x").await;
            editor.submit(CREATE).await;
            editor.alert("not encrypted").await;
            editor.dialog.get("button", "Use https://hooks.example.com/x").await.click().await;
            assert_eq!(editor.endpoint().await.value().await, "https://hooks.example.com/x");
            page.gone("alert", "").await;
            editor.submit(CREATE).await;
            editor.gone().await;
            let bodies = sent::bodies(stage, Mode::Integration.create());
            assert_eq!(bodies[0]["variables"]["input"]["endPoint"], "https://hooks.example.com/x");
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
            editor.fill("vendor/updated", "https://Hooks.Example.com:443/a/../b").await;
            page.shows("This will be sent: https://hooks.example.com/b").await;
            editor.submit(CREATE).await;
            editor.gone().await;
            let bodies = sent::bodies(stage, Mode::Integration.create());
            assert_eq!(bodies[0]["variables"]["input"]["endPoint"], "https://hooks.example.com/b");
        })
        .await;
}

#[tokio::test]
async fn headers_that_are_no_object_of_strings_are_refused_with_their_place() {
    let refused = [
        ("[\"X-Key\", \"1\"]", "is an array, but an object of strings is wanted"),
        ("\"X-Key\"", "is a string, but an object"),
        ("null", "is null, but an object"),
        ("{ \"X-Key\": 1 }", "is a number, but a string is wanted"),
        ("{ \"X-Key\": { } }", "is an object, but a string is wanted"),
        ("{\n  \"X-Key\": \"1\",\n}", "The comma before this has nothing after it"),
        ("{ \"X-Key\": \"1\"", "ends too early"),
        ("{ \"X-Key\": \"1\", \"x-key\": \"2\" }", "upper and lower case make no difference"),
        ("{ \"X-Key\": \"1\", \"X-Key\": \"2\" }", "Another header has the same name"),
    ];
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("vendor/updated", "https://hooks.example.com/x").await;
            let area = editor.headers_as_json("{}").await;
            for (json, said) in refused {
                area.fill(json).await;
                editor.submit(CREATE).await;
                editor.alert(said).await;
                let field = area.now().await;
                assert!(field.is("invalid") && field.description.contains(said), "{json}: {field:?}");
            }
            // Text that cannot become rows stays where it is.
            area.fill("[1]").await;
            editor.dialog.get("tab", "Rows").await.click().await;
            page.shows("Correct the JSON first").await;
            assert_eq!(area.value().await, "[1]");
            assert!(sent::bodies(stage, Mode::Integration.create()).is_empty(), "nothing was sent");
        })
        .await;
}

#[tokio::test]
async fn header_rows_are_refused_at_their_own_field() {
    let refused = [
        ("Host", "x", "is set by every delivery itself"),
        ("Connection", "x", "belongs to the connection"),
        ("x-happycolis-webhook-signature", "x", "is set by the platform itself"),
        ("X Key", "x", "cannot contain a space"),
        ("X-Key", "caf\u{e9}", "plain letters"),
    ];
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("vendor/updated", "https://hooks.example.com/x").await;
            for (name, value, said) in refused {
                editor.add_header(name, value).await;
                editor.submit(CREATE).await;
                editor.alert(said).await;
                let fields = editor.dialog.nodes("textbox").await;
                let blamed = fields.iter().find(|field| field.is("invalid")).expect("a field is blamed");
                assert!(blamed.name.starts_with("Header") && blamed.description.contains(said), "{blamed:?}");
                editor.dialog.get("button", "Remove header").await.click().await;
            }
            editor.add_header("X-Key", "1").await;
            editor.add_header("x-KEY", "2").await;
            editor.submit(CREATE).await;
            editor.alert("Another header has the same name").await;
            assert!(sent::bodies(stage, Mode::Integration.create()).is_empty(), "nothing was sent");
        })
        .await;
}

#[tokio::test]
async fn a_refusal_of_the_platform_lands_on_its_field() {
    use sandbox::{Effect, Fault};
    use serde_json::json;
    let refusal = |message: &str, code: &str| {
        let body = json!({ "data": null, "errors": [{ "message": message, "extensions": { "code": code }, "path": ["integrationWebhookCreate"] }] });
        Fault::next(Effect::Answer { status: 200, headers: Default::default(), body: Some(body) }).on(Mode::Integration.create())
    };
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("vendor/updated", "https://hooks.example.com/x").await;

            platform.queue_fault(refusal("endPoint must be a valid URL", "BAD_USER_INPUT"));
            editor.submit(CREATE).await;
            editor.alert("endPoint must be a valid URL").await;
            let field = editor.endpoint().await.node;
            assert!(field.is("invalid") && field.description.contains("endPoint must be a valid URL"), "{field:?}");

            platform.queue_fault(refusal("headers must be a JSON object", "BAD_USER_INPUT"));
            editor.submit(CREATE).await;
            editor.alert("headers must be a JSON object").await;
            assert!(!editor.endpoint().await.node.is("invalid"));
        })
        .await;
}
