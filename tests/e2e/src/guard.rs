//! What no single step looks at: policy violations, console errors, foreign requests, leaked tokens.

use std::{fmt, sync::Mutex};

use serde_json::{Value, json};

use crate::{browser::VIOLATION, console, webdriver::Session};

/// Something that must never happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The content security policy refused something.
    Violation(String),
    /// An error or a panic on the console.
    Console(String),
    /// A request to neither the site nor the sandbox.
    Foreign(String),
    /// A token is somewhere else than in memory and in its header, or another secret than in a request: where.
    Leak(String),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Violation(what) => write!(f, "policy violation: {what}"),
            Self::Console(line) => write!(f, "console: {line}"),
            Self::Foreign(address) => write!(f, "request to {address}"),
            Self::Leak(place) => write!(f, "a secret is in {place}"),
        }
    }
}

/// Finds the places of a document that hold one of the given texts, and hands them to the last argument.
const LEAKS: &str = "
    const [texts, done] = arguments;
    const found = [];
    const look = (place, text) => { if (texts.some(t => String(text ?? '').includes(t))) found.push(place); };
    for (const [name, area] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]])
        for (const key of Object.keys(area)) { look(name + ' key', key); look(name + ' ' + key, area[key]); }
    look('a cookie', document.cookie);
    look('the URL', location.href);
    look('the title', document.title);
    look('the history', JSON.stringify(history.state));
    look('window.name', window.name);
    look('the text of the page', document.body.innerText);
    look('the DOM', document.documentElement.outerHTML);
    indexedDB.databases().then(all => { look('IndexedDB', JSON.stringify(all)); done(found); });
";

/// Watches one browser from its start.
pub struct Guard {
    /// Origins that requests may go to.
    origins: Vec<String>,
    tokens: Vec<String>,
    /// What only the body of a request may hold.
    secrets: Vec<String>,
    findings: Mutex<Vec<Finding>>,
}

impl Guard {
    pub const fn new(origins: Vec<String>, tokens: Vec<String>, secrets: Vec<String>) -> Self {
        Self {
            origins,
            tokens,
            secrets,
            findings: Mutex::new(Vec::new()),
        }
    }

    /// Looks at everything that can be seen now, and at all that happened since the last look.
    pub async fn look(&self, session: &Session) {
        let mut found = self.leaks(session).await;
        for line in console::lines(session).await {
            found.extend(self.judge_line(&line));
        }
        for request in console::requests(session).await {
            found.extend(self.judge_request(request));
        }
        self.findings.lock().expect("no look panics").extend(found);
    }

    /// Everything found so far.
    pub fn findings(&self) -> Vec<Finding> {
        self.findings.lock().expect("no look panics").clone()
    }

    async fn leaks(&self, session: &Session) -> Vec<Finding> {
        let places = session
            .script_async(
                LEAKS,
                vec![json!([&self.tokens[..], &self.secrets].concat())],
            )
            .await
            .expect("the page can be searched");
        let places = places.as_array().cloned().unwrap_or_default();
        places
            .iter()
            .filter_map(Value::as_str)
            .map(|place| Finding::Leak(place.to_owned()))
            .collect()
    }

    fn judge_line(&self, line: &console::Line) -> Vec<Finding> {
        let mut found = Vec::new();
        let message = &line.message;
        if self.holds_token(message) || self.holds_secret(message) {
            found.push(Finding::Leak("the console".to_owned()));
        }
        if line.source == "security" || message.contains(VIOLATION) {
            found.push(Finding::Violation(message.clone()));
        } else if line.level == "SEVERE" && !is_network_failure(line) {
            found.push(Finding::Console(message.clone()));
        }
        found
    }

    fn judge_request(&self, mut request: Value) -> Vec<Finding> {
        let address = request["url"].as_str().unwrap_or_default().to_owned();
        let mut found = Vec::new();
        let goes_out = ["http:", "https:", "ws:", "wss:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        let known = |origin: &String| {
            address
                .strip_prefix(origin.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        };
        if goes_out && !self.origins.iter().any(known) {
            found.push(Finding::Foreign(address.clone()));
        }
        if let Some(headers) = request["headers"].as_object_mut() {
            headers.retain(|name, _| !name.eq_ignore_ascii_case("authorization"));
        }
        if self.holds_token(&request.to_string()) || self.holds_secret(&address) {
            found.push(Finding::Leak(format!(
                "a request to {address}, outside of its header"
            )));
        }
        found
    }

    fn holds_secret(&self, text: &str) -> bool {
        self.secrets.iter().any(|secret| text.contains(secret))
    }

    fn holds_token(&self, text: &str) -> bool {
        self.tokens.iter().any(|token| text.contains(token))
    }
}

/// Chromium logs every failed request of an API, whatever the page makes of it. A file of the console must not fail.
fn is_network_failure(line: &console::Line) -> bool {
    ["/graphql", "/commerce-layer/"]
        .iter()
        .any(|api| line.message.contains(api))
        && (line.source == "network" || line.message.contains("blocked by CORS policy"))
}
