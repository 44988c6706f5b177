use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, SystemTime},
};

use axum::{
    http::{StatusCode, header},
    response::Response,
};
use serde_json::json;

use super::{
    courier::Courier,
    message::{Envelope, MessageHeader},
    owner::Owner,
    schema::{self, HappyColisSchema},
    state::State,
};
use crate::{
    OrderedJson, answer,
    call::Call,
    cors::Cors,
    door::Platform,
    fault::Faults,
    graphql::GraphqlBody,
    lock::lock,
    rate_limit::{Reading, Tier},
};

/// Section 8 of the contract; both tiers count per token.
const TIERS: [Tier; 2] = [
    Tier {
        requests: 1000,
        window: Duration::from_secs(60),
    },
    Tier {
        requests: 100,
        window: Duration::from_secs(1),
    },
];

/// What a page of another origin may read when the switch says so.
const RATE_LIMIT_HEADERS: &str =
    "X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After";

/// The platform: its state, and the schema that works on it.
pub struct HappyColis {
    state: Arc<Mutex<State>>,
    pub(super) schema: HappyColisSchema,
    faults: Faults,
    courier: Courier,
}

impl HappyColis {
    /// A platform with the demo data, which delivers to the receiver at this address.
    pub(crate) fn new(receiver: SocketAddr) -> Self {
        let state = Arc::new(Mutex::new(State::new()));
        Self {
            schema: schema::build(Arc::clone(&state)),
            courier: Courier::new(Arc::clone(&state), receiver),
            state,
            faults: Faults::default(),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The schema as SDL.
    pub(crate) fn sdl(&self) -> String {
        self.schema.sdl()
    }

    /// Everything as after the start, held calls released.
    pub(crate) fn reset(&self) {
        self.courier.halt();
        *self.state() = State::new();
        self.faults.clear();
    }

    pub(crate) fn courier(&self) -> &Courier {
        &self.courier
    }

    /// Something happened: queues a message where the owner has a subscription of this type.
    pub(crate) fn fire(
        &self,
        owner: &Owner,
        kind: &str,
        body: OrderedJson,
    ) -> Option<MessageHeader> {
        let envelope = {
            let store = &mut self.state().store;
            let subscription = store
                .of(owner)
                .find(|known| known.kind.as_deref() == Some(kind))?;
            let envelope = Envelope::new(store.organization(owner), subscription, kind, body);
            store.queue(owner).put(envelope.clone());
            envelope
        };
        self.courier.start(owner);
        Some(envelope.header)
    }

    /// Counts the call; nothing else has happened yet.
    fn meter(&self, call: &Call) -> Reading {
        let mut state = self.state();
        let factor = state.switches.rate_limit_factor;
        let token = call.bearer().unwrap_or_default();
        state.meter.count(&TIERS, factor, token, SystemTime::now())
    }
}

impl Platform for HappyColis {
    const NAME: &'static str = "happycolis";
    const METHODS: &'static str = "POST";

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
        GraphqlBody::read(call)?.parse().ok()?.name()
    }

    async fn answer(&self, call: &Call) -> Response {
        let reading = self.meter(call);
        let mut response = match reading.retry_after {
            Some(seconds) => self.rate_limited(seconds),
            None => self.process(call).await,
        };
        stamp(&mut response, reading);
        response
    }

    fn rate_limited(&self, retry_after: u32) -> Response {
        let body = json!({
            "statusCode": 429,
            "message": format!("Too many requests. Please retry after {retry_after} seconds.")
        });
        let mut response = answer::json(StatusCode::TOO_MANY_REQUESTS, &body);
        let now = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        let reading = Reading {
            limit: TIERS[0].requests,
            remaining: 0,
            reset: now.as_secs() + u64::from(retry_after),
            retry_after: Some(retry_after),
        };
        stamp(&mut response, reading);
        response
    }
}

/// The rate limit headers, on every response.
fn stamp(response: &mut Response, reading: Reading) {
    let headers = response.headers_mut();
    headers.insert("x-ratelimit-limit", reading.limit.into());
    headers.insert("x-ratelimit-remaining", reading.remaining.into());
    headers.insert("x-ratelimit-reset", reading.reset.into());
    if let Some(seconds) = reading.retry_after {
        headers.insert(header::RETRY_AFTER, seconds.into());
    }
}
