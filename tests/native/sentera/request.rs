//! What the console sends is what the contract documents.

use pegboard::platform::{Learned, sentera};
use pegboard::state::config::Config;
use pegboard::subscription::{Claims, Credential, Platform};
use serde_json::json;

use super::fixture::{
    API, ENDPOINT, ORGANIZATION, SUBSCRIPTION, authenticated, json as block_json, learned, sdl,
    text, valid,
};
use super::reply::subscription;
use crate::graphql::words;

/// Section 1.1: opaque, and sent as a bearer whatever it is.
pub fn token_answer(block: &str) {
    let answer = block_json(block);
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(Claims::read(token), None);
    assert_eq!(Config::default().api(Platform::Sentera), API);
    let authorization = Credential::new(token, API).authorization(API);
    assert_eq!(authorization, Some(format!("Bearer {token}")));
}

pub fn creation(block: &str) {
    let variables = block_json(block);
    let events = ["FEATURE_SET_CREATED", "TASK_MODIFIED"];
    let request = sentera::create(API, ORGANIZATION, &valid(&events, ENDPOINT));
    let (query, sent) = sdl().sent(&request);
    assert_eq!(sent, variables);
    assert_eq!(words(&query), words(&text("op=sentera.create.variables")));
}

/// Section 3.2: only what differs.
pub fn update(block: &str) {
    let variables = block_json(block);
    let old = subscription(SUBSCRIPTION, &["TASK_MODIFIED"], ENDPOINT);
    let valid = valid(&["TASK_MODIFIED"], "https://example.com/webhooks/v2");
    let (query, sent) = sdl().sent(&sentera::update(API, &old, &valid));
    assert_eq!(sent, variables);
    assert!(words(&query).contains("(sentera_id: $id, callback_url: $url, event_types: $events)"));
}

#[test]
fn an_update_sends_what_differs_and_at_least_one() {
    let old = subscription("a", &["ONE", "TWO"], ENDPOINT);
    let other = "https://other.example/hook";
    let cases = [
        (
            &["ONE", "TWO"][..],
            other,
            json!({ "id": "a", "url": other }),
        ),
        (&["TWO", "ONE"], other, json!({ "id": "a", "url": other })),
        (&["ONE"], ENDPOINT, json!({ "id": "a", "events": ["ONE"] })),
        (
            &["ONE", "TWO", "THREE"],
            ENDPOINT,
            json!({ "id": "a", "events": ["ONE", "TWO", "THREE"] }),
        ),
        (
            &["THREE"],
            other,
            json!({ "id": "a", "url": other, "events": ["THREE"] }),
        ),
        // Nothing differs: what is there already is sent, for nothing would be an error.
        (
            &["TWO", "ONE"],
            ENDPOINT,
            json!({ "id": "a", "url": ENDPOINT }),
        ),
    ];
    for (events, endpoint, wanted) in cases {
        let (_, sent) =
            crate::graphql::parts(&sentera::update(API, &old, &valid(events, endpoint)));
        assert_eq!(sent, wanted, "{events:?} {endpoint}");
    }
    let unreported = pegboard::subscription::Subscription {
        endpoint: None,
        events: Vec::new(),
        ..old
    };
    let (_, sent) = crate::graphql::parts(&sentera::update(
        API,
        &unreported,
        &valid(&["ONE"], ENDPOINT),
    ));
    assert_eq!(
        sent,
        json!({ "id": "a", "url": ENDPOINT, "events": ["ONE"] })
    );
}

#[test]
fn a_removal_names_the_organization_and_every_id() {
    let (_, sent) = sdl().sent(&sentera::remove(API, ORGANIZATION, &["a", "b"]));
    assert_eq!(
        sent,
        json!({ "organization": ORGANIZATION, "ids": ["a", "b"] })
    );
}

#[test]
fn organizations_are_asked_for_by_id_or_the_first_hundred() {
    let (query, sent) = sdl().sent(&sentera::prove(API, ORGANIZATION));
    assert_eq!(sent, json!({ "ids": [ORGANIZATION] }));
    assert!(query.contains("page_size: 100"));
    let (same, sent) = sdl().sent(&sentera::organizations(API));
    assert_eq!((same, sent), (query, json!({})));
}

/// Section 3.6, rule 4.
#[test]
fn callback_authentication_is_sent_as_typed_and_only_on_creation() {
    let (learned, _) = learned(&sdl());
    let fields = [
        ("client_id", "id"),
        ("client_secret", "s3cret-value"),
        ("token_url", "https://a.example/token"),
    ];
    let valid = authenticated(&learned, &fields);
    let request = sentera::create(API, ORGANIZATION, &valid);
    let (_, sent) = sdl().sent(&request);
    let wanted = json!({ "client_id": "id", "client_secret": "s3cret-value", "token_url": "https://a.example/token" });
    assert_eq!(sent["authentication"], wanted);
    assert!(!format!("{request:?} {valid:?}").contains("s3cret"));
    let old = subscription("a", &["ONE"], ENDPOINT);
    let (_, sent) = crate::graphql::parts(&sentera::update(API, &old, &valid));
    assert_eq!(sent.get("authentication"), None);
    // Without fields there is no object, not an empty one.
    let (_, sent) = sdl().sent(&sentera::create(
        API,
        ORGANIZATION,
        &authenticated(&Learned::default(), &fields),
    ));
    assert_eq!(sent.get("authentication"), None);
}
