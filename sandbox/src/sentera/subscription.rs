use async_graphql::{ComplexObject, Context, Error, ID, InputObject, SimpleObject};
use serde::Serialize;

use super::{
    event::{DateRange, EventFilter, EventStatus, EventType, WebhookEvent},
    identifier,
    page::{Page, Pagination},
    scalar::Url,
    schema::with,
};

/// A stored subscription, with what the API never returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Subscription {
    pub sentera_id: String,
    /// The id of the organization.
    pub organization: String,
    pub callback_url: String,
    pub event_types: Vec<EventType>,
    pub authentication: Option<Authentication>,
}

impl Subscription {
    /// A new subscription under a new id, without authentication.
    #[must_use]
    pub fn new(organization: &str, callback_url: &str, event_types: &[EventType]) -> Self {
        Self {
            sentera_id: identifier::new("WS"),
            organization: organization.to_owned(),
            callback_url: callback_url.to_owned(),
            event_types: event_types.to_vec(),
            authentication: None,
        }
    }
}

/// How Sentera authenticates towards the callback: OAuth client credentials. Set at creation only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authentication {
    pub client_id: String,
    pub client_secret: String,
    pub token_url: String,
    pub scope: Option<String>,
}

/// How to authenticate towards the callback.
#[derive(InputObject)]
#[graphql(rename_fields = "snake_case")]
pub(crate) struct WebhookAuthenticationConfigurationInput {
    client_id: String,
    client_secret: String,
    token_url: Url,
    scope: Option<String>,
}

impl From<WebhookAuthenticationConfigurationInput> for Authentication {
    fn from(input: WebhookAuthenticationConfigurationInput) -> Self {
        Self {
            client_id: input.client_id,
            client_secret: input.client_secret,
            token_url: input.token_url.0,
            scope: input.scope,
        }
    }
}

#[derive(SimpleObject)]
#[graphql(complex, rename_fields = "snake_case")]
pub(crate) struct WebhookSubscription {
    callback_url: Url,
    event_types: Vec<EventType>,
    sentera_id: ID,
}

impl From<Subscription> for WebhookSubscription {
    fn from(stored: Subscription) -> Self {
        Self {
            callback_url: Url(stored.callback_url),
            event_types: stored.event_types,
            sentera_id: stored.sentera_id.into(),
        }
    }
}

#[ComplexObject(rename_fields = "snake_case", rename_args = "snake_case")]
impl WebhookSubscription {
    async fn events(
        &self,
        ctx: &Context<'_>,
        date_range: Option<DateRange>,
        event_type: Option<EventType>,
        pagination: Pagination,
        status: Option<EventStatus>,
    ) -> Result<Page<WebhookEvent>, Error> {
        let filter = EventFilter {
            date_range,
            kind: event_type,
            status,
        };
        with(ctx, |state, _| {
            let events = state.store.events_of(&self.sentera_id);
            let events: Vec<_> = events.filter(|event| filter.fits(event)).cloned().collect();
            Page::of(events.into_iter().map(Into::into), pagination)
        })
    }
}
