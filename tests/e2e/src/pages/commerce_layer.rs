//! "Connect a platform" for Commerce Layer.

use crate::Page;

/// Chooses Commerce Layer and gives a token.
pub async fn fill(page: &Page, token: &str) {
    page.get("heading", "Connect a platform").await;
    page.click("radio", "Commerce Layer").await;
    page.get("textbox", "Access token").await.fill(token).await;
}

/// Connects under a name, and waits for the wall.
pub async fn connect(page: &Page, token: &str, name: &str) {
    fill(page, token).await;
    page.get("textbox", "Connection name")
        .await
        .fill(name)
        .await;
    page.click("button", "Connect").await;
    page.get("heading", "Subscriptions").await;
    page.says("status", &format!("{name} is connected")).await;
}
