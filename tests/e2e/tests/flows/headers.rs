//! Custom headers are judged before they are sent, each problem at its place.

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
async fn headers_that_are_no_object_of_strings_are_refused_with_their_place() {
    let refused = [
        (
            "[\"X-Key\", \"1\"]",
            "is an array, but an object of strings is wanted",
        ),
        ("\"X-Key\"", "is a string, but an object"),
        ("null", "is null, but an object"),
        ("{ \"X-Key\": 1 }", "is a number, but a string is wanted"),
        ("{ \"X-Key\": { } }", "is an object, but a string is wanted"),
        (
            "{\n  \"X-Key\": \"1\",\n}",
            "The comma before this has nothing after it",
        ),
        ("{ \"X-Key\": \"1\"", "ends too early"),
        (
            "{ \"X-Key\": \"1\", \"x-key\": \"2\" }",
            "upper and lower case make no difference",
        ),
        (
            "{ \"X-Key\": \"1\", \"X-Key\": \"2\" }",
            "Another header has the same name",
        ),
    ];
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/x")
                .await;
            let area = editor.headers_as_json("{}").await;
            for (json, said) in refused {
                area.fill(json).await;
                editor.submit(CREATE).await;
                editor.alert(said).await;
                let field = area.now().await;
                assert!(
                    field.is("invalid") && field.description.contains(said),
                    "{json}: {field:?}"
                );
            }
            // Text that cannot become rows stays where it is.
            area.fill("[1]").await;
            editor.dialog.get("tab", "Rows").await.click().await;
            page.shows("Correct the JSON first").await;
            assert_eq!(area.value().await, "[1]");
            assert!(
                sent::bodies(stage, Mode::Integration.create()).is_empty(),
                "nothing was sent"
            );
        })
        .await;
}

#[tokio::test]
async fn header_rows_are_refused_at_their_own_field() {
    let refused = [
        ("Host", "x", "is set by every delivery itself"),
        ("Connection", "x", "belongs to the connection"),
        (
            "x-happycolis-webhook-signature",
            "x",
            "is set by the platform itself",
        ),
        ("X Key", "x", "cannot contain a space"),
        ("X-Key", "caf\u{e9}", "plain letters"),
    ];
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/x")
                .await;
            for (name, value, said) in refused {
                editor.add_header(name, value).await;
                editor.submit(CREATE).await;
                editor.alert(said).await;
                let fields = editor.dialog.nodes("textbox").await;
                let blamed = fields
                    .iter()
                    .find(|field| field.is("invalid"))
                    .expect("a field is blamed");
                assert!(
                    blamed.name.starts_with("Header") && blamed.description.contains(said),
                    "{blamed:?}"
                );
                editor
                    .dialog
                    .get("button", "Remove header")
                    .await
                    .click()
                    .await;
            }
            editor.add_header("X-Key", "1").await;
            editor.add_header("x-KEY", "2").await;
            editor.submit(CREATE).await;
            editor.alert("Another header has the same name").await;
            assert!(
                sent::bodies(stage, Mode::Integration.create()).is_empty(),
                "nothing was sent"
            );
        })
        .await;
}
