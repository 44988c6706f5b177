use serde::{Deserialize, Serialize};

/// Where the word `FORBIDDEN` of a remove error stands, HappyColis contract, section 7.3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForbiddenPlace {
    /// In `extensions.code`.
    #[default]
    Code,
    /// At the start of `message`; there is no code then.
    Prefix,
}

/// How a missing, unknown or expired token is answered, contradiction 10.13.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadToken {
    /// HTTP 401 before GraphQL runs.
    #[default]
    Http401,
    /// HTTP 200 with the GraphQL code `UNAUTHORIZED`.
    Graphql,
}

/// What stands in `data` when a field fails, section 7.5, rule 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoData {
    /// `"data": null`.
    #[default]
    Null,
    /// `"data": { "<field>": null }`.
    FieldNull,
}

/// The readings of the contract between which a test can choose, section 12.2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switches {
    pub forbidden: ForbiddenPlace,
    pub bad_token: BadToken,
    pub no_data: NoData,
    /// Whether introspection is answered.
    pub introspection: bool,
    /// Whether the cross-origin host answers browsers.
    pub cors: bool,
    /// Whether a page of another origin may read the rate limit headers.
    pub expose_rate_limit: bool,
    /// Scales both rate limits; each stays at one request at least.
    pub rate_limit_factor: f64,
    /// How long a delivery may take, in milliseconds.
    pub delivery_timeout_ms: u64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            forbidden: ForbiddenPlace::default(),
            bad_token: BadToken::default(),
            no_data: NoData::default(),
            introspection: false,
            cors: true,
            expose_rate_limit: false,
            rate_limit_factor: 1.0,
            delivery_timeout_ms: 10_000,
        }
    }
}
