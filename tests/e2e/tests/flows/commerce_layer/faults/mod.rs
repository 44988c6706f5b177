//! Every fault on every operation: one write on the wire, words that tell it from all others, and nothing lost.

mod reads;
mod switch;
mod writes;

use e2e::{Door, Stage, pages::wall};
use sandbox::{Effect, Fault, Received, StoredWebhook, commerce_layer::Environment};
use serde_json::json;

use super::{ENDPOINT, LIST, attributes, connected, held, refusal, strike, topics, webhook};
use crate::faults::{Case, Outcome, cases, scene, told};

/// The topic that these tests create, change and remove.
const TOPIC: &str = "orders.approve";

/// Those that only GraphQL has, or whose words are read from GraphQL's errors.
const OTHERS: [&str; 2] = ["status 403", "data with errors"];

/// Every fault, and the refusals of Commerce Layer in its own form (Commerce Layer contract, section 8).
fn all(door: Door) -> Vec<Case> {
    let refused = |name, fault, said| Case {
        name,
        fault,
        outcome: Outcome::Refused,
        said,
    };
    let at = Some("/data/attributes/callback_url");
    let mut all = cases(door);
    all.retain(|case| !OTHERS.contains(&case.name));
    all.extend([
        refused(
            "INVALID_TOKEN",
            refusal(401, "INVALID_TOKEN", "Invalid token", None),
            "does not accept this access token",
        ),
        refused(
            "UNAUTHORIZED",
            refusal(401, "UNAUTHORIZED", "Access denied", None),
            "Your role does not allow this",
        ),
        refused(
            "403",
            refusal(403, "FORBIDDEN", "Not for you", None),
            "Not for you · FORBIDDEN · HTTP 403",
        ),
        refused(
            "422",
            refusal(422, "VALIDATION_ERROR", "is not reachable", at),
            "does not accept what was sent",
        ),
        refused(
            "423",
            refusal(423, "LOCKED", "Locked resource", None),
            "has locked this for now",
        ),
        refused(
            "429 without a promise",
            Fault::next(Effect::RateLimited { retry_after: 0 }),
            "Too many requests",
        ),
    ]);
    all
}

/// The refusal that means another thing for each operation.
fn not_found() -> Case {
    Case {
        name: "404",
        fault: refusal(404, "RECORD_NOT_FOUND", "Record not found", None),
        outcome: Outcome::Refused,
        said: "does not know what was asked for",
    }
}

/// Plays every case on a wall with one webhook, which is new for each.
async fn every_fault(door: Door, cases: Vec<Case>, meet: impl AsyncFn(&Stage, &Case)) {
    scene(door)
        .play(async |stage| {
            let platform = &stage.sandbox.commerce_layer;
            // The cases come faster than a person's calls.
            platform.switch(|switches| switches.rate_limit_factor = 100.0);
            platform.clear(Environment::Test);
            hang(stage);
            connected(stage).await;
            for case in &cases {
                eprintln!("{}", case.name);
                let before = held(stage);
                meet(stage, case).await;
                wall::tidy(&stage.page).await;
                platform.clear_faults();
                refresh(stage).await;
                wall::shows_exactly(&stage.page, &topics(stage)).await;
                if held(stage) != before {
                    platform.clear(Environment::Test);
                    refresh(stage).await;
                    stage.page.get("heading", "No subscriptions yet").await;
                    hang(stage);
                    refresh(stage).await;
                    wall::has(&stage.page, TOPIC).await;
                }
            }
        })
        .await;
}

/// Reads the wall anew, to the end: the next case is not to meet what is still on its way.
async fn refresh(stage: &Stage) {
    stage.sandbox.clear_received();
    stage.page.click("button", "Refresh").await;
    let is_read = |call: &Received| call.operation.as_deref() == Some(LIST);
    stage.sandbox.wait_for_received(1, is_read).await;
    wall::read_to_the_end(&stage.page).await;
}

fn hang(stage: &Stage) -> StoredWebhook {
    let given = json!({ "topic": TOPIC, "callback_url": ENDPOINT, "name": "Approved" });
    let platform = &stage.sandbox.commerce_layer;
    platform.insert(Environment::Test, attributes(given))
}

/// How often an operation came.
fn arrived(stage: &Stage, operation: &str) -> usize {
    let calls = crate::sent::operations(stage);
    calls.iter().filter(|it| *it == operation).count()
}
