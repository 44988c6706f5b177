use axum::http::Method;

use super::{record::Kind, refusal::Refusal, token::Action};
use crate::call::Call;

/// What a call asks for, Commerce Layer contract, section 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Endpoint {
    List(Kind),
    Get(Kind, String),
    Create,
    Update(String),
    Delete(String),
}

impl Endpoint {
    /// The endpoint behind the method and the path below `/api/`.
    pub fn of(call: &Call) -> Result<Self, Refusal> {
        let path = call.path.split('?').next().unwrap_or_default();
        let (_, below) = path.split_once("/api/").ok_or(Refusal::NotFound)?;
        let mut segments = below.split('/');
        let (resource, id, rest) = (segments.next(), segments.next(), segments.next());
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| Some(kind.name()) == resource && rest.is_none())
            .ok_or(Refusal::NotFound)?;
        Ok(match (&call.method, kind, id) {
            (&Method::GET, _, None) => Self::List(kind),
            (&Method::GET, _, Some(id)) => Self::Get(kind, id.to_owned()),
            (&Method::POST, Kind::Webhook, None) => Self::Create,
            (&Method::PATCH, Kind::Webhook, Some(id)) => Self::Update(id.to_owned()),
            (&Method::DELETE, Kind::Webhook, Some(id)) => Self::Delete(id.to_owned()),
            _ => return Err(Refusal::MethodNotAllowed),
        })
    }

    /// The name by which faults find the call.
    pub fn operation(&self) -> &'static str {
        match self {
            Self::List(Kind::Webhook) => "list_webhooks",
            Self::List(Kind::EventCallback) => "list_event_callbacks",
            Self::Get(Kind::Webhook, _) => "get_webhook",
            Self::Get(Kind::EventCallback, _) => "get_event_callback",
            Self::Create => "create_webhook",
            Self::Update(_) => "update_webhook",
            Self::Delete(_) => "delete_webhook",
        }
    }

    pub fn action(&self) -> Action {
        match self {
            Self::List(_) | Self::Get(..) => Action::Read,
            Self::Create | Self::Update(_) | Self::Delete(_) => Action::Write,
        }
    }

    /// Whether the call has a body.
    pub fn has_body(&self) -> bool {
        matches!(self, Self::Create | Self::Update(_))
    }
}
