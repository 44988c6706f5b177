//! The ledger, where HappyColis documents no list: what the console created or was told about.

use e2e::{
    Door, Page, Scene,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};
use serde_json::{Value, json};

use crate::sent;

const SECRET: &str = "ledger-secret-4711";

/// Creates "order/created" with a secret header.
async fn create(page: &Page) {
    let editor = Editor::new(page).await;
    editor
        .fill("order/created", "https://hooks.example.com/orders?key=1")
        .await;
    editor.add_header("X-Shop-Key", SECRET).await;
    editor.submit("Create subscription").await;
    editor.gone().await;
    wall::has(page, "order/created").await;
}

/// Tracks a subscription that the console did not create.
pub async fn track(page: &Page, id: &str, event: &str, endpoint: &str) {
    page.click("button", "Track an existing subscription").await;
    let dialog = page.get("dialog", "Track an existing subscription").await;
    dialog
        .get("textbox", "Subscription ID")
        .await
        .fill(id)
        .await;
    dialog.get("textbox", "Event").await.fill(event).await;
    dialog
        .get("textbox", "Endpoint URL")
        .await
        .fill(endpoint)
        .await;
    dialog
        .get("button", "Track subscription")
        .await
        .click()
        .await;
    page.gone("dialog", "Track an existing subscription").await;
}

/// Hands a file to "Import ledger".
async fn import(page: &Page, text: &str) {
    let body = format!(
        "const input = document.querySelector('input[type=file]');
         const files = new DataTransfer();
         files.items.add(new File([{}], 'ledger.json', {{ type: 'application/json' }}));
         input.files = files.files;
         input.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(text)
    );
    page.script(&body).await;
}

/// Presses "Export ledger" and returns what the browser would save.
async fn export(page: &Page) -> String {
    page.script(
        "const original = URL.createObjectURL;
         URL.createObjectURL = blob => { blob.text().then(text => { window.e2eSaved = text; }); return original(blob); };",
    )
    .await;
    page.click("button", "Export ledger").await;
    page.says("status", "saved as a file").await;
    e2e::until("the saved file", async || {
        match page.script("return window.e2eSaved").await {
            Value::String(text) => Ok(text),
            other => Err(other.to_string()),
        }
    })
    .await
}

#[tokio::test]
async fn what_is_created_and_tracked_survives_a_reload_without_header_values() {
    for mode in [Mode::Oauth, Mode::WithoutId] {
        Scene::new(Door::Relay)
            .play(async |stage| {
                let page = &stage.page;
                stage.sandbox.happycolis.clear(mode.owner()).unwrap();
                connect(page, mode).await;
                create(page).await;
                let sent = stage.sandbox.received().len();
                track(
                    page,
                    "wh_tracked",
                    "vendor/updated",
                    "https://hooks.example.com/vendors",
                )
                .await;
                assert_eq!(
                    stage.sandbox.received().len(),
                    sent,
                    "tracking sends nothing"
                );
                let kept = page
                    .script("return JSON.stringify(localStorage)")
                    .await
                    .to_string();
                assert!(
                    kept.contains("hooks.example.com") && !kept.contains(SECRET),
                    "the ledger holds no header values"
                );
                stage.reload().await;
                connect(page, mode).await;
                wall::shows_exactly(
                    page,
                    &["order/created", "vendor/updated"].map(str::to_owned),
                )
                .await;
                for part in [
                    "from the ledger: created here",
                    "from the ledger: tracked by you",
                    "HEALTHY at creation",
                ] {
                    page.shows(part).await;
                }
                let health: Vec<String> = wall::rows(page)
                    .await
                    .into_iter()
                    .map(|row| row.health)
                    .collect();
                assert_eq!(health, ["Unknown", "Unknown"], "nobody measured it");
            })
            .await;
    }
}

#[tokio::test]
async fn a_ledger_badge_says_when_healthy_was_last_reported() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            create(page).await;
            wall::badge(page, "order/created").await.click().await;
            let popover = page
                .says("dialog", "It was HEALTHY when it was created")
                .await;
            popover.says("cannot be read again").await;
        })
        .await;
}

#[tokio::test]
async fn the_ledger_goes_to_another_browser_as_a_file() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            page.shows("An endpoint can carry a secret in its query")
                .await;
            create(page).await;
            track(
                page,
                "wh_tracked",
                "vendor/updated",
                "https://hooks.example.com/vendors",
            )
            .await;
            let file = export(page).await;
            assert!(!file.contains(SECRET), "no header values");
            let held = stage
                .sandbox
                .happycolis
                .subscriptions(Mode::Oauth.owner())
                .unwrap();
            assert!(file.contains(&held[0].id) && file.contains("wh_tracked"));

            // Another browser: nothing of the first one is kept.
            page.script("localStorage.clear()").await;
            stage.reload().await;
            connect(page, Mode::Oauth).await;
            page.get("heading", "No subscriptions yet").await;
            import(page, &file).await;
            page.says("status", "2 added to the ledger, 0 known already")
                .await;
            wall::shows_exactly(
                page,
                &["order/created", "vendor/updated"].map(str::to_owned),
            )
            .await;
            import(page, &file).await;
            page.says("status", "0 added to the ledger, 2 known already")
                .await;

            // The imported id still removes.
            wall::action(page, "Remove", "order/created")
                .await
                .click()
                .await;
            page.click("button", "Remove subscription").await;
            wall::lacks(page, "order/created").await;
            assert!(sent::held(stage, Mode::Oauth.owner()).is_empty());
        })
        .await;
}

#[tokio::test]
async fn a_file_that_is_no_ledger_changes_nothing() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            create(page).await;
            for text in ["{", "[]", r#"{"format":"pegboard-ledger","version":1}"#] {
                import(page, text).await;
                page.says("alert", "Nothing was imported").await;
                page.click("button", "Dismiss").await;
                page.gone("button", "Dismiss").await;
            }
            wall::shows_exactly(page, &["order/created".to_owned()]).await;
        })
        .await;
}

#[tokio::test]
async fn a_ledger_belongs_to_its_connection() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            create(page).await;
            stage.reload().await;
            connect(page, Mode::WithoutId).await;
            page.get("heading", "No subscriptions yet").await;
            stage.reload().await;
            connect(page, Mode::Oauth).await;
            wall::has(page, "order/created").await;
        })
        .await;
}

#[tokio::test]
async fn tracking_asks_for_everything_that_is_missing() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            page.click("button", "Track an existing subscription").await;
            let dialog = page.get("dialog", "Track an existing subscription").await;
            dialog
                .get("button", "Track subscription")
                .await
                .click()
                .await;
            let alert = page.says("alert", "Type the ID").await;
            alert.says("Type the event").await;
            alert.says("Type the endpoint").await;
            for name in ["Subscription ID", "Event", "Endpoint URL"] {
                assert!(
                    dialog.get("textbox", name).await.node.is("invalid"),
                    "{name}"
                );
            }
        })
        .await;
}
