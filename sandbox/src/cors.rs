//! What the cross-origin host tells a browser.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

use crate::answer;

/// Whether a platform answers browsers of other origins, and how much they may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cors {
    pub allowed: bool,
    /// The response headers that a page may read, where any are exposed.
    pub exposed: Option<&'static str>,
}

/// Answers a preflight. `Access-Control-Max-Age: 0` keeps browsers from remembering it, so that
/// every call shows its own.
pub(crate) fn preflight(cors: Cors, methods: &'static str) -> Response {
    if !cors.allowed {
        return answer::empty(StatusCode::FORBIDDEN);
    }
    let mut response = answer::empty(StatusCode::NO_CONTENT);
    let headers = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, methods),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "authorization, content-type",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "0"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Makes an answer readable for a page of another origin.
pub(crate) fn open(cors: Cors, response: &mut Response) {
    if !cors.allowed {
        return;
    }
    let headers = response.headers_mut();
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    if let Some(exposed) = cors.exposed {
        headers.insert(
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static(exposed),
        );
    }
}
