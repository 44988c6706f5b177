//! Sentera, written from the Sentera contract, section 11.

mod courier;
mod demo;
mod event;
mod graphql;
mod identifier;
mod mutation;
mod organization;
mod page;
mod place;
mod platform;
mod query;
mod refusal;
mod ruby;
mod scalar;
mod schema;
pub(crate) mod seed;
mod state;
mod store;
mod subscription;
mod switches;
mod token;

pub use courier::CALLBACK_TOKEN;
pub use demo::{
    ACME, ACME_CHILD, ACME_GRANDCHILD, EXPIRED_TOKEN, OTHER_ORGANIZATION, OTHER_TOKEN,
    SECOND_SUBSCRIPTION, SUBSCRIPTION, TOKEN,
};
pub use event::{Event, EventStatus, EventType};
pub use platform::Sentera;
pub use subscription::{Authentication, Subscription};
pub use switches::{ErrorForm, Switches};

/// The methods that Sentera's one address takes, section 1.
const METHODS: &str = "GET, POST";
