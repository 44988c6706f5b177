//! The screens that only ikas and several connections have, for the tests that judge how each screen is.

use e2e::{
    Stage,
    keyboard::ESCAPE,
    pages::{editor::Editor, ikas, wall},
};
use sandbox::ikas::EXPIRED_TOKEN;

use super::ENDPOINT;

/// Calls `judge` with the name of each screen while it is open. The connect page has to be open, or a wall.
pub async fn visit(stage: &Stage, judge: &mut impl AsyncFnMut(&str)) {
    let page = &stage.page;
    if page.has("button", "Add connection").await {
        page.click("button", "Add connection").await;
    }
    ikas::fill(page, "v1", EXPIRED_TOKEN).await;
    page.says("DisclosureTriangle", "How do I get a token?")
        .await
        .click()
        .await;
    judge("connect ikas").await;
    page.click("button", "Connect").await;
    page.says("alert", "does not accept").await;
    judge("connect ikas, refused").await;
    ikas::connect(page, "v2", "Istanbul").await;
    wall::has(page, "store/order/created").await;
    page.click("checkbox", "Group by connection").await;
    judge("a grouped wall").await;
    wall::badge(page, "store/customer/created")
        .await
        .click()
        .await;
    page.says("dialog", "Marked deleted by ikas").await;
    judge("the health of ikas").await;
    page.press(ESCAPE).await;
    page.click("button", "Settings of Istanbul").await;
    let dialog = page.get("dialog", "Connection settings").await;
    judge("connection settings").await;
    dialog
        .get("textbox", "Access token")
        .await
        .fill(EXPIRED_TOKEN)
        .await;
    dialog.get("button", "Save").await.click().await;
    page.says("alert", "does not accept").await;
    judge("connection settings, refused").await;
    dialog.get("button", "Cancel").await.click().await;
    wall::action(page, "Edit", "store/stock/updated")
        .await
        .click()
        .await;
    let editor = Editor::open(page, "Edit subscription").await;
    editor.add("store/customerFavoriteProducts/updated").await;
    editor.events().await.type_text("product").await;
    page.says("listbox", "store/product/created").await;
    judge("Edit subscription, events").await;
    editor.endpoint().await.fill(ENDPOINT).await;
    editor
        .dialog
        .get("button", "Take back product")
        .await
        .click()
        .await;
    editor.submit("Save changes").await;
    editor.alert("These events point elsewhere today").await;
    judge("Edit subscription, question").await;
    editor.cancel().await;
    page.click("button", "Discard the draft").await;
    wall::action(page, "Remove", "store/stock/updated")
        .await
        .click()
        .await;
    let question = page.get("alertdialog", "Remove subscription?").await;
    judge("Remove subscription? of ikas").await;
    question.get("button", "Cancel").await.click().await;
}
