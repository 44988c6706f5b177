//! Commerce Layer in memory: webhooks by page and by id, event callbacks and the secret (Commerce Layer contract,
//! sections 4 and 6).

use pegboard::platform::{Method, Reply, Request};
use serde_json::{Value, json};

use super::ground::{LAYER, SECRET};
use super::model::{Hook, Model, PAGE};
use crate::sample::reply;

pub fn answer(model: &mut Model, request: &Request) -> Reply {
    let path = request.url.strip_prefix(LAYER).unwrap();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let number = query.split_once("page%5Bnumber%5D=").map(|(_, rest)| rest);
    let number = number.map_or(1, |rest| rest.split('&').next().unwrap().parse().unwrap());
    let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
    let given = &body["data"]["attributes"];
    let id = path.strip_prefix("/webhooks/");
    match (request.method, id) {
        (Method::Get, None) if path == "/event_callbacks" => deliveries(),
        (Method::Get, None) => {
            assert!(query.starts_with("sort=-created_at,id&"), "{query}");
            let newest_first: Vec<&Hook> = model.hooks.iter().rev().collect();
            let page = newest_first
                .chunks(PAGE)
                .nth(number - 1)
                .unwrap_or_default();
            let rows: Vec<Value> = page.iter().map(|hook| webhook(hook)).collect();
            let pages = model.hooks.len().div_ceil(PAGE);
            let meta = json!({ "page_count": pages, "record_count": model.hooks.len() });
            reply(200, json!({ "data": rows, "meta": meta }))
        }
        (Method::Post, None) => {
            let topic = given["topic"].as_str().unwrap().to_owned();
            let hook = model.add(&[topic], given["callback_url"].as_str().unwrap());
            give(hook, given);
            reply(201, json!({ "data": webhook(hook) }))
        }
        (_, Some(id)) if model.find(id).is_none() => {
            let error =
                json!({ "title": "Not found", "code": "RECORD_NOT_FOUND", "status": "404" });
            reply(404, json!({ "errors": [error] }))
        }
        (Method::Get, Some(id)) if query.ends_with("shared_secret") => {
            let attributes = json!({ "shared_secret": SECRET });
            let data = json!({ "id": id, "type": "webhooks", "attributes": attributes });
            reply(200, json!({ "data": data }))
        }
        (Method::Get, Some(id)) => reply(200, json!({ "data": webhook(model.find(id).unwrap()) })),
        (Method::Patch, Some(id)) => {
            let hook = model.touch(id).unwrap();
            give(hook, given);
            reply(200, json!({ "data": webhook(hook) }))
        }
        (Method::Delete, Some(id)) => {
            model.remove(id);
            reply(204, "")
        }
        (method, _) => panic!("{method:?} {path}"),
    }
}

fn give(hook: &mut Hook, given: &Value) {
    let text = |name: &str| given[name].as_str().map(str::to_owned);
    if let Some(endpoint) = text("callback_url") {
        hook.endpoint = endpoint;
    }
    if let Some(name) = text("name") {
        hook.name = name;
    }
    if given["_enable"] == true {
        hook.disabled = false;
    }
    if given["_disable"] == true {
        hook.disabled = true;
    }
    if given["_reset_circuit"] == true {
        hook.open = false;
    }
}

pub fn updated(hook: &Hook) -> String {
    format!("2026-01-01T00:00:00.{:03}Z", hook.updated)
}

fn webhook(hook: &Hook) -> Value {
    let circuit = if hook.open { "open" } else { "closed" };
    json!({
        "id": hook.id,
        "type": "webhooks",
        "attributes": {
            "name": hook.name,
            "topic": hook.events[0],
            "callback_url": hook.endpoint,
            "include_resources": [],
            "disabled_at": hook.disabled.then_some("2026-01-01T00:00:00.000Z"),
            "circuit_state": circuit,
            "circuit_failure_count": if hook.open { 30 } else { 0 },
            "created_at": "2026-01-01T00:00:00.000Z",
            "updated_at": updated(hook),
            "reference": null,
            "reference_origin": null,
            "metadata": {},
        },
    })
}

fn deliveries() -> Reply {
    let callback = |id: &str, code: &str| {
        json!({
            "id": id,
            "type": "event_callbacks",
            "attributes": {
                "callback_url": "https://hooks.example.com/",
                "response_code": code,
                "response_message": "OK",
                "payload": { "a": 1 },
                "created_at": "2026-01-01T00:00:00.000Z",
            },
        })
    };
    let data = [callback("d1", "200"), callback("d2", "500")];
    reply(
        200,
        json!({ "data": data, "meta": { "page_count": 1, "record_count": 2 } }),
    )
}
