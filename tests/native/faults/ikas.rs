//! ikas in memory: one webhook a scope, saved over and deleted by scope (ikas contract, section 3).

use pegboard::subscription::Instant;
use serde_json::{Value, json};

use super::model::{Hook, Model, texts};

pub fn answer(model: &mut Model, query: &str, variables: &Value) -> Result<Value, Value> {
    if query.contains("deleteWebhook") {
        let scopes = texts(&variables["scopes"]);
        model.hooks.retain(|hook| !scopes.contains(&hook.events[0]));
        return Ok(json!({ "deleteWebhook": true }));
    }
    if query.contains("listSalesChannel") {
        let channel = json!({ "id": "c1", "name": "Web", "type": "STOREFRONT", "deleted": false });
        return Ok(json!({ "listSalesChannel": [channel] }));
    }
    if query.contains("listWebhook") {
        let all: Vec<Value> = model.hooks.iter().map(webhook).collect();
        return Ok(json!({ "listWebhook": all }));
    }
    let input = &variables["input"];
    let endpoint = input["endpoint"].as_str().unwrap();
    let mut saved = Vec::new();
    for scope in texts(&input["scopes"]) {
        let known = model.hooks.iter().find(|hook| hook.events[0] == scope);
        let hook = match known.map(|hook| hook.id.clone()) {
            Some(id) => model.touch(&id).unwrap(),
            None => model.add(&[scope], endpoint),
        };
        hook.endpoint = endpoint.to_owned();
        saved.push(webhook(hook));
    }
    let field = if query.contains("saveWebhooks") {
        "saveWebhooks"
    } else {
        "saveWebhook"
    };
    Ok(json!({ field: saved }))
}

pub const fn updated(hook: &Hook) -> Instant {
    Instant(1_700_000_000_000 + hook.updated)
}

fn webhook(hook: &Hook) -> Value {
    json!({
        "id": hook.id, "scope": hook.events[0], "endpoint": hook.endpoint, "deleted": false,
        "createdAt": 1_700_000_000_000_u64, "updatedAt": updated(hook).0,
    })
}
