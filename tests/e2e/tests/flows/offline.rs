//! Without a network nothing is sent and nothing is lost, and the same press works once it is back. A refresh and a create are
//! among the refusals; here are a replacement, a removal, an edit and a switch.

use e2e::{
    Door, Stage,
    pages::{
        connect::{Mode, connect},
        editor::Editor,
        removal, wall,
    },
};
use serde_json::json;

use crate::{
    commerce_layer,
    faults::{hang, scene, tells_the_truth},
    sent,
};

const OFFLINE: &str = "You are offline";
const MODE: Mode = Mode::Integration;
const EVENT: &str = "offline/event";

/// Cuts the network off. Whatever is sent from here on would arrive after all, and be found.
async fn cut_off(stage: &Stage) {
    stage.sandbox.clear_received();
    stage.page.offline(true).await;
}

/// Gives the network back, after nothing has come through.
async fn give_back(stage: &Stage) {
    assert_eq!(sent::operations(stage), Vec::<String>::new());
    stage.page.offline(false).await;
}

async fn keeps_the_endpoint(editor: &Editor<'_>, wanted: &str) {
    assert_eq!(editor.endpoint().await.value().await, wanted);
}

#[tokio::test]
async fn a_replacement_waits_in_its_dialog_for_the_network() {
    scene(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, MODE).await;
            hang(stage, EVENT).await;
            let (rows, new) = (wall::rows(page).await, "https://new.example.com/offline");
            wall::action(page, "Replace", EVENT).await.click().await;
            let editor = Editor::open(page, "Replace subscription").await;
            editor.endpoint().await.fill(new).await;
            cut_off(stage).await;
            editor.submit("Replace subscription").await;
            editor.alert(OFFLINE).await.says("Not done").await;
            keeps_the_endpoint(&editor, new).await;
            give_back(stage).await;
            editor.submit("Replace subscription").await;
            editor.gone().await;
            page.says("status", "was replaced").await;
            for operation in [MODE.remove(), MODE.create()] {
                assert_eq!(sent::bodies(stage, operation).len(), 1);
            }
            tells_the_truth(stage).await;
            assert_eq!(wall::rows(page).await.len(), rows.len());
        })
        .await;
}

#[tokio::test]
async fn a_removal_waits_in_its_dialog_for_the_network() {
    scene(Door::Cross)
        .play(async |stage| {
            let page = &stage.page;
            connect(page, MODE).await;
            hang(stage, EVENT).await;
            let mut rows = wall::rows(page).await;
            wall::action(page, "Remove", EVENT).await.click().await;
            cut_off(stage).await;
            removal::confirm(page).await;
            page.says("alert", OFFLINE).await.says("Not done").await;
            give_back(stage).await;
            removal::confirm(page).await;
            page.says("status", "was removed").await;
            rows.retain(|row| row.event != EVENT);
            assert_eq!(wall::rows(page).await, rows);
            assert_eq!(sent::bodies(stage, MODE.remove()).len(), 1);
            tells_the_truth(stage).await;
        })
        .await;
}

#[tokio::test]
async fn an_edit_and_a_switch_wait_for_the_network() {
    scene(Door::Relay)
        .play(async |stage| {
            let page = &stage.page;
            commerce_layer::connected(stage).await;
            let (rows, topic) = (wall::rows(page).await, "orders.cancel");
            let before = commerce_layer::held(stage);
            let new = "https://new.example.com/offline";
            let editor = commerce_layer::edit(stage, topic).await;
            editor.endpoint().await.fill(new).await;
            cut_off(stage).await;
            editor.submit("Save changes").await;
            editor.alert(OFFLINE).await.says("Not done").await;
            keeps_the_endpoint(&editor, new).await;
            assert_eq!(commerce_layer::held(stage), before);
            give_back(stage).await;
            editor.submit("Save changes").await;
            editor.gone().await;
            page.says("status", "was changed").await;
            assert_eq!(sent::bodies(stage, commerce_layer::UPDATE).len(), 1);

            cut_off(stage).await;
            wall::action(page, "Disable", topic).await.click().await;
            let said = format!("{topic} to {new} was not changed. {OFFLINE}");
            page.says("alert", &said).await;
            assert_eq!(wall::rows(page).await.len(), rows.len());
            give_back(stage).await;
            wall::action(page, "Disable", topic).await.click().await;
            page.says("status", &format!("{topic} to {new} is disabled"))
                .await;
            commerce_layer::has_badge(page, topic, "Disabled").await;
            let sent = sent::bodies(stage, commerce_layer::UPDATE);
            let attributes: Vec<_> = sent
                .iter()
                .map(|body| &body["data"]["attributes"])
                .collect();
            assert_eq!(attributes, [&json!({ "_disable": true })]);
        })
        .await;
}
