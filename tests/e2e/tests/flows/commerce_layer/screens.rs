//! The screens that only Commerce Layer has, for the tests that judge how each screen is.

use e2e::{
    Stage,
    keyboard::{ENTER, ESCAPE},
    pages::{commerce_layer, editor::Editor, wall},
};
use sandbox::{
    Effect, Fault,
    commerce_layer::{Environment, INTEGRATION_TOKEN, SALES_CHANNEL_TOKEN},
};
use serde_json::json;

use super::{LIST, NAME, attributes, strike, topics, webhook};

/// Calls `judge` with the name of each screen while it is open. The connect page has to be open.
pub async fn visit(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    commerce_layer::fill(page, SALES_CHANNEL_TOKEN).await;
    page.says("DisclosureTriangle", "How do I get a token?")
        .await
        .click()
        .await;
    page.shows("auth.commercelayer.io").await;
    judge("connect Commerce Layer").await;
    page.click("button", "Connect").await;
    page.says("alert", "Your role does not allow this").await;
    judge("connect Commerce Layer, refused").await;
    let long = attributes(json!({
        "topic": "customers.anonymization_cancelled",
        "callback_url": format!("https://hooks.example.com/{}", "a-long-path-segment/".repeat(9)),
        "circuit_failure_count": 29,
    }));
    let platform = &stage.sandbox.commerce_layer;
    let long = platform.insert(Environment::Test, long).id;
    commerce_layer::connect(page, INTEGRATION_TOKEN, NAME).await;
    wall::shows_exactly(page, &topics(stage)).await;
    judge("the wall of Commerce Layer").await;
    platform.remove(&long).unwrap();
    reading(stage, judge).await;
    wall::badge(page, "gift_cards.redeem").await.click().await;
    page.says("dialog", "Its circuit is open as well").await;
    judge("the health of Commerce Layer").await;
    page.press(ESCAPE).await;
    details(stage, judge).await;
    editors(stage, judge).await;
    platform.lock(&webhook(stage, "orders.cancel").id).unwrap();
    wall::action(page, "Remove", "orders.cancel")
        .await
        .click()
        .await;
    let question = page.get("alertdialog", "Remove subscription?").await;
    question.says("orders.cancel").await;
    let remove = question.get("button", "Remove subscription").await;
    remove.click().await;
    page.says("alert", "has locked").await;
    judge("Remove subscription?, locked").await;
    question.get("button", "Cancel").await.click().await;
}

/// The wall while a page of it is read, and when one could not be.
async fn reading(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    strike(stage, Fault::next(Effect::Delay { ms: 0 }), LIST);
    strike(stage, Fault::next(Effect::Hold), LIST);
    page.click("button", "Refresh").await;
    page.get("button", "Stop reading").await;
    judge("reading pages").await;
    page.click("button", "Stop reading").await;
    stage.sandbox.commerce_layer.release();
    strike(
        stage,
        Fault::next(Effect::RateLimited { retry_after: 0 }).times(3),
        LIST,
    );
    page.click("button", "Refresh").await;
    page.says("alert", "Too many requests").await;
    judge("too many requests").await;
    page.click("button", "Try again").await;
    wall::shows_exactly(page, &topics(stage)).await;
}

async fn details(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    wall::action(page, "Details", "orders.refund")
        .await
        .click()
        .await;
    let dialog = page.get("dialog", "orders.refund").await;
    dialog.says("no answer").await;
    judge("details").await;
    dialog.get("button", "Fetch the secret").await.click().await;
    dialog.get("button", "Show secret").await.click().await;
    dialog.get("button", "Hide secret").await;
    let payloads = dialog.nodes("DisclosureTriangle").await;
    page.element(&payloads[0]).await.click().await;
    dialog.get("button", "Copy payload").await;
    dialog.says("attributes").await;
    judge("details, secret and payload").await;
    dialog.get("button", "Close").await.click().await;
}

async fn editors(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    let editor = Editor::new(page).await;
    editor.fill("orders.nothing", "http://127.0.0.1/x").await;
    let include = editor.dialog.get("combobox", "Include resources").await;
    include.type_text(&format!("Line Items{ENTER}")).await;
    editor.chip("Line Items").await;
    super::give(&editor, "Metadata", "{").await;
    editor.submit("Create subscription").await;
    editor.alert("is not a relationship path").await;
    include.click().await;
    judge("New subscription of Commerce Layer, problems").await;
    page.press(ESCAPE).await;
    wall::tidy(page).await;
    wall::action(page, "Edit", "orders.refund")
        .await
        .click()
        .await;
    let editor = Editor::open(page, "Edit subscription").await;
    let theirs = attributes(json!({ "metadata": { "team": "logistics" }, "reference": "theirs" }));
    let id = webhook(stage, "orders.refund").id;
    stage.sandbox.commerce_layer.change(&id, theirs).unwrap();
    super::give(&editor, "Name", "Refunds").await;
    editor.submit("Save changes").await;
    editor.alert("Somebody changed this subscription").await;
    judge("Edit subscription, changed meanwhile").await;
    wall::tidy(page).await;
}
