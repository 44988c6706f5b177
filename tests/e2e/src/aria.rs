//! Finding what a person finds: by role and accessible name, both as the browser itself computes them.

use serde_json::{Value, json};

use crate::webdriver::{Refused, Session, element_argument, element_id};

/// One node of the accessibility tree. Nodes that assistive technology does not meet are not in it.
#[derive(Clone, Debug)]
pub struct Node {
    pub role: String,
    pub name: String,
    /// What `aria-describedby` and the like add to the name.
    pub description: String,
    pub value: String,
    properties: Value,
    dom: Value,
}

impl Node {
    fn read(node: &Value) -> Option<Self> {
        if node["ignored"].as_bool() == Some(true) || node["backendDOMNodeId"].is_null() {
            return None;
        }
        let text = |key: &str| match &node[key]["value"] {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        Some(Self {
            role: text("role"),
            name: text("name"),
            description: text("description"),
            value: text("value"),
            properties: node["properties"].clone(),
            dom: node["backendDOMNodeId"].clone(),
        })
    }

    /// A state or property, such as `invalid`, `disabled`, `checked` or `expanded`, as text; empty where it is not set.
    pub fn state(&self, name: &str) -> String {
        let properties = self.properties.as_array().into_iter().flatten();
        let value = properties
            .filter(|property| property["name"] == name)
            .map(|property| &property["value"]["value"])
            .next();
        match value {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        }
    }

    pub fn is(&self, state: &str) -> bool {
        self.state(state) == "true"
    }
}

/// All nodes of a role below `scope` (an element's id), or in the whole document, in its order.
pub async fn nodes(
    session: &Session,
    scope: Option<&str>,
    role: &str,
) -> Result<Vec<Node>, Refused> {
    let scope = match scope {
        Some(id) => element_argument(id),
        None => Value::Null,
    };
    session
        .script("window.e2eScope = arguments[0] ?? document", vec![scope])
        .await?;
    let root = session
        .cdp(
            "Runtime.evaluate",
            json!({ "expression": "window.e2eScope" }),
        )
        .await?;
    let query = json!({ "objectId": root["result"]["objectId"], "role": role });
    let found = session.cdp("Accessibility.queryAXTree", query).await?;
    Ok(found["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Node::read)
        .collect())
}

/// The element of a node, for the driver.
pub async fn element(session: &Session, node: &Node) -> Result<String, Refused> {
    let object = session
        .cdp("DOM.resolveNode", json!({ "backendNodeId": node.dom }))
        .await?;
    let keep = json!({
        "objectId": object["object"]["objectId"],
        "functionDeclaration": "function () { window.e2eFound = this }",
    });
    session.cdp("Runtime.callFunctionOn", keep).await?;
    let found = session.script("return window.e2eFound", Vec::new()).await?;
    element_id(&found).ok_or_else(|| Refused {
        code: "no such element".to_owned(),
        message: format!("{} \"{}\" is gone", node.role, node.name),
    })
}
