//! The GraphQL envelope: `{"query", "variables"}` out, `{"data", "errors"}` in.

use serde_json::Value;

use crate::subscription::json;
use crate::subscription::json::print;
use crate::subscription::kept::{object, optional_text};

use super::{ApiError, Purpose, Reply, Request, Unreadable};

/// Builds a request from an operation of `schema/` and its variables; the note on top of the file is not sent.
pub fn request(url: &str, purpose: Purpose, query: &str, variables: Value) -> Request {
    let operation: Vec<&str> = query
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let query = operation.join("\n").trim().to_owned();
    let body = object(&mut [
        ("query", Some(query.into())),
        ("variables", Some(variables)),
    ]);
    Request {
        url: url.to_owned(),
        body: print(&body),
        purpose,
    }
}

/// A reply that is a GraphQL answer. Data and errors can both be there.
#[derive(Debug)]
pub struct Answer {
    pub data: Option<Value>,
    pub errors: Vec<GraphqlError>,
}

#[derive(Debug, Default)]
pub struct GraphqlError {
    pub message: String,
    pub extensions: Value,
}

impl GraphqlError {
    /// Reads an error leniently: what is missing or of another kind is empty.
    pub fn read(value: &Value) -> Self {
        Self {
            message: optional_text(value, "message").unwrap_or_default(),
            extensions: value.get("extensions").cloned().unwrap_or_default(),
        }
    }

    /// `extensions.code`; where it is absent, the word in capitals before the first `: ` of the message
    /// (HappyColis contract, section 7.5, step 2).
    pub fn code(&self) -> Option<&str> {
        self.extensions
            .get("code")
            .and_then(Value::as_str)
            .or_else(|| self.prefix())
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
        let unreadable = |what| ApiError::Unreadable {
            status: reply.status,
            what,
        };
        let text = reply.body.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Err(unreadable(Unreadable::Empty));
        }
        if text.starts_with('<') {
            return Err(unreadable(Unreadable::Html));
        }
        let mut value: Value = json::parse(text).map_err(|_| unreadable(Unreadable::NotJson))?;
        if value.get("data").is_none() && value.get("errors").is_none() {
            return Err(unreadable(Unreadable::NoResult));
        }
        let errors = value.get("errors").and_then(Value::as_array);
        let errors = errors.map(|errors| errors.iter().map(GraphqlError::read).collect());
        Ok(Self {
            errors: errors.unwrap_or_default(),
            data: value.get_mut("data").map(Value::take),
        })
    }

    /// The value of one root field; `null` counts as absent (section 7.5, step 5).
    pub fn field(&mut self, name: &str) -> Option<Value> {
        let value = self.data.as_mut()?.get_mut(name)?.take();
        (!value.is_null()).then_some(value)
    }
}
