//! Every fault on every operation ends in a visible, specific state. Rows stay, drafts stay, and afterwards the wall tells
//! what the platform holds.

mod create;
mod list;
mod remove;
mod replace;

use e2e::{Door, Scene, Stage, pages::wall};
use sandbox::{Effect, Fault, happycolis::INTEGRATION};
use serde_json::json;

use crate::sent;

/// Milliseconds after which the console gives an answer up: long enough for a busy machine, short enough to wait for.
const TIMEOUT_MS: u32 = 2_500;

/// What a fault means for a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The platform answered that it did nothing.
    Refused,
    /// The answer is lost, and nothing was stored.
    LostBefore,
    /// The answer is lost, and the platform did what was asked.
    LostAfter,
    /// It worked.
    Done,
}

/// One fault, what it means, and the words by which a person knows it from all others.
pub struct Case {
    pub name: &'static str,
    pub fault: Fault,
    pub outcome: Outcome,
    pub said: &'static str,
}

/// The fault at every attempt of a read: the console repeats one twice that failed for a moment, and Chromium repeats a
/// GET by itself whose connection broke.
pub fn lasting(fault: &Fault) -> Fault {
    fault.clone().times(20)
}

/// A scene whose console does not wait long.
pub fn scene(door: Door) -> Scene {
    Scene::new(door).timeout_ms(TIMEOUT_MS)
}

fn answer(status: u16, body: serde_json::Value) -> Effect {
    Effect::Answer {
        status,
        headers: Default::default(),
        body: Some(body),
    }
}

/// Every fault that the sandbox knows, before and after the platform did its work.
pub fn cases(door: Door) -> Vec<Case> {
    use Outcome::{Done, LostAfter, LostBefore, Refused};
    let before = |name, effect, outcome, said| Case {
        name,
        fault: Fault::next(effect),
        outcome,
        said,
    };
    let after = |name, effect, outcome, said| Case {
        name,
        fault: Fault::next(effect).after(),
        outcome,
        said,
    };
    // A page cannot tell a broken connection from a refusal by CORS, but a host that it has read before does not refuse it.
    let broken = "The connection broke";
    let mut cases = vec![
        before(
            "status 401",
            answer(401, json!({ "message": "Unauthorized" })),
            Refused,
            "does not accept this access token",
        ),
        before(
            "status 403",
            answer(403, json!({ "message": "Not for you" })),
            Refused,
            "Not for you",
        ),
        before(
            "status 400",
            answer(400, json!({ "message": "Bad Request" })),
            Refused,
            "does not understand the request",
        ),
        before(
            "status 429",
            Effect::RateLimited { retry_after: 30 },
            Refused,
            "Too many requests",
        ),
        before(
            "status 503",
            answer(503, json!({ "message": "Down for repair" })),
            LostBefore,
            "The platform failed (HTTP 503)",
        ),
        before(
            "an HTML 500",
            Effect::HtmlError,
            LostBefore,
            "The platform failed (HTTP 500)",
        ),
        before(
            "an HTML 200",
            answer(200, json!("<!doctype html><title>Hotel Wi-Fi</title>")),
            LostBefore,
            "a web page instead of data",
        ),
        before(
            "no answer in time",
            Effect::Hold,
            LostBefore,
            "did not answer in time",
        ),
        before("a drop", Effect::Drop, LostBefore, broken),
        before(
            "malformed JSON",
            Effect::MalformedJson,
            LostBefore,
            "not valid JSON",
        ),
        before(
            "an empty body",
            Effect::EmptyBody,
            LostBefore,
            "an empty answer",
        ),
        before(
            "no result",
            answer(200, json!({ "data": null })),
            LostBefore,
            "an answer without a result",
        ),
        before("a short delay", Effect::Delay { ms: 200 }, Done, ""),
        after(
            "data with errors",
            Effect::Partial {
                errors: vec![json!({ "message": "Half of it" })],
            },
            Done,
            "Half of it",
        ),
        after(
            "an HTML 500 after committing",
            Effect::HtmlError,
            LostAfter,
            "The platform failed (HTTP 500)",
        ),
        after(
            "no answer in time after committing",
            Effect::Hold,
            LostAfter,
            "did not answer in time",
        ),
        after("a drop after committing", Effect::Drop, LostAfter, broken),
        after(
            "malformed JSON after committing",
            Effect::MalformedJson,
            LostAfter,
            "not valid JSON",
        ),
        after(
            "an empty body after committing",
            Effect::EmptyBody,
            LostAfter,
            "an empty answer",
        ),
    ];
    if door == Door::Cross {
        cases.push(before(
            "a refused preflight",
            Effect::RefuseCors,
            LostBefore,
            broken,
        ));
        cases.push(after(
            "an answer that may not be read",
            Effect::RefuseCors,
            LostAfter,
            broken,
        ));
    }
    cases
}

impl Case {
    /// How often the call arrives: once, or not at all where its preflight is refused. Never twice.
    pub fn arrivals(&self) -> usize {
        usize::from(self.fault != Fault::next(Effect::RefuseCors))
    }

    /// Queues the fault for the next call of this operation.
    pub fn strike(&self, stage: &Stage, operation: &str) {
        self.queue(stage, operation, self.fault.clone());
    }

    /// Queues the fault for every attempt of a read. What is left of it has to be cleared.
    pub fn strike_read(&self, stage: &Stage, operation: &str) {
        self.queue(stage, operation, lasting(&self.fault));
    }

    fn queue(&self, stage: &Stage, operation: &str, fault: Fault) {
        eprintln!("{operation}: {}", self.name);
        stage.sandbox.happycolis.queue_fault(fault.on(operation));
    }
}

/// After a fresh reading the wall is what the platform holds.
pub async fn tells_the_truth(stage: &Stage) {
    stage.sandbox.happycolis.clear_faults();
    stage.page.click("button", "Refresh").await;
    wall::shows_exactly(&stage.page, &sent::held(stage, INTEGRATION)).await;
}

/// Puts a subscription of this event on the platform and on the wall, in a mode with a list.
pub async fn hang(stage: &Stage, event: &str) {
    let endpoint = format!("https://hooks.example.com/{event}");
    stage
        .sandbox
        .happycolis
        .insert(INTEGRATION, event, &endpoint, None)
        .expect("the integration is known");
    stage.page.click("button", "Refresh").await;
    wall::has(&stage.page, event).await;
}

/// An event of its own for each case, so that cases do not meet.
pub fn event(number: usize) -> String {
    format!("fault/case_{number}")
}
