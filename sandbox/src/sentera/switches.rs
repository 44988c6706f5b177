use serde::{Deserialize, Serialize};

/// How a failure that GraphQL found is told, Sentera contract, section 7, rule 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorForm {
    /// In `errors`.
    #[default]
    Errors,
    /// HTTP 200 with a `message` in the place of everything.
    Message,
}

/// The readings of the contract between which a test can choose, section 11.2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switches {
    /// Whether the schema has the lists of section 2.1.
    pub discovery: bool,
    /// Whether introspection is answered.
    pub introspection: bool,
    /// Whether an event reaches the subscriptions of the organizations above its own.
    pub bubbling: bool,
    pub errors: ErrorForm,
    /// Whether the cross-origin host answers browsers.
    pub cors: bool,
    /// How many requests a token has in a minute; null for no limit.
    pub rate_limit: Option<u32>,
    /// Whether a 429 carries `Retry-After`.
    pub retry_after_header: bool,
    /// Whether a page of another origin may read that header.
    pub expose_retry_after: bool,
    /// How long a delivery may take, in milliseconds.
    pub delivery_timeout_ms: u64,
    /// Scales the time between two tries of a delivery, 1 s and 5 s.
    pub retry_factor: f64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            discovery: false,
            introspection: true,
            bubbling: false,
            errors: ErrorForm::default(),
            cors: true,
            rate_limit: None,
            retry_after_header: false,
            expose_retry_after: false,
            delivery_timeout_ms: 10_000,
            retry_factor: 1.0,
        }
    }
}
