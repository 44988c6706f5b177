//! The question before a removal.

use crate::Page;

/// Presses the button that removes.
pub async fn confirm(page: &Page) {
    let question = page.get("alertdialog", "Remove subscription?").await;
    let remove = question.get("button", "Remove subscription").await;
    remove.click().await;
}
