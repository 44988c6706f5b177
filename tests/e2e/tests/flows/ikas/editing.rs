//! Saving over what is there: nobody documents what it does, so the person is asked, and told what came of it.

use e2e::{
    Door, Element, Scene, Stage,
    pages::{editor::Editor, ikas, wall},
    until,
};
use sandbox::ikas::{APP, Saving};

use super::{ENDPOINT, LIST, SAVE, draft, held};
use crate::sent;

const ORDER: &str = "store/order/created";
const STOCK: &str = "store/stock/updated";
const MOVED: &str = "https://moved.example.com/orders";

/// Another person moves the webhook of an order, and the wall does not know.
async fn moved_meanwhile(stage: &Stage) {
    ikas::connect(&stage.page, "v2", "Istanbul").await;
    wall::has(&stage.page, ORDER).await;
    let platform = &stage.sandbox.ikas;
    let rows = platform.webhooks(APP).unwrap();
    let order = rows.iter().find(|row| row.scope == ORDER).unwrap();
    platform
        .change(&order.id, |row| MOVED.clone_into(&mut row.endpoint))
        .unwrap();
    stage.sandbox.clear_received();
}

/// Sends a draft for a scope that points elsewhere, and waits for the question.
async fn asked<'a>(stage: &'a Stage) -> (Editor<'a>, Element) {
    let editor = draft(&stage.page, &[ORDER, "store/product/created"], ENDPOINT).await;
    editor.submit("Create subscription").await;
    let question = editor.alert("These events point elsewhere today").await;
    question.says(MOVED).await;
    question.says("ikas does not document").await;
    assert!(!question.text().await.contains("store/product/created"));
    assert_eq!(
        sent::operations(stage),
        [LIST],
        "the list was read, and nothing was sent"
    );
    (editor, question)
}

/// Waits until the endpoints of a scope on the wall are these, in any order.
async fn points_to(stage: &Stage, event: &str, wanted: &[&str]) {
    until(&format!("{event} at {wanted:?}"), async || {
        let rows = wall::rows(&stage.page).await.into_iter();
        let mut seen: Vec<String> = rows
            .filter(|row| row.event == event)
            .map(|row| row.endpoint)
            .collect();
        seen.sort();
        if seen == wanted {
            Ok(())
        } else {
            Err(format!("{seen:?}"))
        }
    })
    .await;
}

#[tokio::test]
async fn save_anyway_sends_exactly_one_save() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            moved_meanwhile(stage).await;
            let (editor, question) = asked(stage).await;
            question
                .get("button", "Save anyway")
                .await
                .double_click()
                .await;
            editor.gone().await;
            stage.page.says("status", "The platform now lists").await;
            points_to(stage, ORDER, &[ENDPOINT]).await;
            assert_eq!(sent::bodies(stage, SAVE).len(), 1);
        })
        .await;
}

#[tokio::test]
async fn cancel_sends_nothing_and_keeps_the_draft() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            moved_meanwhile(stage).await;
            let before = held(stage);
            let (editor, _) = asked(stage).await;
            editor.cancel().await;
            let page = &stage.page;
            page.shows("A draft is kept").await;
            points_to(stage, ORDER, &[MOVED]).await;
            assert!(sent::bodies(stage, SAVE).is_empty());
            assert_eq!(held(stage), before);
            page.click("button", "Open the draft").await;
            let editor = Editor::open(page, "New subscription").await;
            assert_eq!(editor.chosen().await, [ORDER, "store/product/created"]);
            assert_eq!(editor.endpoint().await.value().await, ENDPOINT);
            editor.cancel().await;
            page.click("button", "Discard the draft").await;
            assert!(sent::bodies(stage, SAVE).is_empty());
        })
        .await;
}

#[tokio::test]
async fn where_a_save_adds_the_wall_shows_both() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage
                .sandbox
                .ikas
                .switch(|switches| switches.saving = Saving::Append);
            moved_meanwhile(stage).await;
            let (editor, question) = asked(stage).await;
            question.get("button", "Save anyway").await.click().await;
            editor.gone().await;
            points_to(stage, ORDER, &[ENDPOINT, MOVED]).await;
        })
        .await;
}

#[tokio::test]
async fn where_a_save_is_refused_the_alert_says_why_and_the_draft_stays() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            stage
                .sandbox
                .ikas
                .switch(|switches| switches.saving = Saving::Refuse);
            moved_meanwhile(stage).await;
            let before = held(stage);
            let (editor, question) = asked(stage).await;
            question.get("button", "Save anyway").await.click().await;
            editor.alert("must not be registered already").await;
            assert_eq!(editor.chosen().await, [ORDER, "store/product/created"]);
            assert_eq!(sent::bodies(stage, SAVE).len(), 1);
            assert_eq!(held(stage), before);
        })
        .await;
}

/// Opens "Edit subscription" of the stock's webhook.
async fn edit(stage: &Stage) -> Editor<'_> {
    ikas::connect(&stage.page, "v2", "Istanbul").await;
    wall::action(&stage.page, "Edit", STOCK).await.click().await;
    let editor = Editor::open(&stage.page, "Edit subscription").await;
    assert_eq!(editor.chosen().await, [STOCK]);
    stage.sandbox.clear_received();
    editor
}

#[tokio::test]
async fn editing_saves_the_event_again_at_its_new_endpoint() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let editor = edit(stage).await;
            editor.endpoint().await.fill(ENDPOINT).await;
            editor.submit("Save changes").await;
            let question = editor.alert("These events point elsewhere today").await;
            question
                .says("https://wms.example-logistics.com/in/ikas-stock")
                .await;
            question.get("button", "Save anyway").await.click().await;
            editor.gone().await;
            let said = format!("Saved. The platform now lists: {STOCK} to {ENDPOINT}");
            stage.page.says("status", &said).await;
            points_to(stage, STOCK, &[ENDPOINT]).await;
            assert_eq!(sent::bodies(stage, SAVE).len(), 1);
            assert!(
                sent::bodies(stage, super::DELETE).is_empty(),
                "nothing is removed in between"
            );
        })
        .await;
}

#[tokio::test]
async fn saving_what_is_there_already_asks_nothing() {
    Scene::new(Door::Relay)
        .play(async |stage| {
            let before = held(stage);
            let editor = edit(stage).await;
            editor.submit("Save changes").await;
            editor.gone().await;
            stage
                .page
                .says("status", "Saved. The platform now lists")
                .await;
            assert_eq!(sent::operations(stage)[..2], [LIST, SAVE]);
            assert_eq!(held(stage), before);
        })
        .await;
}
