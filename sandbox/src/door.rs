use std::future::Future;

use axum::{
    body::Body,
    http::{Request, StatusCode},
    response::Response,
};

use crate::{
    answer,
    call::Call,
    cors::{self, Cors},
    effect,
    fault::{Effect, Faults},
    received::{Door, Journal, Received},
};

/// What the door needs to know of a platform. The door itself does what is the same for all of
/// them: it keeps the journal, answers preflights and applies faults.
pub(crate) trait Platform: Send + Sync {
    /// The platform's name in paths and in the journal.
    const NAME: &'static str;
    /// The methods that a preflight is told.
    const METHODS: &'static str;

    fn faults(&self) -> &Faults;

    fn cors(&self) -> Cors;

    /// The name by which faults find this call.
    fn operation(&self, call: &Call) -> Option<String>;

    fn answer(&self, call: &Call) -> impl Future<Output = Response> + Send;

    /// The platform's own 429 answer; `retry_after` in seconds.
    fn rate_limited(&self, retry_after: u32) -> Response;
}

/// Takes a request in, by the relay path or by the cross-origin host.
pub(crate) async fn enter<P: Platform>(
    platform: &P,
    journal: &Journal<Received>,
    door: Door,
    request: Request<Body>,
) -> Response {
    let call = match Call::read(request).await {
        Ok(call) => call,
        Err(refusal) => return refusal,
    };
    let preflight = call.is_preflight();
    let operation = platform.operation(&call);
    let fault = platform.faults().take(operation.as_deref(), preflight);
    journal.add(Received::new(P::NAME, door, &call, operation));

    let cors = Cors {
        allowed: platform.cors().allowed && !matches!(fault, Some((_, Effect::RefuseCors))),
        ..platform.cors()
    };
    if preflight {
        return match door {
            Door::Cross => cors::preflight(cors, P::METHODS),
            // A platform behind the console's own origin has no other origin to answer.
            Door::Relay => answer::empty(StatusCode::METHOD_NOT_ALLOWED),
        };
    }
    let mut response = match fault {
        None => platform.answer(&call).await,
        Some((stage, effect)) => effect::spoil(platform, &call, stage, effect).await,
    };
    if door == Door::Cross {
        cors::open(cors, &mut response);
    }
    response
}
