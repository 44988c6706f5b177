//! The browser's `fetch`, answered by the test: every request waits until an answer is given.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Request, RequestMode, Response, ResponseInit};

/// How often a read is tried that fails for a moment.
const ATTEMPTS: usize = 3;

/// One request as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub url: String,
    pub authorization: Option<String>,
    pub body: Value,
    /// The browser's own view of it.
    pub request: Request,
}

impl Sent {
    /// The first word of the operation's text after `query` or `mutation`, without what follows.
    pub fn operation(&self) -> String {
        let query = self.body["query"].as_str().unwrap_or_default();
        let name = query.split_whitespace().nth(1).unwrap_or_default();
        name.split('(').next().unwrap_or_default().to_owned()
    }
}

enum Answer {
    Reply {
        status: u16,
        body: String,
        retry_after: Option<&'static str>,
    },
    /// There is no answer; the name of the error is all that a browser tells.
    Failed(&'static str),
}

#[derive(Default)]
struct State {
    sent: Vec<Sent>,
    answers: VecDeque<Answer>,
    waiting: VecDeque<(Function, Function)>,
    /// Whether a request that may not read its answer gets one: that tells CORS from a dead host.
    is_reachable: bool,
    /// How many such requests there were.
    probes: usize,
}

/// Stands in for the network until it is dropped.
pub struct Network {
    state: Rc<RefCell<State>>,
    original: JsValue,
    _clock: Clock,
    _fetch: Closure<dyn FnMut(Request) -> Promise>,
}

fn global() -> JsValue {
    js_sys::global().into()
}

impl Network {
    pub fn new() -> Self {
        let state = Rc::new(RefCell::new(State::default()));
        let shared = Rc::clone(&state);
        let fetch = Closure::<dyn FnMut(Request) -> Promise>::new(move |request: Request| {
            let state = Rc::clone(&shared);
            future_to_promise(async move { perform(&state, &request).await })
        });
        let original = Reflect::get(&global(), &"fetch".into()).unwrap();
        Reflect::set(&global(), &"fetch".into(), fetch.as_ref()).unwrap();
        Self {
            state,
            original,
            _clock: Clock::new(),
            _fetch: fetch,
        }
    }

    /// Answers the request that waits longest, or the next one.
    pub fn answer(&self, status: u16, body: impl ToString) {
        self.give(reply(status, &body.to_string(), None));
    }

    /// Answers the request that waits shortest, before those that were sent earlier.
    pub fn answer_last(&self, status: u16, body: impl ToString) {
        let last = self.state.borrow_mut().waiting.pop_back();
        last.into_iter()
            .for_each(|it| self.state.borrow_mut().waiting.push_front(it));
        self.answer(status, body);
    }

    /// Answers that there were too many requests, with this in `Retry-After`.
    pub fn slow_down(&self, retry_after: Option<&'static str>) {
        self.give(reply(429, "{}", retry_after));
    }

    /// Breaks the connection.
    pub fn lose(&self) {
        self.fail("TypeError");
    }

    /// Answers every attempt of a read that the console repeats by itself.
    pub fn answer_all(&self, status: u16, body: &str) {
        for _ in 0..ATTEMPTS {
            self.answer(status, body);
        }
    }

    /// Breaks the connection at every attempt of a read.
    pub fn lose_all(&self) {
        for _ in 0..ATTEMPTS {
            self.lose();
        }
    }

    pub fn fail(&self, error: &'static str) {
        self.give(Answer::Failed(error));
    }

    pub fn set_reachable(&self, reachable: bool) {
        self.state.borrow_mut().is_reachable = reachable;
    }

    fn give(&self, answer: Answer) {
        let waiting = self.state.borrow_mut().waiting.pop_front();
        match waiting {
            Some((resolve, reject)) => match response(&answer) {
                Ok(response) => resolve.call1(&JsValue::NULL, &response).unwrap(),
                Err(error) => reject.call1(&JsValue::NULL, &error).unwrap(),
            },
            None => {
                self.state.borrow_mut().answers.push_back(answer);
                JsValue::NULL
            }
        };
    }

    pub fn sent(&self) -> Vec<Sent> {
        self.state.borrow().sent.clone()
    }

    pub fn operations(&self) -> Vec<String> {
        self.sent().iter().map(Sent::operation).collect()
    }

    pub fn probes(&self) -> usize {
        self.state.borrow().probes
    }

    /// Whether a request is on its way and not answered yet.
    pub fn is_waiting(&self) -> bool {
        !self.state.borrow().waiting.is_empty()
    }
}

/// Lets the waits of the console last no time, until dropped.
struct Clock {
    original: JsValue,
}

impl Clock {
    fn new() -> Self {
        let original = Reflect::get(&global(), &"setTimeout".into()).unwrap();
        let soon = Function::new_with_args("original", "return (end) => original(end, 0)");
        let soon = soon.call1(&JsValue::NULL, &original).unwrap();
        Reflect::set(&global(), &"setTimeout".into(), &soon).unwrap();
        Self { original }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        Reflect::set(&global(), &"setTimeout".into(), &self.original).unwrap();
    }
}

impl Network {
    /// Lets no wait end by itself from now on.
    pub fn stop_clock(&self) {
        let never = Function::new_no_args("return 0");
        Reflect::set(&global(), &"setTimeout".into(), &never).unwrap();
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        Reflect::set(&global(), &"fetch".into(), &self.original).unwrap();
    }
}

async fn perform(state: &RefCell<State>, request: &Request) -> Result<JsValue, JsValue> {
    if request.mode() == RequestMode::NoCors {
        let mut state = state.borrow_mut();
        state.probes += 1;
        let reachable = state.is_reachable;
        return if reachable {
            response(&reply(200, "", None))
        } else {
            response(&Answer::Failed("TypeError"))
        };
    }
    let body = JsFuture::from(request.text()?)
        .await?
        .as_string()
        .unwrap_or_default();
    state.borrow_mut().sent.push(Sent {
        url: request.url(),
        authorization: request.headers().get("authorization")?,
        body: serde_json::from_str(&body).unwrap_or_default(),
        request: Clone::clone(request),
    });
    let answer = state.borrow_mut().answers.pop_front();
    match answer {
        Some(answer) => response(&answer),
        None => {
            JsFuture::from(Promise::new(&mut |resolve, reject| {
                state.borrow_mut().waiting.push_back((resolve, reject));
            }))
            .await
        }
    }
}

fn reply(status: u16, body: &str, retry_after: Option<&'static str>) -> Answer {
    Answer::Reply {
        status,
        body: body.to_owned(),
        retry_after,
    }
}

fn response(answer: &Answer) -> Result<JsValue, JsValue> {
    match answer {
        Answer::Reply {
            status,
            body,
            retry_after,
        } => {
            let init = ResponseInit::new();
            init.set_status(*status);
            let response = Response::new_with_opt_str_and_init(Some(body), &init)?;
            if let Some(seconds) = retry_after {
                response.headers().set("Retry-After", seconds)?;
            }
            Ok(response.into())
        }
        Answer::Failed(name) => {
            let error = js_sys::Error::new("Failed to fetch");
            error.set_name(name);
            Err(error.into())
        }
    }
}
