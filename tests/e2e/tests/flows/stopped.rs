//! A console that stops in the middle of something: it says so where it is seen, and a reload brings the draft back.

use e2e::{
    Door, Finding, Scene,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};

const NOTICE: &str = "The console has stopped";
const ENDPOINT: &str = "https://hooks.example.com/vendors";

/// What the module needs of the browser to say how long ago something was is taken away: when it next does, it is broken off
/// where it stands, as by a panic.
const BREAK: &str =
    "Intl.RelativeTimeFormat = null; const now = Date.now; Date.now = () => now() + 120000;";

#[tokio::test]
async fn the_notice_stands_in_front_of_an_open_dialog_and_the_draft_is_there_after_a_reload() {
    let findings = Scene::new(Door::Relay)
        .findings(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            let editor = Editor::new(page).await;
            editor.fill("vendor/updated", ENDPOINT).await;
            editor.add_header("X-Key", "s3cret-value").await;
            page.script(BREAK).await;
            let notice = page.says("alert", NOTICE).await;
            assert!(!notice.text().await.is_empty());
            let seen = page
                .script(
                    "const box = document.getElementById('stopped').getBoundingClientRect();
                     const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                     return top?.closest('#stopped') !== null;",
                )
                .await;
            assert_eq!(seen, true, "nothing lies over it");
            stage.reload().await;
            connect(page, Mode::Integration).await;
            wall::has(page, "order/created").await;
            page.click("button", "Open the draft").await;
            let editor = Editor::open(page, "New subscription").await;
            assert_eq!(editor.endpoint().await.value().await, ENDPOINT);
            let name = editor.dialog.get("textbox", "Header name").await;
            let value = editor.dialog.get("textbox", "Header value").await;
            assert_eq!(name.value().await, "X-Key");
            assert_eq!(value.value().await, "");
        })
        .await;
    // The error itself is on the console, which is where it belongs; nothing else is.
    assert!(
        findings
            .iter()
            .all(|finding| matches!(finding, Finding::Console(_)))
            && !findings.is_empty(),
        "{findings:?}"
    );
}
