//! "Connect a platform".

use sandbox::happycolis::{INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT, OAUTH_TOKEN};

use crate::{Element, Page};

/// The three ways to enter HappyColis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// An integration app whose list can be read.
    Integration,
    /// An integration app without the id: the ledger stands in for the list.
    WithoutId,
    Oauth,
}

impl Mode {
    /// Whether the wall shows the platform's own list.
    pub const fn lists(self) -> bool {
        matches!(self, Self::Integration)
    }

    /// A token that may do everything in this mode.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Integration | Self::WithoutId => INTEGRATION_TOKEN,
            Self::Oauth => OAUTH_TOKEN,
        }
    }

    /// Who owns in the sandbox what is created in this mode.
    pub const fn owner(self) -> &'static str {
        match self {
            Self::Integration | Self::WithoutId => INTEGRATION,
            Self::Oauth => OAUTH_CLIENT,
        }
    }

    /// The documented operation that creates (HappyColis contract, sections 3.1 and 3.2).
    pub const fn create(self) -> &'static str {
        match self {
            Self::Integration | Self::WithoutId => "IntegrationWebhookCreate",
            Self::Oauth => "OauthWebhookCreate",
        }
    }

    /// The documented operation that removes (HappyColis contract, sections 3.3 and 3.4).
    pub const fn remove(self) -> &'static str {
        match self {
            Self::Integration | Self::WithoutId => "IntegrationWebhookRemove",
            Self::Oauth => "OauthWebhookRemove",
        }
    }
}

/// Connects with a token that may do everything, and waits for the wall.
pub async fn connect(page: &Page, mode: Mode) {
    connect_with(page, mode, mode.token()).await;
    page.get("heading", "Subscriptions").await;
}

/// Fills the form and sends it.
pub async fn connect_with(page: &Page, mode: Mode, token: &str) {
    fill(page, mode, token).await;
    page.click("button", "Connect").await;
}

pub async fn fill(page: &Page, mode: Mode, token: &str) {
    choose(page, mode).await;
    page.get("textbox", "Access token").await.fill(token).await;
}

/// Chooses the access mode, and gives the integration's id where the mode has one.
pub async fn choose(page: &Page, mode: Mode) {
    page.get("heading", "Connect a platform").await;
    let radio = match mode {
        Mode::Integration | Mode::WithoutId => "Integration app",
        Mode::Oauth => "OAuth client",
    };
    page.click("radio", radio).await;
    if mode == Mode::Integration {
        page.get("textbox", "Integration ID")
            .await
            .fill(INTEGRATION)
            .await;
    }
}

/// The field of the API address, which stands under "Advanced".
pub async fn api_address(page: &Page) -> Element {
    if !page.has("textbox", "API address").await {
        page.says("DisclosureTriangle", "Advanced")
            .await
            .click()
            .await;
    }
    page.get("textbox", "API address").await
}
