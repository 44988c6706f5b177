//! What stays on this device, and what goes: the lock, kept tokens, drafts, the journal.

use e2e::{
    Door, Page, Scene,
    pages::{
        connect::{Mode, fill},
        editor::Editor,
        wall,
    },
};

use crate::sent;

const PASSPHRASE: &str = "correct horse battery";
const LOCKED: &str = "every token is forgotten";

/// Connects under a name of its own.
async fn connect_shop(page: &Page) {
    fill(page, Mode::Integration, Mode::Integration.token()).await;
    page.get("textbox", "Connection name")
        .await
        .fill("Shop")
        .await;
    page.click("button", "Connect").await;
    wall::has(page, "order/created").await;
}

#[tokio::test]
async fn locking_one_tab_locks_the_other_and_both_keep_their_wall() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect_shop(page).await;
            let first = page.open_tab(&stage.address).await;
            connect_shop(page).await;
            page.click("button", "Lock now").await;
            page.says("status", LOCKED).await;
            page.switch_to(&first).await;
            page.says("status", LOCKED).await;
            page.get("button", "Copy ID of order/created").await;
            assert!(!page.has("button", "New subscription").await);
            assert!(!page.has("button", "Remove order/created").await);
            let before = stage.sandbox.received().len();
            page.click("button", "Unlock Shop").await;
            let token = page.get("textbox", "Access token").await;
            token.fill(Mode::Integration.token()).await;
            page.click("button", "Save").await;
            page.get("button", "Remove order/created").await;
            assert!(stage.sandbox.received().len() > before);
        })
        .await;
}

#[tokio::test]
async fn half_an_hour_in_which_nobody_presses_anything_locks() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            connect_shop(page).await;
            page.script("const now = Date.now; Date.now = () => now() + 31 * 60000;")
                .await;
            page.says("status", LOCKED).await;
            page.get("button", "Copy ID of order/created").await;
            assert!(!page.has("button", "Remove order/created").await);
        })
        .await;
}

#[tokio::test]
async fn a_kept_token_opens_its_connection_after_a_reload() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect_shop(page).await;
            page.click("button", "Settings of Shop").await;
            page.get("textbox", "Passphrase")
                .await
                .fill(PASSPHRASE)
                .await;
            page.click("button", "Keep the token").await;
            page.shows("The token is kept on this device, encrypted.")
                .await;
            stage.reload().await;
            page.shows("Remembered on this device").await;
            page.get("textbox", "Passphrase")
                .await
                .fill("something else")
                .await;
            page.click("button", "Unlock Shop").await;
            page.shows("The passphrase is wrong").await;
            page.get("textbox", "Passphrase")
                .await
                .fill(PASSPHRASE)
                .await;
            page.click("button", "Unlock Shop").await;
            wall::has(page, "order/created").await;
            page.click("button", "Lock now").await;
            page.click("button", "Unlock Shop").await;
            page.get("textbox", "Passphrase")
                .await
                .fill(PASSPHRASE)
                .await;
            let dialog = page.get("dialog", "Connection settings").await;
            dialog.get("button", "Unlock Shop").await.click().await;
            page.get("button", "Remove order/created").await;
        })
        .await;
}

#[tokio::test]
async fn a_draft_survives_a_reload_without_its_header_values() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect_shop(page).await;
            let editor = Editor::new(page).await;
            let endpoint = "https://hooks.example.com/vendors";
            editor.fill("vendor/updated", endpoint).await;
            editor.add_header("X-Key", "s3cret-value").await;
            let kept = page
                .script("return JSON.stringify({ ...sessionStorage, ...localStorage })")
                .await;
            let kept = kept.as_str().unwrap();
            assert!(kept.contains(endpoint) && !kept.contains("s3cret-value"));
            stage.reload().await;
            connect_shop(page).await;
            page.click("button", "Open the draft").await;
            let editor = Editor::open(page, "New subscription").await;
            assert_eq!(editor.endpoint().await.value().await, endpoint);
            let name = editor.dialog.get("textbox", "Header name").await;
            let value = editor.dialog.get("textbox", "Header value").await;
            assert_eq!(name.value().await, "X-Key");
            assert_eq!(value.value().await, "");
            value.fill("given again").await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            wall::has(page, "vendor/updated").await;
            assert_eq!(sent::bodies(stage, Mode::Integration.create()).len(), 1);
        })
        .await;
}

#[tokio::test]
async fn the_journal_tells_what_was_done_and_everything_can_be_forgotten() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect_shop(page).await;
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/vendors")
                .await;
            editor.submit("Create subscription").await;
            editor.gone().await;
            page.click("button", "This device").await;
            page.shows("Done Creating vendor/updated to https://hooks.example.com/vendors")
                .await;
            page.click("button", "Forget everything").await;
            let ask = page
                .says("alert", "Forget everything that this browser keeps?")
                .await;
            assert_eq!(page.focus().await, "button \"Cancel\"");
            ask.get("button", "Forget everything").await.click().await;
            page.get("heading", "Connect a platform").await;
            page.says("status", "Everything that this browser kept was forgotten")
                .await;
            assert!(!page.text().await.contains("Remembered on this device"));
            let kept = page.script("return Object.keys(localStorage)").await;
            assert_eq!(kept, serde_json::json!([]), "nothing is left");
        })
        .await;
}
