use std::{collections::BTreeMap, sync::Mutex, time::Duration};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Request, StatusCode},
    response::Response,
};
use serde::{Deserialize, Serialize};

use crate::{answer, call::Call, gate::Gate, lock::lock, received::Journal};

/// The path on the console's origin below which the receiver listens.
pub(crate) const PATH: &str = "/sandbox/receiver";

/// How the receiver answers deliveries from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReceiverAnswer {
    /// Only deliveries to this path, such as `/shipments`; without one, all that have none of their own.
    pub path: Option<String>,
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub delay_ms: u64,
    /// Waits until it is released.
    pub hold: bool,
}

impl Default for ReceiverAnswer {
    /// 200 at once, for every path.
    fn default() -> Self {
        Self {
            path: None,
            status: 200,
            headers: BTreeMap::new(),
            delay_ms: 0,
            hold: false,
        }
    }
}

/// One delivery that the receiver took in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivered {
    pub method: String,
    /// Path and query on `receiver.example`.
    pub path: String,
    /// Names in lower case, in the order sent.
    pub headers: Vec<(String, String)>,
    /// The raw body, over which a signature is verified.
    pub body: String,
}

/// The endpoint that merchants of the demo own: everything under `https://receiver.example/`.
#[derive(Default)]
pub(crate) struct Receiver {
    pub delivered: Journal<Delivered>,
    pub gate: Gate,
    answers: Mutex<Vec<ReceiverAnswer>>,
}

impl Receiver {
    /// Sets the answer for its path, in the place of an earlier one.
    pub fn set(&self, new: ReceiverAnswer) {
        let mut answers = lock(&self.answers);
        answers.retain(|known| known.path != new.path);
        answers.push(new);
    }

    /// Forgets deliveries and answers, and releases what is held.
    pub fn reset(&self) {
        lock(&self.answers).clear();
        self.delivered.clear();
        self.gate.release();
    }

    /// Takes a delivery in.
    pub async fn take(&self, request: Request<Body>) -> Response {
        let call = match Call::read(request).await {
            Ok(call) => call,
            Err(refusal) => return refusal,
        };
        let path = call
            .path
            .strip_prefix(PATH)
            .unwrap_or(&call.path)
            .to_owned();
        let chosen = self.answer_for(&path);
        self.delivered.add(Delivered {
            method: call.method.to_string(),
            headers: call.header_list(),
            body: String::from_utf8_lossy(&call.body).into_owned(),
            path,
        });
        tokio::time::sleep(Duration::from_millis(chosen.delay_ms)).await;
        if chosen.hold {
            self.gate.hold().await;
        }
        respond(chosen)
    }

    fn answer_for(&self, path: &str) -> ReceiverAnswer {
        let path = path.split('?').next();
        let answers = lock(&self.answers);
        let find =
            |wanted: Option<&str>| answers.iter().find(|known| known.path.as_deref() == wanted);
        find(path)
            .or_else(|| find(None))
            .cloned()
            .unwrap_or_default()
    }
}

fn respond(chosen: ReceiverAnswer) -> Response {
    let status = StatusCode::from_u16(chosen.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = answer::empty(status);
    for (name, value) in chosen.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
