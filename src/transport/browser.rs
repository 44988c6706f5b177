//! The only file that performs a request: `fetch` with a time limit, a way to abort, and no cookies.

use std::cell::RefCell;

use gloo_net::http::{RequestBuilder, Response};
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReferrerPolicy, RequestCache, RequestCredentials, RequestMode,
    RequestRedirect,
};

use super::Transport;
use crate::platform::{Method, Reply, Request, TransportError};
use crate::subscription::{Credential, Instant};

thread_local! {
    /// Methods and origins whose answers this page was allowed to read. When one of them fails later, it is not CORS.
    static ANSWERED: RefCell<Vec<(Method, String)>> = const { RefCell::new(Vec::new()) };

    /// Origins that the page's own policy does not let it connect to.
    static FORBIDDEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The browser's `fetch`, with the time limit of `config.json`.
#[derive(Clone)]
pub struct Browser {
    timeout_ms: u32,
    /// Aborted when nobody wants the answers any more; reads only, for a write outlives the page that began it.
    leaving: Option<AbortController>,
}

impl Browser {
    pub fn new(timeout_ms: u32) -> Self {
        Self {
            timeout_ms,
            leaving: None,
        }
    }

    /// The same door for reads, and the handle that aborts them.
    pub fn abortable(&self) -> (Self, Option<AbortController>) {
        let leaving = AbortController::new().ok();
        (
            Self {
                timeout_ms: self.timeout_ms,
                leaving: leaving.clone(),
            },
            leaving,
        )
    }

    fn signal(&self, limit_ms: u32) -> AbortSignal {
        let timeout = AbortSignal::timeout_with_u32(limit_ms);
        match &self.leaving {
            Some(leaving) => {
                let signals = js_sys::Array::of2(&timeout, &leaving.signal());
                AbortSignal::any(&signals)
            }
            None => timeout,
        }
    }

    /// A failed fetch looks the same whether the host is dead or only refuses this page. A second request whose answer
    /// cannot be read tells the two apart: it succeeds when anything answers. It proves nothing else. Both share one time
    /// limit.
    async fn why(
        &self,
        request: &Request,
        limit_ms: u32,
        signal: &AbortSignal,
        error: gloo_net::Error,
    ) -> TransportError {
        if let gloo_net::Error::JsError(error) = &error {
            match error.name.as_str() {
                "TimeoutError" => return TransportError::Timeout { ms: limit_ms },
                "AbortError" => return TransportError::Aborted,
                _ => {}
            }
        }
        if !web_sys::window().is_some_and(|window| window.navigator().on_line()) {
            return TransportError::Offline;
        }
        let origin = foreign_origin(&request.url);
        if let Some(origin) = &origin {
            // The browser tells of its own refusal in a task of its own.
            drop(pause(0, None).await);
            if FORBIDDEN.with_borrow(|known| known.contains(origin)) {
                return TransportError::Policy;
            }
        }
        // Where this page has read an answer before, it may read them.
        let is_readable = origin.is_none_or(|origin| {
            let answered = (request.method, origin);
            ANSWERED.with_borrow(|known| known.contains(&answered))
        });
        if request.counted {
            return if is_readable {
                TransportError::Broken
            } else {
                TransportError::Hidden
            };
        }
        let probe = RequestBuilder::new(&request.url)
            .mode(RequestMode::NoCors)
            .credentials(RequestCredentials::Omit)
            .referrer_policy(ReferrerPolicy::NoReferrer)
            .cache(RequestCache::NoStore)
            .abort_signal(Some(signal))
            .send()
            .await;
        match probe {
            Ok(_) if is_readable => TransportError::Broken,
            Ok(_) => TransportError::Blocked,
            Err(_) => TransportError::Unreachable,
        }
    }
}

impl Transport for Browser {
    async fn send(
        &self,
        request: &Request,
        credential: &Credential,
        limit_ms: u32,
    ) -> Result<Reply, TransportError> {
        let limit_ms = limit_ms.min(self.timeout_ms);
        let signal = self.signal(limit_ms);
        // A credential gives no header for an address that is not its own; such a request is never sent.
        let authorization = credential
            .authorization(&request.url)
            .ok_or(TransportError::Policy)?;
        let built = RequestBuilder::new(&request.url)
            .method(match request.method {
                Method::Get => gloo_net::http::Method::GET,
                Method::Post => gloo_net::http::Method::POST,
                Method::Patch => gloo_net::http::Method::PATCH,
                Method::Delete => gloo_net::http::Method::DELETE,
            })
            .header("Accept", request.media.name())
            .header("Authorization", &authorization)
            .credentials(RequestCredentials::Omit)
            .referrer_policy(ReferrerPolicy::NoReferrer)
            .cache(RequestCache::NoStore)
            .redirect(RequestRedirect::Error)
            .abort_signal(Some(&signal));
        let built = match request.body.as_str() {
            "" => built.build(),
            body => built
                .header("Content-Type", request.media.name())
                .body(body),
        };
        let sent = match built {
            Ok(built) => built.send().await,
            Err(error) => Err(error),
        };
        let response = match sent {
            Ok(response) => response,
            Err(error) => return Err(self.why(request, limit_ms, &signal, error).await),
        };
        if let Some(origin) = foreign_origin(&request.url) {
            ANSWERED.with_borrow_mut(|known| {
                let answered = (request.method, origin);
                if !known.contains(&answered) {
                    known.push(answered);
                }
            });
        }
        read(&response, limit_ms).await
    }

    fn now(&self) -> Instant {
        Instant(js_sys::Date::now() as u64)
    }

    async fn wait(&self, ms: u32) -> Result<(), TransportError> {
        let leaving = self.leaving.as_ref().map(AbortController::signal);
        let is_left = || leaving.as_ref().is_some_and(AbortSignal::aborted);
        if !is_left() {
            drop(pause(ms, leaving.as_ref()).await);
        }
        if is_left() {
            Err(TransportError::Aborted)
        } else {
            Ok(())
        }
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }
}

/// Whichever calls first ends the pause: the clock, or whoever leaves.
fn pause(ms: u32, leaving: Option<&AbortSignal>) -> JsFuture<wasm_bindgen::JsValue> {
    Promise::new(&mut |end, _| {
        if let Some(leaving) = leaving {
            leaving.set_onabort(Some(&end));
        }
        if let Some(window) = web_sys::window() {
            let ms = ms as i32;
            drop(window.set_timeout_with_callback_and_timeout_and_arguments_0(&end, ms));
        }
    })
    .into()
}

/// Takes note of an address that the page's own policy keeps it from: a failed fetch does not tell.
pub fn forbid(url: &str) {
    if let Some(origin) = foreign_origin(url) {
        FORBIDDEN.with_borrow_mut(|known| known.push(origin));
    }
}

/// A small file that stands beside `index.html`; nothing when it is absent or a web page stands in its place.
pub async fn own_file(name: &str) -> Option<String> {
    let built = RequestBuilder::new(name)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .cache(RequestCache::NoCache);
    let response = built.send().await.ok().filter(Response::ok)?;
    let text = response.text().await.ok()?;
    (!text.trim_start().starts_with('<')).then_some(text)
}

async fn read(response: &Response, limit_ms: u32) -> Result<Reply, TransportError> {
    let body = response.text().await.map_err(|error| match error {
        gloo_net::Error::JsError(error) if error.name == "TimeoutError" => {
            TransportError::Timeout { ms: limit_ms }
        }
        gloo_net::Error::JsError(error) if error.name == "AbortError" => TransportError::Aborted,
        _ => TransportError::Broken,
    })?;
    let retry_after = response
        .headers()
        .get("retry-after")
        .and_then(|value| value.trim().parse().ok());
    Ok(Reply {
        status: response.status(),
        retry_after,
        body,
    })
}

/// The origin of an address that is not the console's own.
fn foreign_origin(url: &str) -> Option<String> {
    let location = web_sys::window()?.location();
    let url = web_sys::Url::new_with_base(url, &location.href().ok()?).ok()?;
    Some(url.origin()).filter(|origin| location.origin().as_ref() != Ok(origin))
}
