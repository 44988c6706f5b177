use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use serde_json::Value;
use uuid::Uuid;

use super::{document::MEDIA_TYPE, record::Record, state::State};
use crate::{
    delivery::{Delivery, DeliveryError},
    lock::lock,
    rounds::Rounds,
    signature,
};

/// Commerce Layer contract, section 7.3.
const RETRIES: u32 = 10;
/// Failures in a row, retries included, after which the circuit opens.
const THRESHOLD: i64 = 30;

/// Carries events to the webhooks that listen, section 7.
pub(crate) struct Courier {
    state: Arc<Mutex<State>>,
    receiver: SocketAddr,
    rounds: Rounds,
}

impl Courier {
    pub fn new(state: Arc<Mutex<State>>, receiver: SocketAddr) -> Self {
        Self {
            state,
            receiver,
            rounds: Rounds::default(),
        }
    }

    /// Starts the delivery of an event to one webhook.
    pub fn start(&self, webhook: &str, body: String) {
        let run = Run {
            life: lock(&self.state).life,
            state: Arc::clone(&self.state),
            receiver: self.receiver,
            webhook: webhook.to_owned(),
            body,
        };
        self.rounds.start(run.carry());
    }

    /// Ends every delivery, where it stands.
    pub fn halt(&self) {
        self.rounds.halt();
    }

    /// Waits until no delivery and no retry is to come.
    pub async fn settled(&self) {
        self.rounds.settled().await;
    }
}

/// One event on its way to one webhook, retries included.
struct Run {
    /// The life of the platform in which the event happened.
    life: Uuid,
    state: Arc<Mutex<State>>,
    receiver: SocketAddr,
    webhook: String,
    body: String,
}

impl Run {
    async fn carry(self) {
        for retry in 0..=RETRIES {
            let Some(delivery) = self.delivery() else {
                break;
            };
            let outcome = delivery.send(self.receiver).await;
            let goes_on = self.record(outcome);
            if !goes_on || retry == RETRIES {
                break;
            }
            let factor = lock(&self.state).switches.retry_factor;
            tokio::time::sleep(spacing(retry, factor)).await;
        }
    }

    /// The POST as the webhook stands now; none while it is disabled or its circuit open.
    fn delivery(&self) -> Option<Delivery> {
        let mut state = lock(&self.state);
        if state.life != self.life {
            // Everything was reset meanwhile.
            return None;
        }
        let timeout = Duration::from_millis(state.switches.delivery_timeout_ms);
        let webhook = state.store.webhook(&self.webhook)?;
        if !is_live(webhook) {
            return None;
        }
        let signature = signature::sign(webhook.text("shared_secret")?, &self.body);
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        headers.insert("x-commercelayer-signature", signature.parse().ok()?);
        headers.insert(
            "x-commercelayer-topic",
            webhook.text("topic")?.parse().ok()?,
        );
        Some(Delivery {
            end_point: webhook.text("callback_url")?.to_owned(),
            headers,
            body: self.body.clone(),
            timeout,
        })
    }

    /// Writes the event callback and counts; whether another try is to follow.
    fn record(&self, outcome: Result<StatusCode, DeliveryError>) -> bool {
        let mut state = lock(&self.state);
        if state.life != self.life {
            return false;
        }
        let Some(webhook) = state.store.webhook(&self.webhook) else {
            return false;
        };
        let payload: Value = serde_json::from_str(&self.body).unwrap_or_default();
        let (code, message) = response(&outcome);
        let callback = Record::callback(webhook, payload, code, message);
        let failures = webhook.value("circuit_failure_count").as_i64().unwrap_or(0);
        let failures = if outcome.is_ok() { 0 } else { failures + 1 };
        webhook.set("circuit_failure_count", failures);
        if failures >= THRESHOLD {
            webhook.set("circuit_state", "open");
        }
        let goes_on = outcome.is_err() && is_live(webhook);
        state.store.callbacks.push(callback);
        goes_on
    }
}

/// 1, 2, 4, … seconds, scaled (section 13.2, assumption 6).
fn spacing(retry: u32, factor: f64) -> Duration {
    let seconds = f64::from(2_u32.saturating_pow(retry)) * factor;
    Duration::try_from_secs_f64(seconds).unwrap_or_default()
}

/// Whether a webhook fires, section 7.3.
fn is_live(webhook: &Record) -> bool {
    webhook.text("disabled_at").is_none() && webhook.text("circuit_state") != Some("open")
}

/// `response_code` and `response_message` of an event callback.
fn response(outcome: &Result<StatusCode, DeliveryError>) -> (Option<String>, &'static str) {
    match outcome {
        Ok(status) | Err(DeliveryError::Status(status)) => (
            Some(status.as_str().to_owned()),
            status.canonical_reason().unwrap_or_default(),
        ),
        Err(DeliveryError::Timeout(_)) => (None, "Timeout"),
        Err(DeliveryError::Unreachable | DeliveryError::Broken) => (None, "Connection failed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retries_come_at_longer_and_longer_intervals() {
        let seconds = |factor| (0..4).map(move |retry| spacing(retry, factor).as_secs_f64());
        assert!(seconds(1.0).eq([1.0, 2.0, 4.0, 8.0]));
        assert!(seconds(0.5).eq([0.5, 1.0, 2.0, 4.0]));
        assert!(seconds(0.0).eq([0.0; 4]));
    }
}
