//! Every fault on every operation ends in a visible, specific state. Rows stay, drafts stay, and afterwards the wall tells
//! what the platform holds.

mod cases;
mod create;
mod list;
mod listed_otherwise;
mod remove;
mod replace;
mod rest;

pub use cases::cases;
pub use rest::{Form, altered, rest};

use e2e::{
    Door, Element, Page, Scene, Stage,
    pages::wall::{self, Row},
    until,
};
use sandbox::{Effect, Fault, happycolis::INTEGRATION};

use crate::sent;

/// What is said of a refusal that nothing is known of: no fault here is one.
const FALLBACK: &str = "The platform refused (HTTP";

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

impl Case {
    /// Whether it is one of its own for a read: that the platform did its work before its answer was lost is then all the
    /// same, unless the answer itself comes and may not be read.
    pub fn strikes_reads(&self) -> bool {
        self.outcome != Outcome::LostAfter || self.fault.effect == Effect::RefuseCors
    }

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

/// Waits for the alert of a case, and sees to it that it speaks of this very fault.
pub async fn told(page: &Page, case: &Case) -> Element {
    let alert = page.says("alert", case.said).await;
    let (text, name) = (alert.text().await, case.name);
    assert!(!text.contains(FALLBACK), "{name}: {text}");
    if let Effect::Answer {
        status, headers, ..
    } = &case.fault.effect
        && *status != 200
    {
        assert!(text.contains(&format!("HTTP {status}")), "{name}: {text}");
        let waits = headers.keys().any(|header| header == "Retry-After");
        assert_eq!(text.contains("asks to wait"), waits, "{name}: {text}");
    }
    alert
}

/// Every row that was there before still is, but the one of `event`, which is what the fault is about.
pub async fn keeps_the_others(page: &Page, before: &[Row], event: &str) {
    let now = wall::rows(page).await;
    for row in before.iter().filter(|row| row.event != event) {
        assert!(now.contains(row), "{row:?} is gone: {now:?}");
    }
}

/// After a fresh reading the wall is what the platform holds: every event and where it goes to.
pub async fn tells_the_truth(stage: &Stage) {
    stage.sandbox.happycolis.clear_faults();
    stage.page.click("button", "Refresh").await;
    let mut held = sent::subscriptions(stage, INTEGRATION);
    held.sort();
    until(&format!("the rows {held:?}"), async || {
        let rows = wall::rows(&stage.page).await.into_iter();
        let mut seen: Vec<_> = rows.map(|row| (row.event, row.endpoint)).collect();
        seen.sort();
        if seen == held {
            Ok(())
        } else {
            Err(format!("{seen:?}"))
        }
    })
    .await;
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
