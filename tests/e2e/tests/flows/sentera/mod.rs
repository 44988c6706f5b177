//! Sentera: the schema is asked for what no page documents, and a ledger stands in where it shows no list.

mod accessibility;
mod authentication;
mod connecting;
mod creating;
mod deliveries;
mod discovery;
mod editing;
mod faults;
mod health;
mod keyboard;
mod ledger;
mod removing;
mod screens;

use e2e::{Page, Stage, pages::editor::Editor};
use sandbox::{
    Fault,
    sentera::{ACME_CHILD, EventType, Subscription},
};

/// The documented operations that write (Sentera contract, section 3).
const CREATE: &str = "CreateWebhookSubscription";
const UPDATE: &str = "UpdateWebhookSubscription";
const DELETE: &str = "DeleteWebhookSubscriptions";
/// What the console asks the schema, and what it reads when that shows a list or events.
const DISCOVERY: &str = "PegboardDiscovery";
const READ: &str = "Pegboard";
/// The organizations of a token, which also prove it.
const ORGANIZATIONS: &str = "Organizations";

const FEATURE_SET: &str = "FEATURE_SET_CREATED";
const TASK: &str = "TASK_MODIFIED";
/// In no documentation; only the schema tells it.
const SURVEY: &str = "SURVEY_CREATED";
/// The event of the demo subscription that has two.
const BOTH: &str = "FEATURE_SET_CREATED, TASK_MODIFIED";

/// Where new subscriptions of these tests point.
const ENDPOINT: &str = "https://hooks.example.com/sentera";

/// Lets the schema show the lists that no page documents.
fn discoverable(stage: &Stage) {
    stage
        .sandbox
        .sentera
        .switch(|switches| switches.discovery = true);
}

/// What the sandbox holds for "Acme Child".
fn held(stage: &Stage) -> Vec<Subscription> {
    let held = stage.sandbox.sentera.subscriptions(ACME_CHILD);
    held.expect("the organization is known")
}

/// The events of every subscription that the sandbox holds, as a row shows them.
fn events(stage: &Stage) -> Vec<String> {
    held(stage).iter().map(shown).collect()
}

/// The endpoints of every subscription that the sandbox holds.
fn endpoints(stage: &Stage) -> Vec<String> {
    let held = held(stage).into_iter();
    held.map(|subscription| subscription.callback_url).collect()
}

fn shown(subscription: &Subscription) -> String {
    let kinds = subscription.event_types.iter().map(|kind| match kind {
        EventType::FeatureSetCreated => FEATURE_SET,
        EventType::TaskModified => TASK,
        EventType::SurveyCreated => SURVEY,
    });
    kinds.collect::<Vec<_>>().join(", ")
}

/// Another person's create, in "Acme Child".
fn insert(stage: &Stage, endpoint: &str, kinds: &[EventType]) -> Subscription {
    let inserted = stage.sandbox.sentera.insert(ACME_CHILD, endpoint, kinds);
    inserted.expect("the organization is known")
}

/// Leaves "Acme Child" without subscriptions.
fn clear(stage: &Stage) {
    let cleared = stage.sandbox.sentera.clear(ACME_CHILD);
    cleared.expect("the organization is known");
}

/// Strikes the next call of this operation.
fn strike(stage: &Stage, fault: &Fault, operation: &str) {
    let fault = fault.clone().on(operation);
    stage.sandbox.sentera.queue_fault(fault);
}

/// Opens "New subscription" with these events typed, and the endpoint.
async fn draft<'a>(page: &'a Page, events: &[&str], endpoint: &str) -> Editor<'a> {
    let editor = Editor::new(page).await;
    for event in events {
        editor.add(event).await;
    }
    editor.endpoint().await.fill(endpoint).await;
    editor
}

/// Tells the ledger about a subscription that exists.
async fn track(page: &Page, subscription: &Subscription) {
    page.click("button", "Track an existing subscription").await;
    let dialog = page.get("dialog", "Track an existing subscription").await;
    let (event, endpoint) = (shown(subscription), &subscription.callback_url);
    for (name, text) in [
        ("Subscription ID", &subscription.sentera_id),
        ("Event", &event),
        ("Endpoint URL", endpoint),
    ] {
        dialog.get("textbox", name).await.fill(text).await;
    }
    dialog
        .get("button", "Track subscription")
        .await
        .click()
        .await;
    page.gone("dialog", "Track an existing subscription").await;
}
