//! Nothing lost: a write outlives its dialog, its page and even a reload.

use e2e::{
    Door, Scene, Stage, keyboard,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        wall,
    },
};
use sandbox::{Effect, Fault, Stage as When};

use crate::sent;

/// Starts to create "vendor/updated" and leaves the call held, before or after the platform stored it.
async fn begin_create(stage: &Stage, mode: Mode, when: When) {
    let page = &stage.page;
    connect(page, mode).await;
    let hold = Fault::next(Effect::Hold).on(mode.create());
    stage.sandbox.happycolis.queue_fault(Fault {
        stage: when,
        ..hold
    });
    let editor = Editor::new(page).await;
    editor
        .fill("vendor/updated", "https://hooks.example.com/vendors")
        .await;
    editor.submit("Create subscription").await;
    stage.sandbox.happycolis.wait_for_held(1).await;
}

/// Whether leaving the page would ask first.
async fn leaving_asks(stage: &Stage) -> bool {
    let body = "const leaving = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(leaving); return leaving.defaultPrevented;";
    stage.page.script(body).await == true
}

#[tokio::test]
async fn a_create_ends_after_its_dialog_was_closed() {
    for way in [keyboard::ESCAPE, keyboard::ENTER] {
        Scene::new(Door::Relay)
            .play(async |stage| {
                let page = &stage.page;
                assert!(!leaving_asks(stage).await);
                begin_create(stage, Mode::Integration, When::Before).await;
                assert!(leaving_asks(stage).await, "closing the tab meanwhile asks");
                if way == keyboard::ESCAPE {
                    page.press(keyboard::ESCAPE).await;
                } else {
                    page.click("button", "Cancel").await;
                }
                page.gone("dialog", "New subscription").await;
                stage.sandbox.happycolis.release();
                page.says(
                    "status",
                    "vendor/updated to https://hooks.example.com/vendors was created",
                )
                .await;
                wall::has(page, "vendor/updated").await;
                assert!(
                    !page.has("button", "Open the draft").await,
                    "the draft has become a subscription"
                );
                assert!(!leaving_asks(stage).await);
            })
            .await;
    }
}

#[tokio::test]
async fn a_refusal_after_its_dialog_was_closed_is_told_and_the_draft_is_kept() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            begin_create(stage, Mode::Integration, When::Before).await;
            stage
                .sandbox
                .happycolis
                .insert(
                    Mode::Integration.owner(),
                    "vendor/updated",
                    "https://other.example.com/x",
                    None,
                )
                .unwrap();
            page.press(keyboard::ESCAPE).await;
            page.gone("dialog", "New subscription").await;
            page.click("button", "Add connection").await;
            page.get("heading", "Connect a platform").await;
            stage.sandbox.happycolis.release();
            page.says(
                "alert",
                "vendor/updated to https://hooks.example.com/vendors was not changed",
            )
            .await;
            page.click("button", "Open the draft").await;
            let editor = Editor::open(page, "New subscription").await;
            assert_eq!(
                editor.endpoint().await.value().await,
                "https://hooks.example.com/vendors"
            );
            editor.cancel().await;
            page.click("button", "Dismiss").await;
            page.gone("button", "Dismiss").await;
        })
        .await;
}

#[tokio::test]
async fn a_removal_ends_after_its_dialog_was_closed() {
    Scene::new(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            let platform = &stage.sandbox.happycolis;
            connect(page, Mode::Integration).await;
            platform.queue_fault(Fault::next(Effect::Hold).on(Mode::Integration.remove()));
            wall::action(page, "Remove", "order/created")
                .await
                .click()
                .await;
            page.click("button", "Remove subscription").await;
            platform.wait_for_held(1).await;
            page.press(keyboard::ESCAPE).await;
            page.gone("alertdialog", "Remove subscription?").await;
            wall::has(page, "order/created").await;
            platform.release();
            page.says("status", "was removed").await;
            wall::lacks(page, "order/created").await;
        })
        .await;
}

/// The page is reloaded while a create is on its way; the next connection tells what became of it.
async fn reload_meanwhile(stage: &Stage, mode: Mode, when: When, said: &[&str]) {
    let page = &stage.page;
    begin_create(stage, mode, when).await;
    stage.reload().await;
    page.get("heading", "Connect a platform").await;
    page.shows("may have happened").await;
    connect(page, mode).await;
    let alert = page.says("alert", "may have happened").await;
    for part in said {
        alert.says(part).await;
    }
    let stored = sent::held(stage, mode.owner()).contains(&"vendor/updated".to_owned());
    assert_eq!(stored, when == When::After);
    assert_eq!(
        sent::bodies(stage, mode.create()).len(),
        1,
        "never repeated by the program"
    );
    // Dismissing is the person's word that it is dealt with.
    page.click("button", "Dismiss").await;
    page.gone("button", "Dismiss").await;
    stage.reload().await;
    page.get("heading", "Connect a platform").await;
    assert!(!page.text().await.contains("may have happened"));
}

#[tokio::test]
async fn a_reload_during_a_create_is_compared_with_the_list() {
    for (when, said) in [
        (When::After, "shows it done."),
        (When::Before, "does not show it done."),
    ] {
        Scene::new(Door::Relay)
            .play(async |stage| {
                reload_meanwhile(stage, Mode::Integration, when, &["vendor/updated", said]).await
            })
            .await;
    }
}

#[tokio::test]
async fn a_reload_during_a_create_without_a_list_says_what_can_be_done() {
    let said = [
        "vendor/updated",
        "a conflict means that it exists",
        "only HappyColis support can remove it",
    ];
    for when in [When::After, When::Before] {
        Scene::new(Door::Cross)
            .play(async |stage| reload_meanwhile(stage, Mode::Oauth, when, &said).await)
            .await;
    }
}

#[tokio::test]
async fn a_conflict_after_a_lost_create_says_what_it_proves() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            stage
                .sandbox
                .happycolis
                .queue_fault(Fault::next(Effect::Drop).on(Mode::Oauth.create()).after());
            let editor = Editor::new(page).await;
            editor
                .fill("vendor/updated", "https://hooks.example.com/vendors")
                .await;
            editor.submit("Create subscription").await;
            editor.alert("the creation may have happened").await;
            editor.submit("Create subscription").await;
            editor.alert("this conflict proves that it succeeded").await;
        })
        .await;
}
