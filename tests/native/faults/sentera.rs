//! Sentera in memory: its documented operations, and a list with events where the schema has one (Sentera contract,
//! sections 3 and 8).

use serde_json::{Value, json};

use super::ground::ORGANIZATION;
use super::model::{Hook, Model, texts};

pub fn answer(model: &mut Model, query: &str, variables: &Value) -> Result<Value, Value> {
    if query.contains("create_webhook_subscription") {
        let endpoint = variables["url"].as_str().unwrap();
        let hook = model.add(&texts(&variables["events"]), endpoint);
        return Ok(json!({ "create_webhook_subscription": subscription(hook) }));
    }
    if query.contains("update_webhook_subscription") {
        let id = variables["id"].as_str().unwrap();
        let Some(hook) = model.touch(id) else {
            return Err(json!({ "message": "Webhook subscription not found" }));
        };
        if let Some(endpoint) = variables["url"].as_str() {
            hook.endpoint = endpoint.to_owned();
        }
        if variables["events"].is_array() {
            hook.events = texts(&variables["events"]);
        }
        return Ok(json!({ "update_webhook_subscription": subscription(hook) }));
    }
    if query.contains("delete_webhook_subscriptions") {
        let mut deleted = texts(&variables["ids"]);
        deleted.retain(|id| model.remove(id));
        let deleted: Vec<Value> = deleted
            .iter()
            .map(|id| json!({ "sentera_id": id }))
            .collect();
        return Ok(json!({ "delete_webhook_subscriptions": deleted }));
    }
    if query.contains("__schema") {
        return Ok(schema());
    }
    if query.contains("list:") {
        return Ok(json!({ "list": list(model, query, variables) }));
    }
    let organization = json!({ "sentera_id": ORGANIZATION, "name": "Acme" });
    Ok(json!({ "organizations": { "total_count": 1, "results": [organization] } }))
}

/// With the events of each, as the console asks for them; deliveries ask for the first page only.
fn list(model: &Model, query: &str, variables: &Value) -> Value {
    let is_deliveries = query.contains("$events");
    let page = variables["page"]["page"].as_u64().unwrap() as usize;
    let hooks = if is_deliveries {
        &model.hooks[..]
    } else {
        model.page(page)
    };
    let event = |id: &str, status: &str| {
        json!({
            "sentera_id": id, "type": "TASK_MODIFIED", "status": status, "attempts": 1,
            "created_at": "2026-01-01T00:00:00Z",
        })
    };
    let with_events = |hook: &Hook| {
        let events = [event("e1", "SUCCEEDED"), event("e2", "FAILED")];
        let mut subscription = subscription(hook);
        subscription["events"] = json!({ "total_count": 2, "results": events });
        subscription
    };
    let results: Vec<Value> = hooks.iter().map(with_events).collect();
    json!({ "total_count": model.hooks.len(), "results": results })
}

fn subscription(hook: &Hook) -> Value {
    json!({ "sentera_id": hook.id, "event_types": hook.events, "callback_url": hook.endpoint })
}

/// A schema with a list of subscriptions.
fn schema() -> Value {
    let named = |kind: &str, name: &str| json!({ "kind": kind, "name": name, "ofType": null });
    let of =
        json!({ "kind": "LIST", "name": null, "ofType": named("OBJECT", "WebhookSubscription") });
    let field = json!({ "name": "webhook_subscriptions", "args": [], "type": of });
    json!({
        "__schema": { "queryType": { "fields": [field] } },
        "eventTypes": { "enumValues": [{ "name": "TASK_MODIFIED" }, { "name": "FEATURE_SET_CREATED" }] },
    })
}
