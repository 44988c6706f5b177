//! "Connect a platform" for ikas.

use sandbox::ikas::TOKEN;

use crate::{Page, until};

/// Chooses ikas and one of its versions, "v2" or "v1", and gives a token.
pub async fn fill(page: &Page, version: &str, token: &str) {
    page.get("heading", "Connect a platform").await;
    page.click("radio", "ikas").await;
    page.get("radiogroup", "API version")
        .await
        .get("radio", version)
        .await
        .click()
        .await;
    page.get("textbox", "Access token").await.fill(token).await;
}

/// Connects under a name with a token that may do everything, and waits for the wall.
pub async fn connect(page: &Page, version: &str, name: &str) {
    fill(page, version, TOKEN).await;
    page.get("textbox", "Connection name")
        .await
        .fill(name)
        .await;
    page.click("button", "Connect").await;
    page.get("heading", "Subscriptions").await;
    page.says("status", &format!("{name} is connected")).await;
}

/// Waits until this version is the chosen one.
pub async fn has_chosen(page: &Page, version: &str) {
    until(&format!("{version} to be chosen"), async || {
        let radio = page.get("radio", version).await.node;
        if radio.is("checked") {
            Ok(())
        } else {
            Err(format!("{radio:?}"))
        }
    })
    .await;
}
