//! Removing: asked first, the row stays until it is certain.

use e2e::{
    Door, Element, Scene, Stage, keyboard,
    pages::{
        connect::{Mode, connect, connect_with},
        editor::Editor,
        wall,
    },
    until,
};
use sandbox::{
    Effect, Fault,
    happycolis::{ForbiddenPlace, INTEGRATION, VIEW_ONLY_TOKEN},
};

use crate::sent;

const QUESTION: &str = "Remove subscription?";

/// Opens the question for a row, and checks that it begins on the safe side.
async fn ask(stage: &Stage, event: &str) -> Element {
    let page = &stage.page;
    wall::action(page, "Remove", event).await.click().await;
    let dialog = page.get("alertdialog", QUESTION).await;
    let cancel = dialog.get("button", "Cancel").await;
    until("the focus on Cancel", async || {
        if cancel.has_focus().await {
            Ok(())
        } else {
            Err(page.focus().await)
        }
    })
    .await;
    dialog
}

async fn removes(stage: &Stage, mode: Mode) {
    let page = &stage.page;
    connect(page, mode).await;
    if !mode.lists() {
        let editor = Editor::new(page).await;
        editor
            .fill("vendor/updated", "https://hooks.example.com/vendors")
            .await;
        editor.submit("Create subscription").await;
        editor.gone().await;
    }
    let event = if mode.lists() {
        "order/created"
    } else {
        "vendor/updated"
    };
    let held = stage
        .sandbox
        .happycolis
        .subscriptions(mode.owner())
        .unwrap();
    let id = held
        .iter()
        .find(|it| it.kind.as_deref() == Some(event))
        .unwrap()
        .id
        .clone();
    let dialog = ask(stage, event).await;
    for part in [event, "https://hooks.example"] {
        dialog.says(part).await;
    }
    let platform = &stage.sandbox.happycolis;
    platform.queue_fault(Fault::next(Effect::Hold).on(mode.remove()));
    let button = dialog.get("button", "Remove subscription").await;
    button.double_click().await;
    platform.wait_for_held(1).await;
    assert!(button.now().await.is("disabled"));
    assert!(
        page.text().await.contains(event),
        "the row stays until the platform has confirmed"
    );
    platform.release();
    page.gone("alertdialog", QUESTION).await;
    wall::lacks(page, event).await;
    page.says("status", "was removed").await;
    let bodies = sent::bodies(stage, mode.remove());
    assert_eq!(bodies.len(), 1, "sent once");
    assert_eq!(bodies[0]["variables"], serde_json::json!({ "id": id }));
    assert!(!sent::held(stage, mode.owner()).contains(&event.to_owned()));
}

#[tokio::test]
async fn every_mode_removes_once_and_only_then_drops_the_row() {
    for (door, mode) in [
        (Door::Relay, Mode::Integration),
        (Door::Cross, Mode::WithoutId),
        (Door::Cross, Mode::Oauth),
    ] {
        Scene::new(door)
            .play(async |stage| removes(stage, mode).await)
            .await;
    }
}

#[tokio::test]
async fn cancel_and_escape_remove_nothing_and_give_the_focus_back() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Integration).await;
            for way in ["Cancel", "Escape"] {
                let opener = wall::action(page, "Remove", "order/created").await;
                let dialog = ask(stage, "order/created").await;
                match way {
                    "Cancel" => dialog.get("button", "Cancel").await.click().await,
                    _ => page.press(keyboard::ESCAPE).await,
                }
                page.gone("alertdialog", QUESTION).await;
                until("the focus to be back", async || {
                    if opener.has_focus().await {
                        Ok(())
                    } else {
                        Err(page.focus().await)
                    }
                })
                .await;
            }
            assert!(sent::bodies(stage, Mode::Integration.remove()).is_empty());
            wall::has(page, "order/created").await;
        })
        .await;
}

#[tokio::test]
async fn a_refusal_leaves_the_row_and_says_why() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect_with(page, Mode::Integration, VIEW_ONLY_TOKEN).await;
            let dialog = ask(stage, "order/created").await;
            dialog
                .get("button", "Remove subscription")
                .await
                .click()
                .await;
            page.says("alert", "This token lacks the scope edit_integrations")
                .await;
            dialog.get("button", "Cancel").await.click().await;
            wall::has(page, "order/created").await;
            assert!(sent::held(stage, INTEGRATION).contains(&"order/created".to_owned()));
        })
        .await;
}

#[tokio::test]
async fn what_is_gone_already_leaves_the_wall_and_is_told() {
    for place in [ForbiddenPlace::Code, ForbiddenPlace::Prefix] {
        Scene::new(Door::Relay)
            .play(async |stage| {
                let page = &stage.page;
                let platform = &stage.sandbox.happycolis;
                platform.switch(|switches| switches.forbidden = place);
                connect(page, Mode::Integration).await;
                let held = platform.subscriptions(INTEGRATION).unwrap();
                let dialog = ask(stage, "order/created").await;
                platform.remove(&held[0].id).unwrap();
                dialog
                    .get("button", "Remove subscription")
                    .await
                    .click()
                    .await;
                page.says("status", "was gone already").await;
                wall::lacks(page, "order/created").await;
            })
            .await;
    }
}

#[tokio::test]
async fn a_subscription_of_another_application_stays_and_the_mismatch_is_named() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, Mode::Oauth).await;
            let held = stage.sandbox.happycolis.subscriptions(INTEGRATION).unwrap();
            page.click("button", "Track an existing subscription").await;
            let track = page.get("dialog", "Track an existing subscription").await;
            track
                .get("textbox", "Subscription ID")
                .await
                .fill(&held[0].id)
                .await;
            track
                .get("textbox", "Event")
                .await
                .fill("order/created")
                .await;
            track
                .get("textbox", "Endpoint URL")
                .await
                .fill(&held[0].end_point)
                .await;
            track
                .get("button", "Track subscription")
                .await
                .click()
                .await;
            let dialog = ask(stage, "order/created").await;
            dialog
                .get("button", "Remove subscription")
                .await
                .click()
                .await;
            page.says("alert", "other access mode").await;
            dialog
                .get("button", "Only remove it from the ledger")
                .await
                .click()
                .await;
            wall::lacks(page, "order/created").await;
            assert_eq!(
                stage
                    .sandbox
                    .happycolis
                    .subscriptions(INTEGRATION)
                    .unwrap()
                    .len(),
                held.len()
            );
        })
        .await;
}
