//! The one door to the network: what goes out, and what every failure is read as.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use pegboard::platform::{Media, Method, Purpose, Reply, Request, TransportError};
use pegboard::subscription::Credential;
use pegboard::transport::{Browser, Transport as _};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestMode, RequestRedirect};

use crate::network::Network;
use crate::wait::until;

type Outcome = Rc<RefCell<Option<Result<Reply, TransportError>>>>;

/// Sends a request to an address, and keeps what comes of it.
fn begin(door: Browser, url: &str) -> Outcome {
    begin_by(door, Method::Post, url)
}

fn begin_by(door: Browser, method: Method, url: &str) -> Outcome {
    let outcome = Outcome::default();
    let (kept, url) = (Rc::clone(&outcome), url.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let credential = Credential::new("s3cret", &url);
        let body = match method {
            Method::Get | Method::Delete => String::new(),
            Method::Post | Method::Patch => r#"{"query":"{ a }"}"#.to_owned(),
        };
        let request = Request {
            method,
            media: Media::Json,
            url,
            body,
            purpose: Purpose::Read,
            counted: false,
        };
        let result = door.send(&request, &credential, u32::MAX).await;
        kept.replace(Some(result));
    });
    outcome
}

async fn end(outcome: Outcome) -> Result<Reply, TransportError> {
    until("the outcome", || outcome.borrow().is_some()).await;
    outcome.take().unwrap()
}

async fn send(url: &str) -> Result<Reply, TransportError> {
    end(begin(Browser::new(15_000), url)).await
}

#[wasm_bindgen_test]
async fn a_request_carries_the_token_and_nothing_else_of_the_person() {
    let network = Network::new();
    network.answer(200, "{}");
    send("https://api.example.com/bare").await.unwrap();
    let sent = network.sent().remove(0);
    assert_eq!(sent.authorization.as_deref(), Some("Bearer s3cret"));
    assert_eq!(sent.body["query"], "{ a }");
    let request = sent.request;
    assert_eq!(
        (request.method(), request.mode()),
        ("POST".to_owned(), RequestMode::Cors)
    );
    assert_eq!(request.credentials(), RequestCredentials::Omit);
    assert_eq!(request.referrer_policy(), ReferrerPolicy::NoReferrer);
    assert_eq!(request.cache(), RequestCache::NoStore);
    assert_eq!(request.redirect(), RequestRedirect::Error);
    let header = |name: &str| request.headers().get(name).unwrap();
    assert_eq!(header("content-type").as_deref(), Some("application/json"));
    assert_eq!(header("accept").as_deref(), Some("application/json"));
}

/// Commerce Layer contract, section 1: four methods, and a media type of its own.
#[wasm_bindgen_test]
async fn a_request_is_sent_by_its_method_and_in_its_media() {
    let network = Network::new();
    let methods = [Method::Get, Method::Post, Method::Patch, Method::Delete];
    for (method, named) in methods.into_iter().zip(["GET", "POST", "PATCH", "DELETE"]) {
        for (media, kind) in [
            (Media::Json, "application/json"),
            (Media::JsonApi, "application/vnd.api+json"),
        ] {
            let has_body = matches!(method, Method::Post | Method::Patch);
            let url = "https://api.example.com/media";
            let request = Request {
                method,
                media,
                url: url.to_owned(),
                body: if has_body { "{}" } else { "" }.to_owned(),
                purpose: Purpose::Read,
                counted: false,
            };
            network.answer(200, "{}");
            let credential = Credential::new("s3cret", url);
            let door = Browser::new(15_000);
            assert!(door.send(&request, &credential, u32::MAX).await.is_ok());
            let sent = network.sent().pop().unwrap().request;
            let header = |name: &str| sent.headers().get(name).unwrap();
            assert_eq!(sent.method(), named);
            assert_eq!(header("accept").as_deref(), Some(kind));
            let wanted = has_body.then_some(kind);
            assert_eq!(header("content-type").as_deref(), wanted, "{named}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_token_of_another_address_stops_the_request() {
    let network = Network::new();
    // Should it be sent after all.
    network.answer(200, "{}");
    let credential = Credential::new("s3cret", "https://api.example.com");
    let request = Request {
        method: Method::Post,
        media: Media::Json,
        url: "https://api.example.com.evil.example/".to_owned(),
        body: String::new(),
        purpose: Purpose::Write,
        counted: false,
    };
    let result = Browser::new(15_000)
        .send(&request, &credential, u32::MAX)
        .await;
    assert_eq!(result, Err(TransportError::Policy));
    assert!(network.sent().is_empty());
}

#[wasm_bindgen_test]
async fn any_answer_is_a_reply() {
    let network = Network::new();
    for (status, body) in [(200, "{}"), (401, "no"), (500, "<html>")] {
        network.answer(status, body);
        let expected = Reply {
            status,
            retry_after: None,
            body: body.to_owned(),
        };
        assert_eq!(send("https://api.example.com/any").await, Ok(expected));
    }
    for (header, retry_after) in [
        (Some("30"), Some(30)),
        (Some(" 7 "), Some(7)),
        (Some("Wed, 21 Oct 2026 07:28:00 GMT"), None),
        (Some("-1"), None),
        (None, None),
    ] {
        network.slow_down(header);
        let reply = send("https://api.example.com/any").await.unwrap();
        assert_eq!(
            (reply.status, reply.retry_after),
            (429, retry_after),
            "{header:?}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_failure_is_told_as_far_as_it_can_be_found_out() {
    let network = Network::new();
    let lose = async |url: &str, reachable: bool| {
        network.set_reachable(reachable);
        network.lose();
        send(url).await
    };
    let silent = "https://silent.example.com/";
    assert_eq!(lose(silent, false).await, Err(TransportError::Unreachable));
    assert_eq!(lose(silent, true).await, Err(TransportError::Blocked));
    // An address whose answer this page has read before is not blocked.
    network.answer(200, "{}");
    send(silent).await.unwrap();
    assert_eq!(lose(silent, true).await, Err(TransportError::Broken));
    assert_eq!(lose(silent, false).await, Err(TransportError::Unreachable));
    // Another path of the same host is read as well; another method may still be blocked by its preflight.
    assert_eq!(
        lose("https://silent.example.com/other", true).await,
        Err(TransportError::Broken)
    );
    for method in [Method::Get, Method::Patch, Method::Delete] {
        network.set_reachable(true);
        network.lose();
        let outcome = end(begin_by(Browser::new(15_000), method, silent)).await;
        assert_eq!(outcome, Err(TransportError::Blocked), "{method:?}");
    }
    // Nothing of this site's own is blocked.
    assert_eq!(
        lose("/relay/never-answered", true).await,
        Err(TransportError::Broken)
    );
}

#[wasm_bindgen_test]
async fn a_request_has_a_time_limit() {
    let network = Network::new();
    let outcome = begin(Browser::new(1), "https://api.example.com/slow");
    until("the request", || network.is_waiting()).await;
    let signal = network.sent().remove(0).request.signal();
    until("its time over", || signal.aborted()).await;
    // What a browser's own fetch does then.
    network.fail("TimeoutError");
    assert_eq!(end(outcome).await, Err(TransportError::Timeout { ms: 1 }));
}

#[wasm_bindgen_test]
async fn a_reading_can_be_stopped() {
    let network = Network::new();
    let (door, abort) = Browser::new(15_000).abortable();
    let outcome = begin(door, "https://api.example.com/left");
    until("the request", || network.is_waiting()).await;
    let signal = network.sent().remove(0).request.signal();
    assert!(!signal.aborted());
    abort.unwrap().abort();
    assert!(signal.aborted());
    network.fail("AbortError");
    assert_eq!(end(outcome).await, Err(TransportError::Aborted));
}

/// Lets the browser say that it has no network, until dropped.
struct Offline;

impl Offline {
    fn new() -> Self {
        run("Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true })");
        Self
    }
}

impl Drop for Offline {
    fn drop(&mut self) {
        run("delete navigator.onLine");
    }
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap();
}

#[wasm_bindgen_test]
async fn without_a_network_nothing_is_asked_of_the_host() {
    let network = Network::new();
    let offline = Offline::new();
    network.set_reachable(true);
    network.lose();
    let result = send("https://api.example.com/offline").await;
    drop(offline);
    assert_eq!(result, Err(TransportError::Offline));
}
