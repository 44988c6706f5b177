use serde::{Deserialize, Serialize};

/// Which topics are accepted, Commerce Layer contract, section 13.2, assumption 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicRule {
    /// Those of section 10.
    #[default]
    Listed,
    /// Anything of the form `resource.event`.
    AnyForm,
}

/// What happens to a name that another webhook has, section 11, contradiction 16.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateName {
    #[default]
    Accepted,
    /// 422 at the name.
    Invalid,
    /// 409.
    Conflict,
}

/// The readings of the contract between which a test can choose, section 13.2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switches {
    pub topics: TopicRule,
    pub duplicate_name: DuplicateName,
    /// Whether webhooks have the relationship `versions`.
    pub versions: bool,
    /// Whether the payload of an event callback is a JSON string instead of an object.
    pub payload_as_string: bool,
    /// Whether the cross-origin host answers browsers.
    pub cors: bool,
    /// Whether a page of another origin may read the rate limit headers.
    pub expose_rate_limit: bool,
    /// Scales every rate limit; each stays at one request at least.
    pub rate_limit_factor: f64,
    /// How long a delivery may take, in milliseconds.
    pub delivery_timeout_ms: u64,
    /// Scales the spacing of retries, which is 1, 2, 4, … seconds; 0 retries at once.
    pub retry_factor: f64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            topics: TopicRule::default(),
            duplicate_name: DuplicateName::default(),
            versions: false,
            payload_as_string: false,
            cors: true,
            expose_rate_limit: false,
            rate_limit_factor: 1.0,
            delivery_timeout_ms: 5_000,
            retry_factor: 1.0,
        }
    }
}
