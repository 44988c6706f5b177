//! HappyColis in memory: one subscription an event (HappyColis contract, sections 3 and 7).

use serde_json::{Value, json};

use super::model::{Hook, Model};

pub fn answer(model: &mut Model, query: &str, variables: &Value) -> Result<Value, Value> {
    let field = [
        "integrationWebhookCreate",
        "oauthWebhookCreate",
        "integrationWebhookRemove",
        "oauthWebhookRemove",
        "integration(",
    ];
    let field = field.into_iter().find(|field| query.contains(field));
    let Some(field) = field else {
        return Ok(json!({ "__typename": "Query" }));
    };
    if field.ends_with("Create") {
        let input = &variables["input"];
        let event = input["type"].as_str().unwrap().to_owned();
        if model
            .hooks
            .iter()
            .any(|hook| hook.events == [event.as_str()])
        {
            return Err(error("CONFLICT", "unique constraint"));
        }
        let hook = model.add(&[event], input["endPoint"].as_str().unwrap());
        return Ok(json!({ field: webhook(hook) }));
    }
    if field.ends_with("Remove") {
        let id = variables["id"].as_str().unwrap();
        if !model.remove(id) {
            let message = "You can't remove this webhook: webhook not found";
            return Err(error("FORBIDDEN", message));
        }
        return Ok(json!({ field: { "id": id, "type": "a", "endPoint": "https://a.example/" } }));
    }
    let webhooks: Vec<Value> = model.hooks.iter().map(webhook).collect();
    Ok(
        json!({ "integration": { "id": "int", "name": "Shop", "type": "PRIVATE", "webhooks": webhooks } }),
    )
}

fn webhook(hook: &Hook) -> Value {
    json!({ "id": hook.id, "type": hook.events[0], "health": "HEALTHY", "endPoint": hook.endpoint })
}

fn error(code: &str, message: &str) -> Value {
    json!({ "message": message, "extensions": { "code": code } })
}
