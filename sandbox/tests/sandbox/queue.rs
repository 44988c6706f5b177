//! Facts 14 and 15: order, failure and blocking.

use std::collections::BTreeMap;

use sandbox::{
    OrderedJson, ReceiverAnswer, Running,
    happycolis::{
        INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT, QueueState, QueueStatus, SECOND_INTEGRATION,
    },
};
use serde_json::json;

use crate::api::{self, Api};

/// An integration with subscriptions of three types, each with a path of its own at the receiver.
async fn start() -> Running {
    let sandbox = api::start().await;
    sandbox.control.happycolis.clear(INTEGRATION).unwrap();
    for kind in ["a", "b", "c"] {
        insert(&sandbox, INTEGRATION, kind);
    }
    sandbox
}

fn insert(sandbox: &Running, owner: &str, kind: &str) -> String {
    let end_point = format!("https://receiver.example/{kind}");
    sandbox
        .control
        .happycolis
        .insert(owner, kind, &end_point, None)
        .unwrap()
        .id
}

/// Lets one event happen, numbered in its body.
fn fire(sandbox: &Running, owner: &str, kind: &str, number: u32) -> String {
    let body = OrderedJson::from_json(json!({ "number": number })).unwrap();
    let fired = sandbox.control.happycolis.fire(owner, kind, body).unwrap();
    fired.unwrap().message_id
}

fn answer(sandbox: &Running, path: &str, change: impl FnOnce(&mut ReceiverAnswer)) {
    let mut answer = ReceiverAnswer {
        path: Some(path.to_owned()),
        ..ReceiverAnswer::default()
    };
    change(&mut answer);
    sandbox.control.set_receiver(answer);
}

/// Path and number of every delivery, in order of arrival.
fn arrived(sandbox: &Running) -> Vec<(String, u64)> {
    let read = |body: &str| serde_json::from_str::<serde_json::Value>(body).unwrap();
    let deliveries = sandbox.control.deliveries().into_iter();
    deliveries
        .map(|each| {
            (
                each.path,
                read(&each.body)["body"]["number"].as_u64().unwrap(),
            )
        })
        .collect()
}

fn health(sandbox: &Running, owner: &str) -> Vec<String> {
    let stored = sandbox.control.happycolis.subscriptions(owner).unwrap();
    stored.into_iter().filter_map(|each| each.health).collect()
}

#[tokio::test]
async fn messages_arrive_first_in_first_out() {
    let sandbox = start().await;
    let expected: Vec<(String, u64)> = (0..12)
        .map(|number| {
            let kind = ["a", "c", "b"][number as usize % 3];
            fire(&sandbox, INTEGRATION, kind, number);
            (format!("/{kind}"), number.into())
        })
        .collect();
    sandbox
        .control
        .happycolis
        .settled(INTEGRATION)
        .await
        .unwrap();
    assert_eq!(arrived(&sandbox), expected);
}

#[tokio::test]
async fn one_message_is_in_flight_and_every_owner_has_a_queue() {
    let sandbox = start().await;
    insert(&sandbox, OAUTH_CLIENT, "free");
    answer(&sandbox, "/a", |answer| answer.hold = true);
    fire(&sandbox, INTEGRATION, "a", 1);
    fire(&sandbox, INTEGRATION, "b", 2);
    sandbox.control.wait_for_held_deliveries(1).await;
    let control = &sandbox.control.happycolis;
    let view = control.queue(INTEGRATION).unwrap();
    assert_eq!(
        (view.status, view.state),
        (QueueStatus::Healthy, QueueState::Locked)
    );
    assert_eq!(view.waiting.len(), 2);

    fire(&sandbox, OAUTH_CLIENT, "free", 3);
    control.settled(OAUTH_CLIENT).await.unwrap();
    let so_far = [("/a".to_owned(), 1), ("/free".to_owned(), 3)];
    assert_eq!(arrived(&sandbox), so_far);
    sandbox.control.release_deliveries();
    control.settled(INTEGRATION).await.unwrap();
    assert_eq!(arrived(&sandbox)[2..], [("/b".to_owned(), 2)]);
}

#[tokio::test]
async fn a_failure_blocks_the_whole_queue_and_only_one_turns_failing() {
    let sandbox = start().await;
    let control = &sandbox.control.happycolis;
    answer(&sandbox, "/b", |answer| answer.status = 500);
    fire(&sandbox, INTEGRATION, "a", 1);
    let failed = fire(&sandbox, INTEGRATION, "b", 2);
    fire(&sandbox, INTEGRATION, "c", 3);
    let view = control.settled(INTEGRATION).await.unwrap();
    fire(&sandbox, INTEGRATION, "a", 4);
    assert_eq!(
        (view.status, view.state),
        (QueueStatus::Blocked, QueueState::Ready)
    );
    let waiting = control.queue(INTEGRATION).unwrap().waiting;
    assert_eq!((waiting.len(), &waiting[0].header.message_id), (3, &failed));
    let error = "The endpoint answered with status 500";
    assert_eq!(waiting[0].last_error_message.as_deref(), Some(error));
    assert!(waiting[0].last_tried_at.is_some());
    assert_eq!(
        (&waiting[1].last_tried_at, &waiting[1].last_error_message),
        (&None, &None)
    );
    assert_eq!(arrived(&sandbox).len(), 2);
    assert_eq!(
        health(&sandbox, INTEGRATION),
        ["HEALTHY", "FAILING", "HEALTHY"]
    );
    let listed = Api::relay(&sandbox, INTEGRATION_TOKEN).list().await.json();
    assert_eq!(
        listed["data"]["integration"]["webhooks"][1]["health"],
        "FAILING"
    );
}

#[tokio::test]
async fn unblocking_tries_the_failed_message_first() {
    let sandbox = start().await;
    let control = &sandbox.control.happycolis;
    answer(&sandbox, "/b", |answer| answer.status = 503);
    for (number, kind) in [(1, "b"), (2, "a"), (3, "b")] {
        fire(&sandbox, INTEGRATION, kind, number);
    }
    control.settled(INTEGRATION).await.unwrap();
    control.unblock(INTEGRATION).unwrap();
    let still = control.settled(INTEGRATION).await.unwrap();
    assert_eq!(
        (still.status, still.waiting.len()),
        (QueueStatus::Blocked, 3)
    );

    answer(&sandbox, "/b", |answer| answer.status = 204);
    control.unblock(INTEGRATION).unwrap();
    let view = control.settled(INTEGRATION).await.unwrap();
    assert_eq!((view.status, view.waiting.len()), (QueueStatus::Healthy, 0));
    let numbers: Vec<u64> = arrived(&sandbox)
        .into_iter()
        .map(|(_, number)| number)
        .collect();
    assert_eq!(numbers, [1, 1, 1, 2, 3]);
    assert_eq!(health(&sandbox, INTEGRATION), ["HEALTHY"; 3]);
}

#[tokio::test]
async fn what_is_not_success_is_failure() {
    let slow = 60_000;
    for (timeout, change, expected) in [
        (
            slow,
            ReceiverAnswer {
                status: 404,
                ..found()
            },
            "The endpoint answered with status 404",
        ),
        (slow, found(), "The endpoint answered with status 302"),
        (
            20,
            ReceiverAnswer {
                hold: true,
                ..found()
            },
            "The endpoint did not answer within 20 ms",
        ),
    ] {
        let sandbox = start().await;
        let control = &sandbox.control.happycolis;
        control.switch(|switches| switches.delivery_timeout_ms = timeout);
        sandbox.control.set_receiver(change);
        fire(&sandbox, INTEGRATION, "a", 1);
        let view = control.settled(INTEGRATION).await.unwrap();
        assert_eq!(
            view.waiting[0].last_error_message.as_deref(),
            Some(expected)
        );
        assert_eq!(health(&sandbox, INTEGRATION)[0], "FAILING");
        let elsewhere = arrived(&sandbox).into_iter().any(|(path, _)| path != "/a");
        assert!(!elsewhere, "a redirect is not followed");
    }
}

/// A redirect to a path that would answer 200.
fn found() -> ReceiverAnswer {
    ReceiverAnswer {
        path: Some("/a".to_owned()),
        status: 302,
        headers: BTreeMap::from([(
            "Location".to_owned(),
            "https://receiver.example/b".to_owned(),
        )]),
        ..ReceiverAnswer::default()
    }
}

#[tokio::test]
async fn nothing_leaves_the_machine() {
    let sandbox = api::start().await;
    let control = &sandbox.control.happycolis;
    fire(&sandbox, SECOND_INTEGRATION, "order/created", 1);
    let view = control.settled(SECOND_INTEGRATION).await.unwrap();
    let error = view.waiting[0].last_error_message.as_deref();
    assert_eq!(error, Some("The endpoint cannot be reached"));
    assert_eq!(health(&sandbox, SECOND_INTEGRATION), ["FAILING", "HEALTHY"]);
    assert_eq!(sandbox.control.deliveries(), []);
}

#[tokio::test]
async fn removing_the_failing_subscription_does_not_unblock() {
    let sandbox = start().await;
    let control = &sandbox.control.happycolis;
    answer(&sandbox, "/b", |answer| answer.status = 500);
    for (number, kind) in [(1, "b"), (2, "b"), (3, "a")] {
        fire(&sandbox, INTEGRATION, kind, number);
    }
    control.settled(INTEGRATION).await.unwrap();
    let failing = control.subscriptions(INTEGRATION).unwrap()[1].id.clone();
    Api::relay(&sandbox, INTEGRATION_TOKEN)
        .remove(&failing)
        .await;
    let view = control.queue(INTEGRATION).unwrap();
    assert_eq!((view.status, view.waiting.len()), (QueueStatus::Blocked, 1));
    control.unblock(INTEGRATION).unwrap();
    control.settled(INTEGRATION).await.unwrap();
    assert_eq!(
        arrived(&sandbox),
        [("/b".to_owned(), 1), ("/a".to_owned(), 3)]
    );
}

#[tokio::test]
async fn a_reset_empties_queues_and_ends_deliveries() {
    let sandbox = start().await;
    answer(&sandbox, "/a", |answer| answer.hold = true);
    fire(&sandbox, INTEGRATION, "a", 1);
    sandbox.control.wait_for_held_deliveries(1).await;
    sandbox.control.reset();
    let view = sandbox.control.happycolis.queue(INTEGRATION).unwrap();
    assert_eq!((view.state, view.waiting.len()), (QueueState::Ready, 0));
    assert_eq!(sandbox.control.deliveries(), []);
}
