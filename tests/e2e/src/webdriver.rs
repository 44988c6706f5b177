//! The WebDriver wire protocol, as far as these tests speak it, and Chromium's own protocol through it.

use std::fmt;

use serde_json::{Value, json};

/// How WebDriver marks a reference to an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser session. Every method is one round trip.
pub struct Session {
    http: reqwest::Client,
    address: String,
}

/// What the driver refused, in its own words.
#[derive(Debug)]
pub struct Refused {
    /// The error code of the protocol, such as `stale element reference`.
    pub code: String,
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}",
            self.code,
            self.message.lines().next().unwrap_or_default()
        )
    }
}

impl Session {
    /// Opens a session on the driver at `server`.
    pub async fn open(server: &str, capabilities: Value) -> Result<Self, Refused> {
        // The driver is on this machine, whatever proxy the environment names.
        let http = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client without TLS can be built");
        let mut session = Self {
            http,
            address: server.to_owned(),
        };
        let opened = session
            .post(
                "session",
                json!({ "capabilities": { "alwaysMatch": capabilities } }),
            )
            .await?;
        session.address = format!(
            "{server}/session/{}",
            opened["sessionId"].as_str().unwrap_or_default()
        );
        Ok(session)
    }

    pub async fn get(&self, path: &str) -> Result<Value, Refused> {
        self.send(self.http.get(self.at(path))).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Result<Value, Refused> {
        self.send(self.http.post(self.at(path)).json(&body)).await
    }

    /// Closes the browser.
    pub async fn close(&self) -> Result<Value, Refused> {
        self.send(self.http.delete(&self.address)).await
    }

    /// Runs the body of a function in the page; its `arguments` are `arguments`.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Refused> {
        self.post("execute/sync", json!({ "script": body, "args": arguments }))
            .await
    }

    /// As [`Session::script`], and ends when the last argument, a function, is called.
    pub async fn script_async(&self, body: &str, arguments: Vec<Value>) -> Result<Value, Refused> {
        self.post(
            "execute/async",
            json!({ "script": body, "args": arguments }),
        )
        .await
    }

    /// A command of the Chrome DevTools protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Result<Value, Refused> {
        self.post(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
    }

    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.address)
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Result<Value, Refused> {
        let broken = |error: reqwest::Error| Refused {
            code: "no driver".to_owned(),
            message: error.to_string(),
        };
        let response = request.send().await.map_err(broken)?;
        let failed = !response.status().is_success();
        let mut reply: Value = response.json().await.map_err(broken)?;
        let value = reply["value"].take();
        if failed {
            let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
            return Err(Refused {
                code: text("error"),
                message: text("message"),
            });
        }
        Ok(value)
    }
}

/// The id of an element in a reply.
pub fn element_id(value: &Value) -> Option<String> {
    value[ELEMENT].as_str().map(str::to_owned)
}

/// An element as an argument of a script.
pub fn element_argument(id: &str) -> Value {
    json!({ ELEMENT: id })
}
