//! GraphQL over HTTP, as far as it is the same for every platform that speaks it.

mod reply;
mod request;
mod syntax;

pub(crate) use reply::{Reply, ReplyError, failed_validation, null_field, validation_message};
pub(crate) use request::{GraphqlBody, GraphqlCall};
pub(crate) use syntax::message as syntax_message;
