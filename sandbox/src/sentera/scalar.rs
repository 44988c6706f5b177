//! The scalars of the schema, Sentera contract, section 2.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use jiff::Timestamp;

/// The address of a callback: `http` or `https`.
#[derive(Clone, Debug)]
pub(crate) struct Url(pub String);

impl Url {
    fn read(value: &Value) -> Option<Self> {
        let Value::String(text) = value else {
            return None;
        };
        let url = url::Url::parse(text).ok()?;
        matches!(url.scheme(), "http" | "https").then(|| Self(text.clone()))
    }
}

#[Scalar]
impl ScalarType for Url {
    fn parse(value: Value) -> InputValueResult<Self> {
        Self::read(&value).ok_or_else(|| InputValueError::expected_type(value))
    }

    fn is_valid(value: &Value) -> bool {
        Self::read(value).is_some()
    }

    fn to_value(&self) -> Value {
        self.0.clone().into()
    }
}

/// A time in the form of ISO 8601.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Iso8601DateTime(pub Timestamp);

impl Iso8601DateTime {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => text.parse().ok().map(Self),
            _ => None,
        }
    }
}

#[Scalar(name = "ISO8601DateTime")]
impl ScalarType for Iso8601DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        Self::read(&value).ok_or_else(|| InputValueError::expected_type(value))
    }

    fn is_valid(value: &Value) -> bool {
        Self::read(value).is_some()
    }

    fn to_value(&self) -> Value {
        self.0.to_string().into()
    }
}
