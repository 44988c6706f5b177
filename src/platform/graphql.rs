//! The GraphQL envelope: `{"query", "variables"}` out, `{"data", "errors"}` in.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ApiError, Purpose, Reply, Request, Unreadable};

#[derive(Serialize)]
struct Body<'a, V> {
    query: &'a str,
    variables: V,
}

/// Builds a request from an operation of `schema/` and its variables; the note on top of the file is not sent.
pub fn request<V: Serialize>(url: &str, purpose: Purpose, query: &str, variables: V) -> Request {
    let operation: Vec<&str> = query.lines().filter(|line| !line.starts_with('#')).collect();
    let query = operation.join("\n");
    let body = Body { query: query.trim(), variables };
    // Cannot fail: variables are maps with string keys and plain values, built in this crate.
    let body = serde_json::to_string(&body).unwrap_or_default();
    Request { url: url.to_owned(), body, purpose }
}

/// A reply that is a GraphQL answer. Data and errors can both be there.
#[derive(Debug, Default, Deserialize)]
pub struct Answer {
    #[serde(default)]
    pub data: Option<Value>,
    #[serde(default)]
    pub errors: Vec<GraphqlError>,
}

#[derive(Debug, Default, Deserialize)]
pub struct GraphqlError {
    #[serde(default)]
    pub message: String,
    #[serde(default)]
    pub extensions: Value,
}

impl GraphqlError {
    /// `extensions.code`; where it is absent, the word in capitals before the first `: ` of the message
    /// (HappyColis contract, section 7.5, step 2).
    pub fn code(&self) -> Option<&str> {
        self.extensions.get("code").and_then(Value::as_str).or_else(|| self.prefix())
    }

    /// The message without a code that stands in front of it.
    pub fn text(&self) -> &str {
        match self.prefix() {
            Some(prefix) => self.message[prefix.len() + 2..].trim(),
            None => &self.message,
        }
    }

    fn prefix(&self) -> Option<&str> {
        let (word, _) = self.message.split_once(": ")?;
        let capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        (!word.is_empty() && word.chars().all(capital)).then_some(word)
    }
}

impl Answer {
    /// Reads a body as a GraphQL answer; what is no JSON object with `data` or `errors` is unreadable.
    pub fn read(reply: &Reply) -> Result<Self, ApiError> {
        let unreadable = |what| ApiError::Unreadable { status: reply.status, what };
        let text = reply.body.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Err(unreadable(Unreadable::Empty));
        }
        if text.starts_with('<') {
            return Err(unreadable(Unreadable::Html));
        }
        let value: Value = serde_json::from_str(text).map_err(|_| unreadable(Unreadable::NotJson))?;
        if value.get("data").is_none() && value.get("errors").is_none() {
            return Err(unreadable(Unreadable::NoResult));
        }
        serde_json::from_value(value).map_err(|_| unreadable(Unreadable::NoResult))
    }

    /// The value of one root field; `null` counts as absent (section 7.5, step 5).
    pub fn field(&mut self, name: &str) -> Option<Value> {
        let value = self.data.as_mut()?.get_mut(name)?.take();
        (!value.is_null()).then_some(value)
    }
}
