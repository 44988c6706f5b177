//! ikas: several events at once, saved and deleted by scope, and what nobody documents asked before it is done.

mod connecting;
mod creating;
mod editing;
mod faults;
mod keyboard;
mod removing;
pub mod screens;
mod several;
mod wall;

use e2e::{Page, Stage, pages::editor::Editor};
use sandbox::{Fault, ikas::APP};

/// The operation that saves on v2, and those that list and delete.
const SAVE: &str = "SaveWebhooks";
const LIST: &str = "ListWebhook";
const DELETE: &str = "DeleteWebhook";

/// Where new webhooks of these tests point.
const ENDPOINT: &str = "https://hooks.example.com/ikas";

/// What the sandbox holds: scope and endpoint of every row.
fn held(stage: &Stage) -> Vec<(String, String)> {
    let held = stage.sandbox.ikas.webhooks(APP).expect("the app is known");
    held.into_iter()
        .map(|row| (row.scope, row.endpoint))
        .collect()
}

/// The scopes of every row that the sandbox holds.
fn scopes(stage: &Stage) -> Vec<String> {
    held(stage).into_iter().map(|(scope, _)| scope).collect()
}

/// Strikes the next call of this operation.
fn strike(stage: &Stage, fault: &Fault, operation: &str) {
    stage.sandbox.ikas.queue_fault(fault.clone().on(operation));
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
