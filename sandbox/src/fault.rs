use std::{collections::BTreeMap, sync::Mutex};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{alteration::Alteration, gate::Gate, lock::lock};

/// Whether a fault strikes before the platform processes the call (nothing is stored) or after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    #[default]
    Before,
    After,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum Effect {
    /// Exactly this answer. A body that is a string is sent as it is, anything else as JSON.
    Answer {
        status: u16,
        #[serde(default)]
        headers: BTreeMap<String, String>,
        #[serde(default)]
        body: Option<Value>,
    },
    /// The call, or its answer, waits this long.
    Delay { ms: u64 },
    /// The call, or its answer, waits until it is released.
    Hold,
    /// The connection closes without an answer.
    Drop,
    /// Status 200 with a JSON body that breaks off.
    MalformedJson,
    /// The real answer, with `errors` beside its `data`; always after processing.
    Partial {
        #[serde(default = "partial_errors")]
        errors: Vec<Value>,
    },
    /// The real answer with one place of its JSON changed; always after processing. Where there is no such place, the answer
    /// is a 500 that says so, so that no test takes an answer for changed that was not.
    Altered {
        /// A JSON pointer (RFC 6901), such as `/data/integrationWebhookCreate/health`.
        at: String,
        change: Alteration,
    },
    /// Status 500 with an HTML page, as a proxy in front of the platform would send it.
    HtmlError,
    /// The platform's own 429 answer.
    RateLimited {
        #[serde(default = "retry_after")]
        retry_after: u32,
    },
    /// Status 200 without a body.
    EmptyBody,
    /// Before: the preflight is refused. After: the answer lacks its CORS headers.
    RefuseCors,
    /// Status 200 with a JSON body of at least this many bytes.
    Oversized {
        #[serde(default = "oversized_bytes")]
        bytes: usize,
    },
}

/// The default of [`Effect::Partial`].
fn partial_errors() -> Vec<Value> {
    vec![serde_json::json!({
        "message": "Part of the answer could not be read",
        "extensions": { "code": "INTERNAL_SERVER_ERROR" }
    })]
}

/// The default of [`Effect::RateLimited`], in seconds.
fn retry_after() -> u32 {
    30
}

/// The default of [`Effect::Oversized`]: 16 MiB.
fn oversized_bytes() -> usize {
    16 * 1024 * 1024
}

/// The default of [`Fault::count`].
fn once() -> u32 {
    1
}

/// A fault that waits for the next calls that it fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// The operation it waits for, such as `GetIntegration`; without one it takes any call.
    #[serde(default)]
    pub operation: Option<String>,
    /// How many calls it strikes.
    #[serde(default = "once")]
    pub count: u32,
    #[serde(default)]
    pub stage: Stage,
    #[serde(flatten)]
    pub effect: Effect,
}

impl Fault {
    /// A fault for the next call, whatever it is, before it is processed.
    #[must_use]
    pub fn next(effect: Effect) -> Self {
        Self {
            operation: None,
            count: 1,
            stage: Stage::Before,
            effect,
        }
    }

    /// Waits for calls of this operation only.
    #[must_use]
    pub fn on(mut self, operation: &str) -> Self {
        self.operation = Some(operation.to_owned());
        self
    }

    /// Strikes this many calls.
    #[must_use]
    pub fn times(mut self, count: u32) -> Self {
        self.count = count;
        self
    }

    /// Strikes after the platform has processed the call.
    #[must_use]
    pub fn after(mut self) -> Self {
        self.stage = Stage::After;
        self
    }

    /// A preflight meets only the refusal of preflights; every other fault waits for the call.
    fn fits(&self, operation: Option<&str>, preflight: bool) -> bool {
        let refuses_preflight = self.effect == Effect::RefuseCors && self.stage == Stage::Before;
        refuses_preflight == preflight
            && (preflight || self.operation.is_none() || self.operation.as_deref() == operation)
    }
}

/// The faults that wait, first in first out, and the calls that are held.
#[derive(Default)]
pub(crate) struct Faults {
    waiting: Mutex<Vec<Fault>>,
    pub gate: Gate,
}

impl Faults {
    pub fn add(&self, fault: Fault) {
        if fault.count > 0 {
            lock(&self.waiting).push(fault);
        }
    }

    pub fn waiting(&self) -> Vec<Fault> {
        lock(&self.waiting).clone()
    }

    /// Forgets what waits and releases what is held.
    pub fn clear(&self) {
        lock(&self.waiting).clear();
        self.gate.release();
    }

    /// Takes the first fault that fits.
    pub fn take(&self, operation: Option<&str>, preflight: bool) -> Option<(Stage, Effect)> {
        let mut waiting = lock(&self.waiting);
        let at = waiting
            .iter()
            .position(|fault| fault.fits(operation, preflight))?;
        waiting[at].count -= 1;
        let taken = (waiting[at].stage, waiting[at].effect.clone());
        if waiting[at].count == 0 {
            waiting.remove(at);
        }
        Some(taken)
    }
}
