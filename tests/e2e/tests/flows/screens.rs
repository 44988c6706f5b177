//! Every screen and every dialog, visited one after another, for tests that judge how each of them is.

use e2e::{
    Stage, keyboard,
    pages::{
        connect::{Mode, api_address, connect, connect_with},
        editor::Editor,
        wall,
    },
};
use sandbox::{
    Effect, Fault,
    happycolis::{EXPIRED_TOKEN, INTEGRATION},
};

use crate::ikas;

/// Calls `judge` with the name of each screen while it is open.
pub async fn visit(stage: &Stage, mut judge: impl AsyncFnMut(&str)) {
    let page = &stage.page;
    page.get("heading", "Connect a platform").await;
    judge("connect").await;
    api_address(page).await;
    connect_with(page, Mode::Integration, EXPIRED_TOKEN).await;
    page.says("alert", "does not accept").await;
    judge("connect, refused").await;
    connect(page, Mode::Integration).await;
    wall::has(page, "order/created").await;
    judge("the wall").await;
    wall::badge(page, "product/updated").await.click().await;
    page.says("dialog", "What it means").await;
    judge("the health popover").await;
    page.press(keyboard::ESCAPE).await;
    device(stage, &mut judge).await;
    dialogs(stage, &mut judge).await;
    walls(stage, &mut judge).await;
    ledger(stage, &mut judge).await;
    ikas::screens::visit(stage, &mut judge).await;
}

async fn device(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    page.click("button", "This device").await;
    page.get("dialog", "This device").await;
    page.click("button", "Forget everything").await;
    page.says("alert", "Forget everything that this browser keeps?")
        .await;
    judge("this device").await;
    page.press(keyboard::ESCAPE).await;
    page.gone("dialog", "This device").await;
    page.click("button", "Lock now").await;
    page.shows("Locked").await;
    judge("a locked wall").await;
    let connections = page.nodes("button").await;
    let unlock = connections
        .iter()
        .find(|button| button.name.starts_with("Unlock "))
        .expect("the connection can be unlocked");
    page.element(unlock).await.click().await;
    let token = page.get("textbox", "Access token").await;
    judge("a locked connection").await;
    token.fill(Mode::Integration.token()).await;
    page.click("button", "Save").await;
    page.get("button", "New subscription").await;
    page.gone("dialog", "Connection settings").await;
}

async fn dialogs(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    let editor = Editor::new(page).await;
    judge("New subscription").await;
    editor.event().await.type_text("order").await;
    page.says("listbox", "order/created").await;
    judge("New subscription, events").await;
    editor.fill("order/created", "http://127.0.0.1/x").await;
    editor.add_header("X Key", "1").await;
    editor.submit("Create subscription").await;
    editor.alert("not encrypted").await;
    judge("New subscription, problems").await;
    editor.headers_as_json("[1").await;
    judge("New subscription, JSON").await;
    editor.cancel().await;
    page.shows("A draft is kept").await;
    judge("a kept draft").await;
    page.click("button", "Discard the draft").await;
    wall::action(page, "Replace", "order/created")
        .await
        .click()
        .await;
    page.get("dialog", "Replace subscription").await;
    judge("Replace subscription").await;
    page.click("button", "Cancel").await;
    wall::action(page, "Remove", "order/created")
        .await
        .click()
        .await;
    page.get("alertdialog", "Remove subscription?").await;
    judge("Remove subscription?").await;
    page.click("button", "Cancel").await;
}

async fn walls(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    let platform = &stage.sandbox.happycolis;
    let search = page.get("searchbox", "Search subscriptions").await;
    search.fill("no such thing").await;
    page.get("heading", "No subscription matches").await;
    judge("no match").await;
    page.click("button", "Clear filters").await;
    platform.queue_fault(Fault::next(Effect::HtmlError).on("GetIntegration").times(3));
    page.click("button", "Refresh").await;
    page.says("alert", "The platform failed (HTTP 500)").await;
    judge("a failed refresh").await;
    let long = format!(
        "https://hooks.example.com/{}",
        "a-long-path-segment/".repeat(9)
    );
    platform
        .insert(
            INTEGRATION,
            "an/event-that-nobody-documented-and-whose-name-is-long",
            &long,
            None,
        )
        .unwrap();
    page.click("button", "Refresh").await;
    wall::has(
        page,
        "an/event-that-nobody-documented-and-whose-name-is-long",
    )
    .await;
    judge("long names").await;
    platform.clear(INTEGRATION).unwrap();
    page.click("button", "Refresh").await;
    page.get("heading", "No subscriptions yet").await;
    judge("an empty wall").await;
}

async fn ledger(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    stage.reload().await;
    page.shows("Remembered on this device").await;
    judge("remembered connections").await;
    connect(page, Mode::Oauth).await;
    page.get("heading", "No subscriptions yet").await;
    judge("an empty ledger").await;
    page.click("button", "Track an existing subscription").await;
    let dialog = page.get("dialog", "Track an existing subscription").await;
    dialog
        .get("button", "Track subscription")
        .await
        .click()
        .await;
    page.says("alert", "Type the ID").await;
    judge("Track an existing subscription").await;
    dialog.get("button", "Cancel").await.click().await;
    let editor = Editor::new(page).await;
    editor
        .fill("order/created", "https://hooks.example.com/orders")
        .await;
    editor.submit("Create subscription").await;
    editor.gone().await;
    wall::has(page, "order/created").await;
    judge("a ledger").await;
    page.click("button", "Add connection").await;
    connect(page, Mode::Integration).await;
    page.get("columnheader", "Connection").await;
    judge("two connections").await;
}
