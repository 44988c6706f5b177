//! Fact 16 and assumptions 5 to 7: retries and the circuit.

use sandbox::{ReceiverAnswer, Running, commerce_layer::Environment};
use serde_json::{Value, json};

use super::{
    api::{Api, listen, object},
    delivery::{callbacks, fire, start},
};

fn answer_with(sandbox: &Running, status: u16) {
    sandbox.control.set_receiver(ReceiverAnswer {
        status,
        ..ReceiverAnswer::default()
    });
}

/// Lets the receiver keep every call, and refuse it in the end.
fn hold(sandbox: &Running) {
    sandbox.control.set_receiver(ReceiverAnswer {
        status: 500,
        hold: true,
        ..ReceiverAnswer::default()
    });
}

/// A webhook whose every call fails, and retries without a pause.
async fn failing() -> (Running, String) {
    let sandbox = start().await;
    let control = &sandbox.control.commerce_layer;
    control.switch(|switches| switches.retry_factor = 0.0);
    answer_with(&sandbox, 500);
    let id = listen(&sandbox, "orders.place", "/orders");
    (sandbox, id)
}

async fn circuit(sandbox: &Running, id: &str) -> (Value, Value) {
    let attributes = Api::demo(sandbox).attributes(id).await;
    let of = |name: &str| attributes[name].clone();
    (of("circuit_state"), of("circuit_failure_count"))
}

#[tokio::test]
async fn the_circuit_opens_after_thirty_failures_in_a_row() {
    let (sandbox, id) = failing().await;
    // One call and ten retries for each event.
    for (calls, state) in [(11, "closed"), (22, "closed"), (30, "open"), (30, "open")] {
        fire(&sandbox, "orders.place", "{}").await;
        assert_eq!(circuit(&sandbox, &id).await, (json!(state), json!(calls)));
        assert_eq!(sandbox.control.deliveries().len(), calls);
    }
    let written = callbacks(&sandbox, &id).await;
    let failed = |callback: &Value| callback["response_code"] == "500";
    assert!(written.len() == 25 && written.iter().all(failed));

    let api = Api::demo(&sandbox);
    assert_eq!(
        api.update(&id, json!({ "_reset_circuit": true }))
            .await
            .status,
        200
    );
    answer_with(&sandbox, 200);
    fire(&sandbox, "orders.place", "{}").await;
    assert_eq!(circuit(&sandbox, &id).await, (json!("closed"), json!(0)));
    assert_eq!(sandbox.control.deliveries().len(), 31);
}

#[tokio::test]
async fn a_success_begins_to_count_anew() {
    let (sandbox, id) = failing().await;
    fire(&sandbox, "orders.place", "{}").await;
    assert_eq!(circuit(&sandbox, &id).await.1, 11);
    answer_with(&sandbox, 204);
    fire(&sandbox, "orders.place", "{}").await;
    assert_eq!(circuit(&sandbox, &id).await, (json!("closed"), json!(0)));
}

#[tokio::test]
async fn a_disabled_webhook_is_not_called() {
    let (sandbox, id) = failing().await;
    let api = Api::demo(&sandbox);
    api.update(&id, json!({ "_disable": true })).await;
    fire(&sandbox, "orders.place", "{}").await;
    assert_eq!(sandbox.control.deliveries(), []);
    assert_eq!(circuit(&sandbox, &id).await.1, 0);
}

#[tokio::test]
async fn a_reset_ends_what_is_under_way() {
    let (sandbox, _) = failing().await;
    hold(&sandbox);
    let control = &sandbox.control.commerce_layer;
    let payload = serde_json::from_str("{}").unwrap();
    control.fire(Environment::Test, "orders.place", &payload);
    sandbox.control.wait_for_held_deliveries(1).await;
    sandbox.control.reset();
    control.settled().await;
    assert_eq!(sandbox.control.deliveries(), []);
}

#[tokio::test]
async fn a_webhook_that_is_gone_is_not_called_again() {
    let (sandbox, id) = failing().await;
    hold(&sandbox);
    let control = &sandbox.control.commerce_layer;
    let payload = serde_json::from_str("{}").unwrap();
    control.fire(Environment::Test, "orders.place", &payload);
    sandbox.control.wait_for_held_deliveries(1).await;
    control.remove(&id).unwrap();
    sandbox.control.release_deliveries();
    control.settled().await;
    assert_eq!(sandbox.control.deliveries().len(), 1);
    let given = object(json!({ "name": "a" }));
    assert!(control.change(&id, given).is_err());
}
