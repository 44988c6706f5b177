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
    METHODS,
    courier::Errand,
    event::{Event, EventType},
    graphql::read_body,
    schema::{self, DiscoverableQuery, Query, Schema},
    state::State,
};
use crate::{
    answer, call::Call, cors::Cors, door::Platform, fault::Faults, lock::lock, rate_limit::Tier,
    rounds::Rounds,
};

/// The platform: its state, and the schemas that work on it, without and with lists.
pub struct Sentera {
    state: Arc<Mutex<State>>,
    pub(super) documented: Schema<Query>,
    pub(super) discoverable: Schema<DiscoverableQuery>,
    faults: Faults,
    rounds: Rounds,
    receiver: SocketAddr,
}

impl Sentera {
    /// A platform with the demo data, which delivers to the receiver at this address.
    pub(crate) fn new(receiver: SocketAddr) -> Self {
        let state = Arc::new(Mutex::new(State::new()));
        Self {
            documented: schema::build(&state),
            discoverable: schema::build(&state),
            state,
            faults: Faults::default(),
            rounds: Rounds::default(),
            receiver,
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The schema that is executed now, as SDL.
    pub(crate) fn sdl(&self) -> String {
        let discovery = self.state().switches.discovery;
        if discovery {
            self.discoverable.sdl()
        } else {
            self.documented.sdl()
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

    /// Something happened in an organization: an event for each of its subscriptions to it, and
    /// where events bubble up, for those of the organizations above (contradiction 9.1).
    pub(crate) fn fire(&self, organization: &str, kind: EventType) -> Vec<Event> {
        let mut state = self.state();
        let bubbling = state.switches.bubbling;
        let store = &mut state.store;
        let reaches =
            |to: &str| to == organization || (bubbling && store.is_below(organization, to));
        let subscriptions = store.subscriptions.iter();
        let concerned = subscriptions
            .filter(|known| known.event_types.contains(&kind) && reaches(&known.organization));
        let events: Vec<Event> = concerned
            .map(|known| Event::new(&known.sentera_id, kind))
            .collect();
        store.events.extend(events.iter().cloned());
        drop(state);
        for event in &events {
            let errand = Errand {
                state: Arc::clone(&self.state),
                receiver: self.receiver,
                event: event.clone(),
            };
            self.rounds.start(errand.run());
        }
        events
    }

    /// Counts the call; says for how many seconds it is refused.
    fn meter(&self, call: &Call) -> Option<u32> {
        let mut state = self.state();
        let tier = Tier {
            requests: state.switches.rate_limit?,
            window: Duration::from_secs(60),
        };
        let token = call.bearer().unwrap_or_default();
        let reading = state.meter.count(&[tier], 1.0, token, SystemTime::now());
        reading.retry_after
    }
}

impl Platform for Sentera {
    const NAME: &'static str = "sentera";
    const METHODS: &'static str = METHODS;

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
        read_body(call)?.parse().ok()?.name()
    }

    async fn answer(&self, call: &Call) -> Response {
        match self.meter(call) {
            Some(seconds) => self.rate_limited(seconds),
            None => self.process(call).await,
        }
    }

    fn rate_limited(&self, retry_after: u32) -> Response {
        let body = json!({ "message": "Too Many Requests" });
        let mut response = answer::json(StatusCode::TOO_MANY_REQUESTS, &body);
        if self.state().switches.retry_after_header {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, retry_after.into());
        }
        response
    }
}
