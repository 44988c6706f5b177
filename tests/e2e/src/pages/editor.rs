//! The dialogs "New subscription", "Edit subscription" and "Replace subscription".

use crate::{Element, Node, Page, keyboard};

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

    /// The field of a platform that takes several events at once.
    pub async fn events(&self) -> Element {
        self.dialog.get("combobox", "Events").await
    }

    /// Types an event among several, and takes it with Enter.
    pub async fn add(&self, event: &str) {
        let field = self.events().await;
        field
            .type_text(&format!("{event}{}", keyboard::ENTER))
            .await;
        self.chip(event).await;
    }

    /// Searches the list of events, and takes one with a click.
    pub async fn pick(&self, search: &str, event: &str) {
        let field = self.events().await;
        field.click().await;
        field.type_text(search).await;
        self.page.says("option", event).await.click().await;
        self.chip(event).await;
    }

    /// The button that takes a chosen event back.
    pub async fn chip(&self, event: &str) -> Element {
        self.dialog
            .get("button", &format!("Take back {event}"))
            .await
    }

    /// The events that are chosen, in their order.
    pub async fn chosen(&self) -> Vec<String> {
        let buttons = self.dialog.nodes("button").await;
        let event = |node: &Node| node.name.strip_prefix("Take back ").map(str::to_owned);
        buttons.iter().filter_map(event).collect()
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
