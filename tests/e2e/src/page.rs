//! The page as a person meets it, and the few things that only a test asks of it.

use std::sync::Arc;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::{
    Node, aria,
    element::{self, Element},
    keyboard, until,
    webdriver::Session,
};

/// The open page. Cheap to clone.
#[derive(Clone)]
pub struct Page {
    session: Arc<Session>,
}

impl Page {
    pub(crate) const fn new(session: Arc<Session>) -> Self {
        Self { session }
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// The one element of this role and name; waits for it.
    pub async fn get(&self, role: &str, name: &str) -> Element {
        element::get(&self.session, None, role, name).await
    }

    /// Everything of this role, as it is now.
    pub async fn nodes(&self, role: &str) -> Vec<Node> {
        aria::nodes(&self.session, None, role)
            .await
            .unwrap_or_default()
    }

    /// The element of a node that was seen.
    pub async fn element(&self, node: &Node) -> Element {
        let id = aria::element(&self.session, node).await;
        Element::new(
            Arc::clone(&self.session),
            id.expect("the node is still there"),
            node.clone(),
        )
    }

    /// Whether there is such an element now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.nodes(role).await.iter().any(|node| node.name == name)
    }

    /// Waits until there is no such element.
    pub async fn gone(&self, role: &str, name: &str) {
        element::gone(&self.session, None, role, name).await;
    }

    pub async fn click(&self, role: &str, name: &str) {
        self.get(role, name).await.click().await;
    }

    /// Waits until an element of this role contains `part`, and returns it. For alerts and notices, which have no name.
    pub async fn says(&self, role: &str, part: &str) -> Element {
        until(
            &format!("\"{part}\" in an element of role {role}"),
            async || {
                let mut seen = Vec::new();
                for node in self.nodes(role).await {
                    let id = aria::element(&self.session, &node)
                        .await
                        .map_err(|refused| refused.to_string())?;
                    let found = Element::new(Arc::clone(&self.session), id, node);
                    let text = found.text().await;
                    if text.contains(part) {
                        return Ok(found);
                    }
                    seen.push(text);
                }
                Err(format!("{seen:?}"))
            },
        )
        .await
    }

    /// All text as it is seen.
    pub async fn text(&self) -> String {
        self.script("return document.body.innerText")
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until the page shows `part` anywhere.
    pub async fn shows(&self, part: &str) {
        until(&format!("\"{part}\" anywhere"), async || {
            let text = self.text().await;
            if text.contains(part) {
                Ok(())
            } else {
                Err(text)
            }
        })
        .await;
    }

    /// Presses keys one after another, wherever the focus is.
    pub async fn press(&self, keys: impl Into<String>) {
        let strokes = keyboard::strokes(&keys.into());
        self.session
            .post("actions", strokes)
            .await
            .expect("the keyboard is there");
    }

    /// Runs the body of a function in the page.
    pub async fn script(&self, body: &str) -> Value {
        let result = self.session.script(body, Vec::new()).await;
        result.unwrap_or_else(|refused| panic!("the script failed: {refused}"))
    }

    /// Runs the body of a function in the page that answers by calling its only argument.
    pub async fn ask(&self, body: &str) -> Value {
        let result = self.session.script_async(body, Vec::new()).await;
        result.unwrap_or_else(|refused| panic!("the script failed: {refused}"))
    }

    /// The role and name of what has the focus, as `role "name"`.
    pub async fn focus(&self) -> String {
        let active = self
            .session
            .get("element/active")
            .await
            .expect("something has the focus");
        let id = crate::webdriver::element_id(&active).expect("the focus is on an element");
        let ask = async |what: &str| {
            let answer = self
                .session
                .get(&format!("element/{id}/{what}"))
                .await
                .unwrap_or_default();
            answer.as_str().unwrap_or_default().to_owned()
        };
        format!(
            "{} \"{}\"",
            ask("computedrole").await,
            ask("computedlabel").await
        )
    }

    /// Sets the size of the page itself, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session
            .cdp("Emulation.setDeviceMetricsOverride", size)
            .await
            .expect("the page can be resized");
    }

    /// Sets media features, such as `prefers-color-scheme`.
    pub async fn emulate(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.session
            .cdp("Emulation.setEmulatedMedia", features)
            .await
            .expect("the medium can be emulated");
    }

    /// Lets the page use the clipboard, as a person who was asked would.
    pub async fn allow_clipboard(&self, address: &str) {
        let origin = address.split('/').take(3).collect::<Vec<_>>().join("/");
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        let grant = json!({ "permissions": permissions, "origin": origin });
        self.session
            .cdp("Browser.grantPermissions", grant)
            .await
            .expect("permissions can be granted");
    }

    /// What is on the clipboard.
    pub async fn clipboard(&self) -> String {
        let body = "const done = arguments[0]; navigator.clipboard.readText().then(done, error => done('refused: ' + error));";
        self.ask(body).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until nothing moves any more.
    pub async fn rest(&self) {
        let body = "const done = arguments[0];
            const all = document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity);
            Promise.all(all.map(a => a.finished.catch(() => 0))).then(() => requestAnimationFrame(() => done()));";
        self.ask(body).await;
    }

    /// Cuts the network off, or gives it back.
    pub async fn offline(&self, offline: bool) {
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.session
            .cdp("Network.emulateNetworkConditions", conditions)
            .await
            .expect("the network can be cut off");
    }

    /// A picture of what is seen, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        let picture = self
            .session
            .get("screenshot")
            .await
            .expect("a picture can be taken");
        BASE64_STANDARD
            .decode(picture.as_str().unwrap_or_default())
            .expect("a picture is Base64")
    }

    /// Opens an address in another tab of the same browser, which is the one in sight from then on; the tab before.
    pub async fn open_tab(&self, address: &str) -> String {
        let handle = |answer: &Value| answer.as_str().unwrap_or_default().to_owned();
        let before = self.session.get("window").await;
        let before = handle(&before.expect("a tab is open"));
        let new = self
            .session
            .post("window/new", json!({ "type": "tab" }))
            .await;
        let new = new.expect("another tab can be opened");
        self.switch_to(&handle(&new["handle"])).await;
        self.open(address).await;
        before
    }

    pub async fn switch_to(&self, tab: &str) {
        self.session
            .post("window", json!({ "handle": tab }))
            .await
            .expect("the tab is open");
    }

    /// Goes to an address.
    pub async fn open(&self, address: &str) {
        self.session
            .post("url", json!({ "url": address }))
            .await
            .expect("the address can be opened");
    }
}
