//! What the platform received.

use e2e::Stage;
use sandbox::Received;
use serde_json::Value;

/// The bodies of all calls of an operation, in order of arrival.
pub fn bodies(stage: &Stage, operation: &str) -> Vec<Value> {
    let of = |call: &Received| call.operation.as_deref() == Some(operation);
    let calls = stage.sandbox.received().into_iter().filter(of);
    calls
        .map(|call| serde_json::from_str(&call.body).expect("a call is JSON"))
        .collect()
}

/// The operations in order of arrival.
pub fn operations(stage: &Stage) -> Vec<String> {
    stage
        .sandbox
        .received()
        .into_iter()
        .filter_map(|call| call.operation)
        .collect()
}

/// The events that the sandbox holds for an owner.
pub fn held(stage: &Stage, owner: &str) -> Vec<String> {
    let held = subscriptions(stage, owner).into_iter();
    held.map(|(event, _)| event).collect()
}

/// Event and endpoint of everything that the sandbox holds for an owner.
pub fn subscriptions(stage: &Stage, owner: &str) -> Vec<(String, String)> {
    let held = stage.sandbox.happycolis.subscriptions(owner);
    let held = held.expect("the owner is known").into_iter();
    held.filter_map(|it| Some((it.kind?, it.end_point)))
        .collect()
}

/// The operation as one line, white space aside: what the contract prints is compared, not how it is laid out.
pub fn squeezed(query: &str) -> String {
    query.split_whitespace().collect::<Vec<_>>().join(" ")
}
