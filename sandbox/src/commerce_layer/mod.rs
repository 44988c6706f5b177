//! Commerce Layer, written from the Commerce Layer contract, section 13.

mod change;
mod courier;
mod demo;
mod document;
mod endpoint;
mod environment;
mod filter;
mod identity;
mod platform;
mod process;
mod query;
mod record;
mod refusal;
pub(crate) mod seed;
mod state;
mod store;
mod switches;
mod throttle;
mod token;
mod topics;

pub use environment::Environment;
pub(crate) use identity::fresh;
pub(crate) use platform::CommerceLayer;
pub(crate) use record::{Kind, Record};
pub use switches::{DuplicateName, Switches, TopicRule};
pub use token::{
    EXPIRED_TOKEN, INTEGRATION_TOKEN, LIVE_TOKEN, OTHER_ORGANIZATION_TOKEN, READ_ONLY_TOKEN,
    SALES_CHANNEL_TOKEN,
};
