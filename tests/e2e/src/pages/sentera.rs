//! "Connect a platform" for Sentera.

use sandbox::sentera::{ACME_CHILD, TOKEN};

use crate::{Page, keyboard::TAB};

/// Chooses Sentera, gives a token, and types an organization.
pub async fn fill(page: &Page, organization: &str, token: &str) {
    page.get("heading", "Connect a platform").await;
    page.click("radio", "Sentera").await;
    page.get("textbox", "Access token").await.fill(token).await;
    let field = page.get("combobox", "Organization ID").await;
    field.fill(organization).await;
    // Leaving the field closes its list, which may come after the last letter.
    field.type_text(&TAB.to_string()).await;
}

/// Connects "Acme Child" under a name with a token that may do everything, and waits for the wall.
pub async fn connect(page: &Page, name: &str) {
    fill(page, ACME_CHILD, TOKEN).await;
    page.get("textbox", "Connection name")
        .await
        .fill(name)
        .await;
    page.click("button", "Connect").await;
    page.get("heading", "Subscriptions").await;
    page.says("status", &format!("{name} is connected")).await;
}
