//! Commerce Layer: pages of 25, attributes of its own, switches, a shared secret and deliveries.

mod accessibility;
mod connecting;
mod creating;
mod details;
mod editing;
mod faults;
mod keyboard;
mod removing;
mod screens;
mod switching;
mod wall;

use e2e::{
    Page, Stage,
    pages::{commerce_layer, editor::Editor, wall as rows},
    until,
};
use sandbox::{
    Effect, Fault, StoredWebhook,
    commerce_layer::{Environment, INTEGRATION_TOKEN},
};
use serde_json::{Map, Value, json};

/// The operations by the names that the sandbox gives them.
const LIST: &str = "list_webhooks";
const GET: &str = "get_webhook";
const CREATE: &str = "create_webhook";
pub const UPDATE: &str = "update_webhook";
const DELETE: &str = "delete_webhook";
const DELIVERIES: &str = "list_event_callbacks";

/// Where new webhooks of these tests point.
const ENDPOINT: &str = "https://hooks.example.com/commerce-layer";

/// What the connection of these tests is called.
const NAME: &str = "Mantova";

/// Connects with a token that may do everything, and waits for every row.
pub async fn connected(stage: &Stage) {
    commerce_layer::connect(&stage.page, INTEGRATION_TOKEN, NAME).await;
    rows::shows_exactly(&stage.page, &topics(stage)).await;
}

/// What the sandbox holds for this token.
pub fn held(stage: &Stage) -> Vec<StoredWebhook> {
    stage.sandbox.commerce_layer.webhooks(Environment::Test)
}

/// The topics of every webhook that the sandbox holds.
fn topics(stage: &Stage) -> Vec<String> {
    held(stage).iter().map(|it| text(it, "topic")).collect()
}

/// The only webhook of this topic.
fn webhook(stage: &Stage, topic: &str) -> StoredWebhook {
    let mut of_topic = held(stage)
        .into_iter()
        .filter(|it| it.attributes["topic"] == topic);
    let only = of_topic.next().expect("the topic is held");
    assert!(of_topic.next().is_none(), "{topic} is held twice");
    only
}

/// An attribute as text; empty where it is null.
fn text(webhook: &StoredWebhook, attribute: &str) -> String {
    let value = webhook.attributes[attribute].as_str();
    value.unwrap_or_default().to_owned()
}

/// The members of a JSON object.
fn attributes(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        other => panic!("{other} is no object"),
    }
}

/// Strikes the next call of this operation.
fn strike(stage: &Stage, fault: Fault, operation: &str) {
    stage
        .sandbox
        .commerce_layer
        .queue_fault(fault.on(operation));
}

/// One error as Commerce Layer writes it (Commerce Layer contract, section 8).
fn refusal(status: u16, code: &str, title: &str, pointer: Option<&str>) -> Fault {
    let mut error = json!({
        "title": title,
        "detail": title,
        "code": code,
        "status": status.to_string(),
    });
    if let Some(pointer) = pointer {
        error["source"] = json!({ "pointer": pointer });
    }
    Fault::next(Effect::Answer {
        status,
        headers: Default::default(),
        body: Some(json!({ "errors": [error] })),
    })
}

/// Opens "New subscription" with topic and endpoint typed.
async fn draft<'a>(page: &'a Page, topic: &str, endpoint: &str) -> Editor<'a> {
    let editor = Editor::new(page).await;
    editor.fill(topic, endpoint).await;
    editor
}

/// Opens "Edit subscription" of a topic, and forgets what was sent before.
pub async fn edit<'a>(stage: &'a Stage, topic: &str) -> Editor<'a> {
    rows::action(&stage.page, "Edit", topic).await.click().await;
    let editor = Editor::open(&stage.page, "Edit subscription").await;
    stage.sandbox.clear_received();
    editor
}

/// Fills a text field of the dialog.
async fn give(editor: &Editor<'_>, field: &str, text: &str) {
    let field = editor.dialog.get("textbox", field).await;
    field.fill(text).await;
}

/// Waits until the badge of a topic says this.
pub async fn has_badge(page: &Page, topic: &str, wanted: &str) {
    until(&format!("{topic} to be {wanted}"), async || {
        let all = rows::rows(page).await;
        match all.into_iter().find(|row| row.event == topic) {
            Some(row) if row.health == wanted => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
}

/// The attributes of the only call of this operation that has a body.
fn only_sent(stage: &Stage, operation: &str) -> Value {
    let sent = crate::sent::bodies(stage, operation);
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!(sent[0]["data"]["type"], "webhooks");
    sent[0]["data"]["attributes"].clone()
}
