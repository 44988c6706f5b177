//! The dialogs "New subscription" and "Replace subscription".

use crate::{Element, Page, keyboard};

/// An open editor dialog.
pub struct Editor<'a> {
    page: &'a Page,
    pub dialog: Element,
}

impl<'a> Editor<'a> {
    /// The dialog of this name, which is open or about to open.
    pub async fn open(page: &'a Page, name: &str) -> Self {
        Self {
            page,
            dialog: page.get("dialog", name).await,
        }
    }

    /// Opens "New subscription".
    pub async fn new(page: &'a Page) -> Self {
        page.click("button", "New subscription").await;
        Self::open(page, "New subscription").await
    }

    pub async fn event(&self) -> Element {
        self.dialog.get("combobox", "Event").await
    }

    pub async fn endpoint(&self) -> Element {
        self.dialog.get("textbox", "Endpoint URL").await
    }

    /// Types event and endpoint, as free text.
    pub async fn fill(&self, event: &str, endpoint: &str) {
        let field = self.event().await;
        field.fill(event).await;
        // Esc closes the list of proposals, and would close the dialog if there were none.
        if field.now().await.is("expanded") {
            field.type_text(&keyboard::ESCAPE.to_string()).await;
        }
        self.endpoint().await.fill(endpoint).await;
    }

    /// Adds a row to the headers.
    pub async fn add_header(&self, name: &str, value: &str) {
        self.dialog.get("button", "Add header").await.click().await;
        self.last("Header name").await.fill(name).await;
        self.last("Header value").await.fill(value).await;
    }

    /// The text field of the last header row.
    async fn last(&self, name: &str) -> Element {
        self.dialog.last("textbox", name).await
    }

    /// Turns to "JSON" and types the whole text.
    pub async fn headers_as_json(&self, json: &str) -> Element {
        self.dialog.get("tab", "JSON").await.click().await;
        let area = self.dialog.get("textbox", "Headers as JSON").await;
        area.fill(json).await;
        area
    }

    /// Presses the main button.
    pub async fn submit(&self, button: &str) {
        self.dialog.get("button", button).await.click().await;
    }

    /// The alert inside the dialog, once it says `part`.
    pub async fn alert(&self, part: &str) -> Element {
        self.page.says("alert", part).await
    }

    pub async fn cancel(&self) {
        self.dialog.get("button", "Cancel").await.click().await;
        self.gone().await;
    }

    /// Waits until the dialog is closed.
    pub async fn gone(&self) {
        self.page.gone("dialog", &self.dialog.node.name).await;
    }
}
