//! The GraphQL envelope: `{"query", "variables"}` out, `{"data", "errors"}` in.

use serde_json::Value;

use crate::subscription::json::print;
use crate::subscription::kept::{object, optional_text};
use crate::subscription::{Row, Subscription};

use super::{ApiError, Cause, Media, Method, Purpose, Refusal, Reply, Request, Unreadable};

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
        method: Method::Post,
        media: Media::Json,
        url: url.to_owned(),
        body: print(&body),
        purpose,
        counted: false,
    }
}

/// How a platform words its errors: what one error of an answer means.
pub type Judge = fn(&GraphqlError, u16) -> Refusal;

/// A reply that is a GraphQL answer. Data and errors can both be there.
#[derive(Debug)]
pub struct Answer {
    pub data: Option<Value>,
    pub errors: Vec<GraphqlError>,
    pub status: u16,
}

#[derive(Debug, Default)]
pub struct GraphqlError {
    pub message: String,
    pub extensions: Value,
    pub path: Value,
}

/// Reads the HTTP status first (HappyColis contract, section 7.5, step 1; Sentera contract, section 7, rule 1), then hands
/// on a GraphQL answer, which can still hold errors.
pub fn answer(reply: &Reply) -> Result<Answer, ApiError> {
    let Some(cause) = cause_of_status(reply.status) else {
        return Answer::read(reply);
    };
    let body = reply.json().unwrap_or_default();
    let first = body.get("errors").and_then(|errors| errors.get(0));
    let mut refusal = GraphqlError::read(first.unwrap_or(&body)).refusal(cause, reply.status);
    if let Cause::RateLimit { retry_after } = &mut refusal.cause {
        *retry_after = reply.told_wait();
    }
    Err(refusal.into())
}

/// What an HTTP status means by itself; a success means nothing yet.
pub const fn cause_of_status(status: u16) -> Option<Cause> {
    Some(match status {
        200..=299 => return None,
        // Malformed JSON or GraphQL, so nothing was executed (HappyColis contract, section 7.1). The others say the same of
        // the method and of the media types.
        400 | 405 | 406 | 415 => Cause::Schema,
        401 => Cause::Token,
        // The contracts leave these to HTTP.
        403 => Cause::Forbidden,
        404 => Cause::NotFound,
        409 => Cause::Clash,
        422 => Cause::Unprocessable,
        423 => Cause::Locked,
        429 => Cause::RateLimit { retry_after: None },
        500.. => Cause::Server,
        _ => Cause::Other,
    })
}

impl GraphqlError {
    /// Reads an error leniently: what is missing or of another kind is empty.
    pub fn read(value: &Value) -> Self {
        let member = |name: &str| value.get(name).cloned().unwrap_or_default();
        Self {
            message: optional_text(value, "message").unwrap_or_default(),
            extensions: member("extensions"),
            path: member("path"),
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

    /// What a code means that servers of GraphQL share.
    pub fn common_cause(&self) -> Option<Cause> {
        match self.code()? {
            "UNAUTHENTICATED" => Some(Cause::Token),
            "INTERNAL_SERVER_ERROR" => Some(Cause::Server),
            "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED" => Some(Cause::Schema),
            _ => None,
        }
    }

    /// This error as a refusal that means `cause`.
    pub fn refusal(&self, cause: Cause, status: u16) -> Refusal {
        Refusal {
            cause,
            status,
            code: self.code().map(str::to_owned),
            message: self.text().to_owned(),
            fields: Vec::new(),
        }
    }
}

impl Answer {
    /// Reads a body as a GraphQL answer; what is no JSON object with `data` or `errors` is unreadable.
    pub fn read(reply: &Reply) -> Result<Self, ApiError> {
        let mut value = reply.json()?;
        if value.get("data").is_none() && value.get("errors").is_none() {
            return Err(reply.unreadable(Unreadable::NoResult));
        }
        let errors = value.get("errors").and_then(Value::as_array);
        let errors = errors.map(|errors| errors.iter().map(GraphqlError::read).collect());
        Ok(Self {
            errors: errors.unwrap_or_default(),
            data: value.get_mut("data").map(Value::take),
            status: reply.status,
        })
    }

    /// The value of one root field, or the error that stands in its place; `null` counts as absent (HappyColis contract,
    /// section 7.5, step 5).
    pub fn require(&mut self, name: &str, judge: Judge) -> Result<Value, ApiError> {
        let data = self.data.as_mut();
        let value = data.and_then(|data| data.get_mut(name)).map(Value::take);
        value
            .filter(|value| !value.is_null())
            .ok_or_else(|| self.no_result(judge))
    }

    /// Why there is no result: the first error, if there is one.
    pub fn no_result(&self, judge: Judge) -> ApiError {
        let unreadable = ApiError::Unreadable {
            status: self.status,
            what: Unreadable::NoResult,
        };
        self.warning(judge).map_or(unreadable, ApiError::Refused)
    }

    /// Partial data can come with errors (HappyColis contract, section 7.2): the data counts, and the error is told.
    pub fn warning(&self, judge: Judge) -> Option<Box<Refusal>> {
        let first = self.errors.first()?;
        Some(Box::new(judge(first, self.status)))
    }
}

/// A row of a list: what was read of it, or else what came.
pub fn row(position: usize, raw: &Value, read: Option<Subscription>) -> Row {
    match read {
        Some(subscription) => Row::Subscription(subscription),
        None => Row::Unreadable {
            position,
            raw: print(raw),
        },
    }
}
