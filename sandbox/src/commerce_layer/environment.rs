use serde::{Deserialize, Serialize};

/// The data that a token opens: an organization, and its test or live mode (Commerce Layer contract,
/// section 1: the same host serves both, the token decides).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// Test mode of the organization `yourdomain`: the demo wall.
    #[default]
    Test,
    /// Live mode of the same organization.
    Live,
    /// Test mode of another organization, `otherdomain`.
    Other,
}

impl Environment {
    /// The slug, which is the host of the API.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Test | Self::Live => "yourdomain",
            Self::Other => "otherdomain",
        }
    }

    /// The id of the organization.
    #[must_use]
    pub fn organization(self) -> &'static str {
        match self {
            Self::Test | Self::Live => "enWoxFMOnp",
            Self::Other => "kRtWqPZxLv",
        }
    }

    /// `meta.mode` of every resource.
    #[must_use]
    pub fn mode(self) -> &'static str {
        match self {
            Self::Test | Self::Other => "test",
            Self::Live => "live",
        }
    }

    /// Where the real API is: links in documents name it, whatever address was called.
    pub(crate) fn api(self) -> String {
        format!("https://{}.commercelayer.io/api", self.slug())
    }
}
