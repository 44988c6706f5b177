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
    courier::Errand,
    envelope::Envelope,
    graphql::Failed,
    schema::{self, SchemaV1, SchemaV2},
    state::State,
    version::Version,
};
use crate::{
    OrderedJson, answer, call::Call, cors::Cors, door::Platform, fault::Faults,
    graphql::GraphqlBody, lock::lock, rate_limit::Tier, rounds::Rounds,
};

/// Section 8 of the contract: 50 requests in 10 seconds, counted per token.
const TIERS: [Tier; 1] = [Tier {
    requests: 50,
    window: Duration::from_secs(10),
}];

/// The platform: its state, and the two schemas that work on it.
pub struct Ikas {
    state: Arc<Mutex<State>>,
    pub(super) v1: SchemaV1,
    pub(super) v2: SchemaV2,
    faults: Faults,
    rounds: Rounds,
    receiver: SocketAddr,
}

impl Ikas {
    /// A platform with the demo data, which delivers to the receiver at this address.
    pub(crate) fn new(receiver: SocketAddr) -> Self {
        let state = Arc::new(Mutex::new(State::new()));
        Self {
            v1: schema::build(&state),
            v2: schema::build(&state),
            state,
            faults: Faults::default(),
            rounds: Rounds::default(),
            receiver,
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The schema of a version as SDL.
    pub(crate) fn sdl(&self, version: Version) -> String {
        match version {
            Version::V1 => self.v1.sdl(),
            Version::V2 => self.v2.sdl(),
        }
    }

    /// Everything as after the start, held calls released.
    pub(crate) fn reset(&self) {
        self.rounds.halt();
        *self.state() = State::new();
        self.faults.clear();
    }

    pub(crate) fn rounds(&self) -> &Rounds {
        &self.rounds
    }

    /// Something happened: delivers an envelope for every registration of this scope.
    pub(crate) fn fire(
        &self,
        app: &str,
        scope: &str,
        data: &OrderedJson,
    ) -> serde_json::Result<Vec<Envelope>> {
        let state = self.state();
        let registered = state.store.of(app);
        let registered = registered.filter(|known| known.scope == scope && !known.deleted);
        registered
            .map(|known| {
                let envelope = Envelope::new(app, scope, data)?;
                let errand = Errand {
                    endpoint: known.endpoint.clone(),
                    body: serde_json::to_string(&envelope)?,
                    timeout: Duration::from_millis(state.switches.delivery_timeout_ms),
                    factor: state.switches.retry_factor,
                };
                self.rounds.start(errand.run(self.receiver));
                Ok(envelope)
            })
            .collect()
    }

    /// Counts the call; says for how many seconds it is refused.
    fn meter(&self, token: &str) -> Option<u32> {
        let now = SystemTime::now();
        let mut state = self.state();
        let factor = state.switches.rate_limit_factor;
        let reading = state.meter.count(&TIERS, factor, token, now);
        let blocks = state.switches.block_on_errors;
        let blocked = blocks.then(|| state.error_rate.blocked(token, now));
        blocked.flatten().or(reading.retry_after)
    }
}

impl Platform for Ikas {
    const NAME: &'static str = "ikas";
    const METHODS: &'static str = "POST";

    fn faults(&self) -> &Faults {
        &self.faults
    }

    fn cors(&self) -> Cors {
        let state = self.state();
        Cors {
            allowed: state.switches.cors,
            exposed: state.switches.expose_retry_after.then_some("Retry-After"),
        }
    }

    fn operation(&self, call: &Call) -> Option<String> {
        GraphqlBody::read(call)?.parse().ok()?.name()
    }

    async fn answer(&self, call: &Call) -> Response {
        let token = call.bearer().unwrap_or_default();
        if let Some(seconds) = self.meter(token) {
            return self.rate_limited(seconds);
        }
        let response = self.process(call).await;
        let failed = response.extensions().get::<Failed>().is_some();
        let error_rate = &mut self.state().error_rate;
        error_rate.record(token, failed, SystemTime::now());
        response
    }

    fn rate_limited(&self, retry_after: u32) -> Response {
        let body = json!({ "message": "Too Many Requests", "retryAfter": retry_after });
        let mut response = answer::json(StatusCode::TOO_MANY_REQUESTS, &body);
        if self.state().switches.retry_after_header {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, retry_after.into());
        }
        response
    }
}
