//! The body of a GraphQL answer.

use async_graphql::{ErrorExtensionValues, Name, PathSegment, Pos, Response, ServerError, Value};
use serde::Serialize;

/// One error. What a platform leaves out is empty here.
#[derive(Serialize)]
pub(crate) struct ReplyError {
    pub message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Pos>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<PathSegment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<ErrorExtensionValues>,
}

impl ReplyError {
    /// An error that points nowhere and has no code.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            locations: Vec::new(),
            path: Vec::new(),
            extensions: None,
        }
    }

    /// The same error with one more member of `extensions`.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.extensions.get_or_insert_default().set(name, value);
        self
    }

    /// The same error, pointing at the field of this response key.
    pub fn at(mut self, key: Option<String>) -> Self {
        self.path = key.map(PathSegment::Field).into_iter().collect();
        self
    }

    /// The same error without the places in the document.
    pub fn without_locations(mut self) -> Self {
        self.locations.clear();
        self
    }
}

impl From<ServerError> for ReplyError {
    fn from(error: ServerError) -> Self {
        Self {
            message: error.message,
            locations: error.locations,
            path: error.path,
            extensions: error.extensions,
        }
    }
}

/// `data` and `errors`. Without `data` the call was not executed.
#[derive(Serialize)]
pub(crate) struct Reply {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ReplyError>,
}

impl Reply {
    /// An answer to a call that was not executed.
    pub fn refused(errors: impl IntoIterator<Item = ReplyError>) -> Self {
        Self {
            data: None,
            errors: errors.into_iter().collect(),
        }
    }
}

impl From<Response> for Reply {
    /// An answer to a call that was executed.
    fn from(response: Response) -> Self {
        Self {
            data: Some(response.data),
            errors: response.errors.into_iter().map(Into::into).collect(),
        }
    }
}

/// Whether validation failed: an error of execution names its field.
pub(crate) fn failed_validation(errors: &[ServerError]) -> bool {
    errors.iter().any(|error| error.path.is_empty())
}

/// A message of the validator in the words of graphql-js, which servers in JavaScript use.
pub(crate) fn validation_message(message: String) -> String {
    match message.strip_prefix("Unknown field ") {
        Some(rest) => format!("Cannot query field {rest}"),
        None => message,
    }
}

/// `{ "<key>": null }`.
pub(crate) fn null_field(key: &str) -> Value {
    Value::Object([(Name::new(key), Value::Null)].into_iter().collect())
}
