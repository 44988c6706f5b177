use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
    time::Instant,
};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

use super::{
    courier::Courier,
    endpoint::Endpoint,
    environment::Environment,
    process::process,
    record::Kind,
    state::State,
    throttle::{self, Reading},
};
use crate::{
    OrderedJson, answer, call::Call, cors::Cors, door::Platform, fault::Faults, lock::lock,
};

/// What a page of another origin may read when the switch says so.
const RATE_LIMIT_HEADERS: &str =
    "X-Ratelimit-Limit, X-Ratelimit-Interval, X-Ratelimit-Remaining, Retry-After";

/// The body of a 429, byte for byte: no JSON:API (Commerce Layer contract, section 8.5).
const THROTTLED: &str = r#"{
    "errors": {
        "title": "Too Many Requests",
        "code": "THROTTLED",
        "status": 429
  }
}
"#;

/// The platform: what it has stored, and who carries its events.
pub struct CommerceLayer {
    state: Arc<Mutex<State>>,
    faults: Faults,
    courier: Courier,
}

impl CommerceLayer {
    /// A platform with the demo data, which delivers to the receiver at this address.
    pub fn new(receiver: SocketAddr) -> Self {
        let state = Arc::new(Mutex::new(State::new()));
        Self {
            courier: Courier::new(Arc::clone(&state), receiver),
            state,
            faults: Faults::default(),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    pub(crate) fn courier(&self) -> &Courier {
        &self.courier
    }

    /// Everything as after the start, held calls released.
    pub fn reset(&self) {
        self.courier.halt();
        *self.state() = State::new();
        self.faults.clear();
    }

    /// Something happened: starts a delivery for every webhook of this topic, and names them.
    pub fn fire(
        &self,
        environment: Environment,
        topic: &str,
        payload: &OrderedJson,
    ) -> Vec<String> {
        let listening: Vec<String> = {
            let state = self.state();
            let webhooks = state.store.of(Kind::Webhook, environment);
            webhooks
                .filter(|webhook| webhook.text("topic") == Some(topic))
                .map(|webhook| webhook.id.clone())
                .collect()
        };
        // JSON that was read can be written again.
        let body = serde_json::to_string(payload).unwrap_or_default();
        for webhook in &listening {
            self.courier.start(webhook, body.clone());
        }
        listening
    }
}

impl Platform for CommerceLayer {
    const NAME: &'static str = "commerce-layer";
    const METHODS: &'static str = "GET, POST, PATCH, DELETE";

    fn faults(&self) -> &Faults {
        &self.faults
    }

    fn cors(&self) -> Cors {
        let state = self.state();
        Cors {
            allowed: state.switches.cors,
            exposed: state
                .switches
                .expose_rate_limit
                .then_some(RATE_LIMIT_HEADERS),
        }
    }

    fn operation(&self, call: &Call) -> Option<String> {
        let endpoint = Endpoint::of(call).ok()?;
        Some(endpoint.operation().to_owned())
    }

    async fn answer(&self, call: &Call) -> Response {
        let mut state = self.state();
        let endpoint = match Endpoint::of(call) {
            Ok(endpoint) => endpoint,
            Err(refusal) => return refusal.response(),
        };
        let environment = open(&state, call);
        let factor = state.switches.rate_limit_factor;
        let counted = environment.unwrap_or_default();
        let reading = state
            .throttle
            .count(counted, &endpoint, factor, Instant::now());
        if reading.refused {
            // Section 8.5: the platform promises no time to wait.
            return throttled(reading, 0, state.switches.cors);
        }
        let answered = process(&mut state, call, &endpoint, environment);
        let mut response = answered.unwrap_or_else(|refusal| refusal.response());
        stamp(&mut response, reading);
        response
    }

    fn rate_limited(&self, retry_after: u32) -> Response {
        let reading = Reading {
            limit: throttle::average(Environment::Test),
            remaining: 0,
            refused: true,
        };
        throttled(reading, retry_after, self.state().switches.cors)
    }
}

/// The environment that the token of a call opens; the slug stands before `/api/`.
fn open(state: &State, call: &Call) -> Option<Environment> {
    let (before, _) = call.path.split_once("/api/")?;
    let slug = before.rsplit('/').next()?;
    let token = state.store.token(call.bearer()?, slug)?;
    Some(token.environment)
}

/// The 429 of section 8.5, which names its CORS header whoever calls.
fn throttled(reading: Reading, retry_after: u32, cors: bool) -> Response {
    let content_type = "application/json; charset=utf-8";
    let mut response = answer::text(StatusCode::TOO_MANY_REQUESTS, content_type, THROTTLED);
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, retry_after.into());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if cors {
        let anyone = HeaderValue::from_static("*");
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, anyone);
    }
    stamp(&mut response, reading);
    response
}

/// The rate limit headers, on every answer.
fn stamp(response: &mut Response, reading: Reading) {
    let headers = response.headers_mut();
    let remaining = if reading.refused {
        0
    } else {
        reading.remaining
    };
    headers.insert("x-ratelimit-limit", reading.limit.into());
    headers.insert("x-ratelimit-interval", throttle::AVERAGE.as_secs().into());
    headers.insert("x-ratelimit-remaining", remaining.into());
}
