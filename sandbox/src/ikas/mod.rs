//! ikas, written from the ikas contract, section 11.

mod courier;
mod demo;
mod endpoint;
mod envelope;
mod error_rate;
mod graphql;
mod merchant;
mod platform;
mod refusal;
mod sales_channel;
mod schema;
mod scope;
pub(crate) mod seed;
mod state;
mod store;
mod switches;
mod token;
mod version;

pub use demo::{
    ADMIN_CHANNEL, APP, CLIENT_SECRET, EXPIRED_TOKEN, MERCHANT, NO_PERMISSION_TOKEN, REMOVED_APP,
    REMOVED_APP_TOKEN, STOREFRONT_CHANNEL, TOKEN,
};
pub use envelope::Envelope;
pub use platform::Ikas;
pub use store::Webhook;
pub use switches::{Invalid, Missing, Saving, Switches};
pub use version::Version;
