use serde::{Deserialize, Serialize};

/// What a save does to a scope that is registered already, ikas contract, section 10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Saving {
    /// The row keeps its `id` and `createdAt` and gets the new endpoint and sales channels.
    #[default]
    Replace,
    /// A second row of the same scope.
    Append,
    /// `ARGUMENT_VALIDATION_ERROR`, where the endpoint is another one.
    Refuse,
}

/// What removing a scope answers that is not registered, section 10.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    #[default]
    True,
    False,
    /// `ARGUMENT_VALIDATION_ERROR`.
    Error,
}

/// With which status a document is refused that does not fit the schema: an assumption of section
/// 11.1, fact 4, against section 7, which has HTTP 200 for every GraphQL error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invalid {
    #[default]
    Http400,
    Http200,
}

/// The readings of the contract between which a test can choose, section 11.2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switches {
    pub saving: Saving,
    /// Whether the good scopes of a save are stored where another one is refused.
    pub save_the_good: bool,
    /// Whether a removed row stays, marked `deleted: true`.
    pub keep_deleted: bool,
    pub missing: Missing,
    pub invalid: Invalid,
    /// Whether a token is blocked for an hour when more than a quarter of its calls failed.
    pub block_on_errors: bool,
    /// Whether the cross-origin host answers browsers.
    pub cors: bool,
    /// Whether a 429 carries `Retry-After` beside the `retryAfter` of its body.
    pub retry_after_header: bool,
    /// Whether a page of another origin may read that header.
    pub expose_retry_after: bool,
    /// Scales the rate limit, down to one request at least.
    pub rate_limit_factor: f64,
    /// How long a delivery may take, in milliseconds.
    pub delivery_timeout_ms: u64,
    /// Scales the time between two tries of a delivery, 1 s and 5 s.
    pub retry_factor: f64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            saving: Saving::default(),
            save_the_good: false,
            keep_deleted: false,
            missing: Missing::default(),
            invalid: Invalid::default(),
            block_on_errors: false,
            cors: true,
            retry_after_header: false,
            expose_retry_after: false,
            rate_limit_factor: 1.0,
            delivery_timeout_ms: 10_000,
            retry_factor: 1.0,
        }
    }
}
