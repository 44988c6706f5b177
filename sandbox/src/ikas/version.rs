use serde::Deserialize;

use crate::call::Call;

/// The two versions of the Admin API, which are different schemas over the same webhooks, ikas
/// contract, section 1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Version {
    V1,
    V2,
}

impl Version {
    /// The version that the path of a call names; both paths differ in nothing else.
    pub(super) fn of(call: &Call) -> Self {
        if call.path.contains("/api/v1/") {
            Self::V1
        } else {
            Self::V2
        }
    }
}
