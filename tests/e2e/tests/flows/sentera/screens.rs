//! The screens that only Sentera has, for the tests that judge how each screen is.

use e2e::{
    Stage,
    keyboard::ESCAPE,
    pages::{editor::Editor, sentera, wall},
};
use sandbox::{
    Effect, Fault,
    sentera::{ACME, ACME_CHILD, EXPIRED_TOKEN, TOKEN},
};

use super::{BOTH, CREATE, ENDPOINT, READ, TASK, discoverable, draft, strike};

/// Calls `judge` with the name of each screen while it is open. The connect page has to be open.
pub async fn visit(stage: &Stage, mut judge: impl AsyncFnMut(&str)) {
    let page = &stage.page;
    discoverable(stage);
    page.get("heading", "Connect a platform").await;
    page.click("radio", "Sentera").await;
    let way = page
        .says("DisclosureTriangle", "How do I get a token?")
        .await;
    way.click().await;
    judge("connect Sentera, the way to a token").await;
    page.get("textbox", "Access token").await.fill(TOKEN).await;
    page.get("combobox", "Organization ID").await.click().await;
    page.says("option", "Acme Grandchild").await;
    judge("connect Sentera, organizations").await;
    sentera::fill(page, ACME_CHILD, EXPIRED_TOKEN).await;
    page.click("button", "Connect").await;
    page.says("alert", "does not accept").await;
    judge("connect Sentera, refused").await;
    sentera::connect(page, "Acme").await;
    wall::has(page, BOTH).await;
    judge("the wall of Sentera").await;
    wall::badge(page, BOTH).await.click().await;
    page.says("dialog", "status SUCCEEDED").await;
    judge("the health of Sentera").await;
    page.press(ESCAPE).await;
    editors(stage, &mut judge).await;
    details(stage, &mut judge).await;
    ledger(stage, &mut judge).await;
}

async fn editors(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    let editor = draft(page, &[TASK], "https://receiver.example/sentera").await;
    page.says("status", "goes to this endpoint already").await;
    judge("New subscription of Sentera, an overlap").await;
    editor
        .dialog
        .get("textbox", "scope")
        .await
        .fill("hooks")
        .await;
    editor
        .dialog
        .get("textbox", "client id")
        .await
        .fill("pegboard")
        .await;
    editor.endpoint().await.fill("http://10.0.0.7/hook").await;
    editor.submit("Create subscription").await;
    editor.alert("Fill in this field as well").await;
    judge("New subscription of Sentera, problems").await;
    editor.cancel().await;
    page.click("button", "Discard the draft").await;
    wall::action(page, "Edit", BOTH).await.click().await;
    let editor = Editor::open(page, "Edit subscription").await;
    judge("Edit subscription of Sentera").await;
    editor.cancel().await;
    wall::action(page, "Remove", BOTH).await.click().await;
    page.get("alertdialog", "Remove subscription?").await;
    judge("Remove subscription? of Sentera").await;
    page.click("button", "Cancel").await;
}

async fn details(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    strike(stage, &Fault::next(Effect::HtmlError).times(3), READ);
    wall::action(page, "Details", BOTH).await.click().await;
    let dialog = page.get("dialog", BOTH).await;
    page.says("alert", "The platform failed (HTTP 500)").await;
    judge("details that cannot be read").await;
    dialog.get("button", "Try again").await.click().await;
    dialog.says("3 of 3").await;
    page.script("document.querySelectorAll('li.delivery summary').forEach(it => it.click())")
        .await;
    dialog.says("updated_by_id").await;
    judge("details with payloads").await;
    dialog.get("button", "Close").await.click().await;
}

async fn ledger(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    stage
        .sandbox
        .sentera
        .switch(|switches| switches.discovery = false);
    page.click("button", "Add connection").await;
    sentera::fill(page, ACME, TOKEN).await;
    page.click("button", "Connect").await;
    page.shows("Sentera does not document a list").await;
    page.click("button", "Track an existing subscription").await;
    let dialog = page.get("dialog", "Track an existing subscription").await;
    judge("Track an existing subscription of Sentera").await;
    dialog.get("button", "Cancel").await.click().await;
    strike(stage, &Fault::next(Effect::Drop), CREATE);
    let editor = Editor::new(page).await;
    let connection = editor.dialog.get("combobox", "Connection").await;
    connection.choose(&format!("Sentera · {ACME}")).await;
    editor.add(TASK).await;
    editor.endpoint().await.fill(ENDPOINT).await;
    editor.submit("Create subscription").await;
    editor.alert("the creation may have happened").await;
    judge("New subscription of Sentera, an unknown outcome").await;
    editor.cancel().await;
    page.says("alert", "may have happened").await;
    judge("two connections to Sentera").await;
}
