//! Fact 11, assumptions 5 and 6, and contradiction 9.1: deliveries.

use sandbox::{
    ReceiverAnswer, Running,
    sentera::{
        ACME, ACME_CHILD, ACME_GRANDCHILD, Authentication, CALLBACK_TOKEN, EventStatus, EventType,
        SUBSCRIPTION,
    },
};
use serde_json::{Value, json};

use crate::api;

/// A sandbox whose tries follow each other at once, with the one subscription that leads to the
/// receiver.
async fn subscribed() -> Running {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    control.switch(|switches| switches.retry_factor = 0.0);
    sandbox
}

fn answers(sandbox: &Running, path: &str, status: u16) {
    sandbox.control.set_receiver(ReceiverAnswer {
        path: Some(path.to_owned()),
        status,
        ..ReceiverAnswer::default()
    });
}

/// Lets a feature set be created, and tells how its event ended.
async fn outcome(sandbox: &Running) -> (EventStatus, i32) {
    sandbox.control.clear_deliveries();
    let control = &sandbox.control.sentera;
    let fired = control
        .fire(ACME_CHILD, EventType::FeatureSetCreated)
        .unwrap();
    assert_eq!((fired.len(), fired[0].status), (1, EventStatus::Pending));
    control.settled().await;
    let event = control.events(SUBSCRIPTION).remove(0);
    assert_eq!(event.sentera_id, fired[0].sentera_id);
    (event.status, event.attempts)
}

#[tokio::test]
async fn an_event_is_posted_as_assumed() {
    let sandbox = subscribed().await;
    assert_eq!(outcome(&sandbox).await, (EventStatus::Succeeded, 1));
    let event = sandbox.control.sentera.events(SUBSCRIPTION).remove(0);
    let [delivered] = &sandbox.control.deliveries()[..] else {
        panic!("one delivery")
    };
    assert_eq!(
        (delivered.method.as_str(), delivered.path.as_str()),
        ("POST", "/sentera")
    );
    let sent: Value = serde_json::from_str(&delivered.body).unwrap();
    let expected = json!({
        "sentera_id": event.sentera_id, "type": "FEATURE_SET_CREATED",
        "created_at": event.created_at.to_string(),
        "triggering_object_id": event.triggering_object_id,
        "payload": { "created_by_id": event.user, "sentera_id": event.triggering_object_id },
    });
    assert_eq!(sent, expected);
    let names: Vec<&str> = delivered
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(!names.contains(&"authorization"), "{names:?}");
}

#[tokio::test]
async fn three_attempts_are_made_and_any_2xx_ends_them() {
    let sandbox = subscribed().await;
    for (status, expected) in [
        (204, (EventStatus::Succeeded, 1)),
        (302, (EventStatus::Failed, 3)),
        (500, (EventStatus::Failed, 3)),
    ] {
        answers(&sandbox, "/sentera", status);
        assert_eq!(outcome(&sandbox).await, expected, "{status}");
    }
}

#[tokio::test]
async fn an_event_between_two_attempts_is_pending() {
    let sandbox = api::start().await;
    let control = &sandbox.control.sentera;
    let an_hour = 3600.0;
    control.switch(|switches| switches.retry_factor = an_hour);
    sandbox.control.set_receiver(ReceiverAnswer {
        status: 500,
        hold: true,
        ..ReceiverAnswer::default()
    });
    control
        .fire(ACME_CHILD, EventType::FeatureSetCreated)
        .unwrap();
    sandbox.control.wait_for_held_deliveries(1).await;
    let event = control.events(SUBSCRIPTION).remove(0);
    assert_eq!((event.status, event.attempts), (EventStatus::Pending, 0));
    sandbox.control.reset();
    assert_eq!(control.events(SUBSCRIPTION).len(), 3);
}

#[tokio::test]
async fn authentication_is_used_towards_the_callback() {
    let sandbox = subscribed().await;
    let authentication = Authentication {
        client_id: "pegboard".to_owned(),
        client_secret: "hush & hide".to_owned(),
        token_url: "https://receiver.example/oauth/token".to_owned(),
        scope: Some("hooks".to_owned()),
    };
    let control = &sandbox.control.sentera;
    control
        .change(SUBSCRIPTION, |known| {
            known.authentication = Some(authentication)
        })
        .unwrap();
    assert_eq!(outcome(&sandbox).await, (EventStatus::Succeeded, 1));
    let [asked, delivered] = &sandbox.control.deliveries()[..] else {
        panic!("a token, then the event")
    };
    let grant =
        "grant_type=client_credentials&client_id=pegboard&client_secret=hush+%26+hide&scope=hooks";
    assert_eq!(
        (asked.path.as_str(), asked.body.as_str()),
        ("/oauth/token", grant)
    );
    let bearer = (
        "authorization".to_owned(),
        format!("Bearer {CALLBACK_TOKEN}"),
    );
    assert!(delivered.headers.contains(&bearer));

    answers(&sandbox, "/oauth/token", 401);
    assert_eq!(outcome(&sandbox).await, (EventStatus::Failed, 3));
    assert!(
        sandbox
            .control
            .deliveries()
            .iter()
            .all(|each| each.path == "/oauth/token")
    );
}

#[tokio::test]
async fn events_bubble_up_only_where_that_is_switched_on() {
    let sandbox = subscribed().await;
    let control = &sandbox.control.sentera;
    let kind = EventType::TaskModified;
    let fire = |organization: &str| control.fire(organization, kind).unwrap().len();
    assert_eq!(
        (fire(ACME), fire(ACME_CHILD), fire(ACME_GRANDCHILD)),
        (0, 2, 0)
    );
    control.switch(|switches| switches.bubbling = true);
    assert_eq!(
        (fire(ACME), fire(ACME_CHILD), fire(ACME_GRANDCHILD)),
        (0, 2, 2)
    );
    control.settled().await;
}
