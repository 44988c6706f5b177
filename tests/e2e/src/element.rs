//! An element that was found, and what a person does with it.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    aria::{self, Node},
    keyboard, until,
    webdriver::{Refused, Session, element_argument},
};

/// An element in the page. It can be a place to look in, too.
#[derive(Clone)]
pub struct Element {
    session: Arc<Session>,
    id: String,
    /// As it was when it was found.
    pub node: Node,
}

impl Element {
    pub(crate) const fn new(session: Arc<Session>, id: String, node: Node) -> Self {
        Self { session, id, node }
    }

    /// The one element of this role and name inside this one; waits for it.
    pub async fn get(&self, role: &str, name: &str) -> Self {
        get(&self.session, Some(&self.id), role, name).await
    }

    /// The last element of this role and name inside.
    pub async fn last(&self, role: &str, name: &str) -> Self {
        until(&format!("the last {role} \"{name}\""), async || {
            let nodes = self.nodes(role).await;
            let Some(node) = nodes.iter().rfind(|node| node.name == name) else {
                return Err(names(&nodes));
            };
            let id = aria::element(&self.session, node)
                .await
                .map_err(|refused| refused.to_string())?;
            Ok(Self::new(Arc::clone(&self.session), id, node.clone()))
        })
        .await
    }

    /// Everything of this role inside, as it is now.
    pub async fn nodes(&self, role: &str) -> Vec<Node> {
        aria::nodes(&self.session, Some(&self.id), role)
            .await
            .unwrap_or_default()
    }

    /// Waits until nothing of this role and name is inside.
    pub async fn gone(&self, role: &str, name: &str) {
        gone(&self.session, Some(&self.id), role, name).await;
    }

    /// Scrolls to it as a person would, then clicks.
    pub async fn click(&self) {
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })")
            .await;
        let what = format!("a click on the {} \"{}\"", self.node.role, self.node.name);
        until(&what, async || {
            self.post("click", json!({}))
                .await
                .map_err(|refused| refused.to_string())
        })
        .await;
    }

    /// Two clicks as fast as a mouse can.
    pub async fn double_click(&self) {
        let press =
            json!([{ "type": "pointerDown", "button": 0 }, { "type": "pointerUp", "button": 0 }]);
        let mut actions = vec![
            json!({ "type": "pointerMove", "duration": 0, "origin": element_argument(&self.id), "x": 0, "y": 0 }),
        ];
        for _ in 0..2 {
            actions.extend(press.as_array().into_iter().flatten().cloned());
        }
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        self.session
            .post("actions", json!({ "actions": [mouse] }))
            .await
            .expect("the mouse double-clicks");
    }

    /// Types at the end of what is there.
    pub async fn type_text(&self, text: &str) {
        self.post("value", json!({ "text": text }))
            .await
            .expect("the element takes keys");
    }

    /// Replaces what is there, key by key.
    pub async fn fill(&self, text: &str) {
        self.type_text(&format!(
            "{}a{}{}",
            keyboard::CONTROL,
            keyboard::NULL,
            keyboard::DELETE
        ))
        .await;
        if !text.is_empty() {
            self.type_text(text).await;
        }
    }

    /// Chooses an option of a menu by its text, as the browser does for what its own list, which no test can reach, gives.
    pub async fn choose(&self, option: &str) {
        let body = "const [menu, text] = arguments;
            const at = [...menu.options].findIndex(option => option.text === text);
            if (at < 0) return false;
            menu.focus();
            menu.selectedIndex = at;
            for (const kind of ['input', 'change']) menu.dispatchEvent(new Event(kind, { bubbles: true }));
            return true;";
        let chosen = self.script(body, vec![json!(option)]).await;
        assert_eq!(
            chosen.ok(),
            Some(json!(true)),
            "the menu \"{}\" has no \"{option}\"",
            self.node.name
        );
    }

    /// What a text field holds.
    pub async fn value(&self) -> String {
        let value = self.run("return arguments[0].value").await;
        value.as_str().unwrap_or_default().to_owned()
    }

    pub async fn attribute(&self, name: &str) -> Option<String> {
        let value = self
            .script(
                "return arguments[0].getAttribute(arguments[1])",
                vec![json!(name)],
            )
            .await;
        value
            .expect("the element is there")
            .as_str()
            .map(str::to_owned)
    }

    /// The text as it is seen; empty when the element is gone.
    pub async fn text(&self) -> String {
        let text = self
            .script("return arguments[0].innerText", Vec::new())
            .await
            .unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the text contains `part`.
    pub async fn says(&self, part: &str) {
        let what = format!(
            "\"{part}\" in the {} \"{}\"",
            self.node.role, self.node.name
        );
        until(&what, async || {
            let text = self.text().await;
            if text.contains(part) {
                Ok(())
            } else {
                Err(text)
            }
        })
        .await;
    }

    pub async fn has_focus(&self) -> bool {
        self.run("return document.activeElement === arguments[0]")
            .await
            == true
    }

    /// The node as it is now.
    pub async fn now(&self) -> Node {
        let nodes = aria::nodes(&self.session, Some(&self.id), &self.node.role)
            .await
            .unwrap_or_default();
        nodes
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("the {} \"{}\" is gone", self.node.role, self.node.name))
    }

    async fn run(&self, body: &str) -> Value {
        self.script(body, Vec::new())
            .await
            .expect("the element is there")
    }

    async fn script(&self, body: &str, more: Vec<Value>) -> Result<Value, Refused> {
        let mut arguments = vec![element_argument(&self.id)];
        arguments.extend(more);
        self.session.script(body, arguments).await
    }

    async fn post(&self, command: &str, body: Value) -> Result<Value, Refused> {
        self.session
            .post(&format!("element/{}/{command}", self.id), body)
            .await
    }
}

/// Waits for exactly one element of this role and name.
pub async fn get(session: &Arc<Session>, scope: Option<&str>, role: &str, name: &str) -> Element {
    until(&format!("the {role} \"{name}\""), async || {
        let nodes = aria::nodes(session, scope, role)
            .await
            .map_err(|refused| refused.to_string())?;
        let mut named = nodes.iter().filter(|node| node.name == name);
        match (named.next(), named.count()) {
            (Some(node), 0) => {
                let id = aria::element(session, node)
                    .await
                    .map_err(|refused| refused.to_string())?;
                Ok(Element::new(Arc::clone(session), id, node.clone()))
            }
            (Some(_), more) => Err(format!("{} of them", more + 1)),
            (None, _) => Err(names(&nodes)),
        }
    })
    .await
}

/// Waits until there is no element of this role and name.
pub async fn gone(session: &Session, scope: Option<&str>, role: &str, name: &str) {
    until(&format!("the {role} \"{name}\" to go"), async || {
        let nodes = aria::nodes(session, scope, role)
            .await
            .map_err(|refused| refused.to_string())?;
        if nodes.iter().any(|node| node.name == name) {
            Err(names(&nodes))
        } else {
            Ok(())
        }
    })
    .await;
}

fn names(nodes: &[Node]) -> String {
    let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
    format!("{names:?}")
}
