//! HappyColis, written from the HappyColis contract, section 12.

mod courier;
mod demo;
mod graphql;
mod message;
mod owner;
mod platform;
mod queue;
mod refusal;
mod reply;
mod schema;
pub(crate) mod seed;
mod state;
mod store;
mod switches;
mod token;

pub use demo::{
    CLIENT_SECRET, EDIT_ONLY_TOKEN, EXPIRED_TOKEN, INTEGRATION, INTEGRATION_TOKEN, OAUTH_CLIENT,
    OAUTH_TOKEN, ORGANIZATION, SECOND_INTEGRATION, SECOND_INTEGRATION_TOKEN, SECOND_OAUTH_CLIENT,
    SECOND_OAUTH_TOKEN, SECOND_ORGANIZATION, VIEW_ONLY_TOKEN,
};
pub use message::MessageHeader;
pub use owner::Owner;
pub(crate) use platform::HappyColis;
pub use queue::{QueueState, QueueStatus, QueueView, QueuedMessage};
pub use store::Subscription;
pub use switches::{BadToken, ForbiddenPlace, NoData, Switches};
pub use token::Scope;
