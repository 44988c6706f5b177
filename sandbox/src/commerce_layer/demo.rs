//! The demo data: the webhooks of a merchant with some trouble among them, and what came of their
//! last calls.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{environment::Environment, identity::id, record::Record, store::Store, token::Token};
use crate::clock;

/// What every environment has: attributes of webhooks, where a member that is missing is as on a new
/// one.
const WALL: &str = include_str!("wall.json");

/// Between the creation of one webhook and the next.
const PACE: SignedDuration = SignedDuration::from_hours(31 * 24 + 5);
/// Between one call of a webhook and the next.
const CADENCE: SignedDuration = SignedDuration::from_mins(97);

/// A webhook of the wall.
#[derive(Deserialize)]
struct Row {
    attributes: Map<String, Value>,
    /// What its calls were answered, the newest first; null stands for no answer.
    #[serde(default)]
    responses: Vec<Option<u16>>,
}

#[derive(Deserialize)]
struct Wall {
    test: Vec<Row>,
    live: Vec<Row>,
    other: Vec<Row>,
}

/// Tokens, webhooks and event callbacks as they are after every reset.
pub(crate) fn store() -> Store {
    #[expect(clippy::expect_used, reason = "the file is a part of the program")]
    let wall: Wall = serde_json::from_str(WALL).expect("the wall is of this form");
    let mut store = Store {
        tokens: Token::all(),
        ..Store::default()
    };
    for (environment, rows) in [
        (Environment::Test, wall.test),
        (Environment::Live, wall.live),
        (Environment::Other, wall.other),
    ] {
        for (row, number) in rows.into_iter().zip(1..) {
            let webhook = webhook(environment, number, row.attributes);
            for (code, calls) in row.responses.iter().zip(1..) {
                store.callbacks.push(callback(&webhook, calls, *code));
            }
            store.webhooks.push(webhook);
        }
    }
    // A log is written in the order of time, whichever webhook is called.
    store
        .callbacks
        .sort_by_key(|callback| callback.value("created_at").to_string());
    store
}

fn webhook(environment: Environment, number: i32, given: Map<String, Value>) -> Record {
    let start = Timestamp::constant(1_677_662_100, 481_000_000);
    // Some years after the start there is still time.
    let created = clock::written(start.saturating_add(PACE * number).unwrap_or(start));
    let seed = format!("{environment:?} webhook {number}");
    let mut webhook = Record::webhook(environment, &seed, Map::new());
    webhook.set("created_at", created.clone());
    webhook.set("updated_at", created);
    webhook.attributes.extend(given);
    webhook
}

/// The call that was made `calls` steps ago.
fn callback(webhook: &Record, calls: i32, code: Option<u16>) -> Record {
    let now = Timestamp::now();
    let time = clock::written(now.saturating_sub(CADENCE * calls).unwrap_or(now));
    let seed = format!("callback {calls} of {}", webhook.id);
    let message = match code {
        None => "Timeout",
        Some(200) => "OK",
        Some(204) => "No Content",
        Some(404) => "Not Found",
        Some(_) => "Internal Server Error",
    };
    let resource = webhook
        .text("topic")
        .and_then(|topic| topic.split('.').next());
    let payload = payload(webhook, resource.unwrap_or_default(), &seed);
    let code = code.map(|code| code.to_string());
    let mut callback = Record::callback(webhook, payload, code, message);
    callback.id = id(&seed);
    callback.set("created_at", time.clone());
    callback.set("updated_at", time);
    callback
}

/// The resource that a call carried.
fn payload(webhook: &Record, resource: &str, seed: &str) -> Value {
    let id = id(&format!("resource of {seed}"));
    let api = webhook.environment.api();
    json!({
        "data": {
            "id": id,
            "type": resource,
            "links": { "self": format!("{api}/{resource}/{id}") },
            "attributes": {
                "created_at": "2026-01-01T12:00:00.000Z",
                "updated_at": "2026-01-01T12:00:00.000Z",
                "reference": null,
                "metadata": {}
            },
            "meta": { "mode": webhook.environment.mode() }
        }
    })
}
