//! What the browser tells of itself: its console, and every request that it sent. Each line is read once.

use serde_json::{Value, json};

use crate::webdriver::Session;

/// A line of the console.
pub struct Line {
    pub level: String,
    /// `network` for what went wrong on the way, `security`, `javascript`, `console-api` and others.
    pub source: String,
    pub message: String,
}

/// The console lines since the last look, over all documents.
pub async fn lines(session: &Session) -> Vec<Line> {
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let line = |entry: &Value| Line {
        level: text(entry, "level"),
        source: text(entry, "source"),
        message: text(entry, "message"),
    };
    log(session, "browser").await.iter().map(line).collect()
}

/// The requests since the last look, as Chromium describes them: `url`, `method`, `headers`, `postData`.
pub async fn requests(session: &Session) -> Vec<Value> {
    let request = |entry: &Value| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &event["message"];
        (event["method"] == "Network.requestWillBeSent").then(|| event["params"]["request"].clone())
    };
    log(session, "performance")
        .await
        .iter()
        .filter_map(request)
        .collect()
}

async fn log(session: &Session, kind: &str) -> Vec<Value> {
    let log = session
        .post("se/log", json!({ "type": kind }))
        .await
        .expect("the browser keeps a log");
    log.as_array().cloned().unwrap_or_default()
}
