//! HappyColis, written from the HappyColis contract, section 12.

mod demo;
mod owner;
mod refusal;
mod reply;
mod request;
mod schema;
pub(crate) mod seed;
mod state;
mod store;
mod switches;
mod syntax;
mod token;

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, SystemTime},
};

use axum::{
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use serde_json::json;

pub use demo::{
    CLIENT_SECRET, EXPIRED_TOKEN, INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT, OAUTH_TOKEN,
    ORGANIZATION, SECOND_INTEGRATION, SECOND_INTEGRATION_TOKEN, SECOND_OAUTH_CLIENT,
    SECOND_OAUTH_TOKEN, SECOND_ORGANIZATION, VIEW_ONLY_TOKEN,
};
pub use owner::Owner;
pub use store::Subscription;
pub use switches::{BadToken, ForbiddenPlace, NoData, Switches};
pub use token::Scope;

use self::{
    reply::{Reply, failed_validation, validation_message},
    request::{GraphqlBody, GraphqlCall},
    schema::HappyColisSchema,
    state::State,
    token::Token,
};
use crate::{
    answer,
    call::Call,
    cors::Cors,
    door::Platform,
    fault::Faults,
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
pub(crate) struct HappyColis {
    state: Arc<Mutex<State>>,
    schema: HappyColisSchema,
    faults: Faults,
}

impl HappyColis {
    /// A platform with the demo data.
    pub fn new() -> Self {
        let state = Arc::new(Mutex::new(State::new()));
        Self {
            schema: schema::build(Arc::clone(&state)),
            state,
            faults: Faults::default(),
        }
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The schema as SDL.
    pub fn sdl(&self) -> String {
        self.schema.sdl()
    }

    /// Everything as after the start, held calls released.
    pub fn reset(&self) {
        *self.state() = State::new();
        self.faults.clear();
    }

    /// Counts the call; nothing else has happened yet.
    fn meter(&self, call: &Call) -> Reading {
        let mut state = self.state();
        let factor = state.switches.rate_limit_factor;
        let token = call.bearer().unwrap_or_default();
        state.meter.count(&TIERS, factor, token, SystemTime::now())
    }

    /// Answers a call that is within the rate limit.
    async fn process(&self, call: &Call) -> Response {
        if call.method != Method::POST {
            let mut response = answer::empty(StatusCode::METHOD_NOT_ALLOWED);
            response
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("POST"));
            return response;
        }
        let switches = self.state().switches.clone();
        let token = self.token(call);
        if token.is_none() && switches.bad_token == BadToken::Http401 {
            let body = json!({ "statusCode": 401, "message": "Unauthorized" });
            return answer::json(StatusCode::UNAUTHORIZED, &body);
        }
        let Some(body) = read_body(call) else {
            let body = json!({ "statusCode": 400, "message": "Bad Request" });
            return answer::json(StatusCode::BAD_REQUEST, &body);
        };
        let call = match body.parse() {
            Ok(call) => call,
            Err((error, query)) => {
                let message = syntax::message(&error, &query);
                let reply = Reply::refused("GRAPHQL_PARSE_FAILED", [message]);
                return answer::json(StatusCode::BAD_REQUEST, &reply);
            }
        };
        match token {
            Some(token) => self.execute(call, token, &switches).await,
            None => {
                let reply = Reply::unauthorized(call.first_key(), switches.no_data);
                answer::json(StatusCode::OK, &reply)
            }
        }
    }

    async fn execute(&self, call: GraphqlCall, token: Token, switches: &Switches) -> Response {
        if call.introspects() && !switches.introspection {
            let message = "GraphQL introspection is not allowed".to_owned();
            return answer::json(
                StatusCode::OK,
                &Reply::refused("INTROSPECTION_DISABLED", [message]),
            );
        }
        let response = self.schema.execute(call.into_request().data(token)).await;
        if failed_validation(&response.errors) {
            let messages = response.errors.into_iter().map(validation_message);
            let reply = Reply::refused("GRAPHQL_VALIDATION_FAILED", messages);
            return answer::json(StatusCode::BAD_REQUEST, &reply);
        }
        answer::json(StatusCode::OK, &Reply::executed(response, switches.no_data))
    }

    /// The token of the call, where it is known and has not expired.
    fn token(&self, call: &Call) -> Option<Token> {
        let state = self.state();
        let token = state.store.token(call.bearer()?)?;
        (!token.expired).then(|| token.clone())
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
        read_body(call)?.parse().ok()?.name()
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

/// The body of a call, where it is JSON and says so.
fn read_body(call: &Call) -> Option<GraphqlBody> {
    let content_type = call.header(header::CONTENT_TYPE)?.to_ascii_lowercase();
    let essence = content_type.split(';').next()?.trim();
    (essence == "application/json")
        .then(|| serde_json::from_slice(&call.body).ok())
        .flatten()
}
