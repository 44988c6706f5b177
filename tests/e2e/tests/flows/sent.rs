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
    let held = stage
        .sandbox
        .happycolis
        .subscriptions(owner)
        .expect("the owner is known");
    held.into_iter()
        .filter_map(|subscription| subscription.kind)
        .collect()
}

/// The operation as one line, white space aside: what the contract prints is compared, not how it is laid out.
pub fn squeezed(query: &str) -> String {
    query.split_whitespace().collect::<Vec<_>>().join(" ")
}
