//! Delivers an event, Sentera contract, sections 5 and 11.2: up to three attempts, any 2xx is a
//! success, and after the last failure the event is FAILED.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::http::{HeaderMap, HeaderValue, header};

use super::{
    event::{Event, EventStatus},
    state::State,
    subscription::Authentication,
};
use crate::{
    delivery::{Delivery, DeliveryError},
    lock::lock,
    rounds,
};

/// The access token that every token endpoint grants here: what its answer says is not read, since
/// every one of them is the sandbox's receiver.
pub const CALLBACK_TOKEN: &str = "pegboard-demo-sentera-callback";

/// One event with all its attempts.
pub(super) struct Errand {
    pub state: Arc<Mutex<State>>,
    pub receiver: SocketAddr,
    pub event: Event,
}

impl Errand {
    /// Tries until one attempt succeeds or the last one fails.
    pub async fn run(self) {
        let factor = lock(&self.state).switches.retry_factor;
        let waits = rounds::waits(factor);
        for (wait, left) in waits.into_iter().zip((0..waits.len()).rev()) {
            tokio::time::sleep(wait).await;
            let status = match (self.attempt().await, left) {
                (Ok(()), _) => EventStatus::Succeeded,
                (Err(_), 0) => EventStatus::Failed,
                (Err(_), _) => EventStatus::Pending,
            };
            self.record(status);
            if status == EventStatus::Succeeded {
                return;
            }
        }
    }

    /// One attempt, with callback and authentication as they are stored now.
    async fn attempt(&self) -> Result<(), DeliveryError> {
        let (subscription, timeout) = {
            let mut state = lock(&self.state);
            let timeout = Duration::from_millis(state.switches.delivery_timeout_ms);
            let known = state.store.subscription(&self.event.subscription);
            let known = known.ok_or(DeliveryError::Unreachable)?;
            (known.clone(), timeout)
        };
        let mut headers = content_type("application/json");
        if let Some(authentication) = &subscription.authentication {
            let token = ask_for_token(authentication, timeout);
            token.send(self.receiver).await?;
            let value = format!("Bearer {CALLBACK_TOKEN}");
            let value = value.parse().map_err(|_| DeliveryError::Unreachable)?;
            headers.insert(header::AUTHORIZATION, value);
        }
        let delivery = Delivery {
            end_point: subscription.callback_url,
            headers,
            body: self.event.body().to_string(),
            timeout,
        };
        delivery.send(self.receiver).await.map(|_| ())
    }

    fn record(&self, status: EventStatus) {
        let events = &mut lock(&self.state).store.events;
        let stored = |event: &&mut Event| event.sentera_id == self.event.sentera_id;
        if let Some(event) = events.iter_mut().find(stored) {
            event.attempts += 1;
            event.status = status;
        }
    }
}

/// The request of the client credentials grant.
fn ask_for_token(authentication: &Authentication, timeout: Duration) -> Delivery {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.append_pair("grant_type", "client_credentials")
        .append_pair("client_id", &authentication.client_id)
        .append_pair("client_secret", &authentication.client_secret);
    if let Some(scope) = &authentication.scope {
        body.append_pair("scope", scope);
    }
    Delivery {
        end_point: authentication.token_url.clone(),
        headers: content_type("application/x-www-form-urlencoded"),
        body: body.finish(),
        timeout,
    }
}

fn content_type(value: &'static str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(value));
    headers
}
