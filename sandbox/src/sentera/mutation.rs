use async_graphql::{Context, Error, ID, Object};

use super::{
    event::EventType,
    refusal::Refusal,
    scalar::Url,
    schema::with,
    state::State,
    subscription::{Subscription, WebhookAuthenticationConfigurationInput, WebhookSubscription},
    token::Token,
};

/// What a mutation answers: a refusal nulls its own field and leaves the others.
type Outcome<T> = Option<Result<T, Error>>;

fn outcome<T>(
    ctx: &Context<'_>,
    work: impl FnOnce(&mut State, &Token) -> Result<T, Refusal>,
) -> Outcome<T> {
    Some(with(ctx, work).and_then(|result| Ok(result?)))
}

pub(super) struct Mutation;

#[Object(rename_fields = "snake_case", rename_args = "snake_case")]
impl Mutation {
    async fn create_webhook_subscription(
        &self,
        ctx: &Context<'_>,
        authentication: Option<WebhookAuthenticationConfigurationInput>,
        callback_url: Url,
        event_types: Vec<EventType>,
        organization_sentera_id: ID,
    ) -> Outcome<WebhookSubscription> {
        outcome(ctx, |state, token| {
            let new = Subscription {
                authentication: authentication.map(Into::into),
                ..Subscription::new(&organization_sentera_id, &callback_url.0, &event_types)
            };
            state.store.create(token, new).map(Into::into)
        })
    }

    async fn update_webhook_subscription(
        &self,
        ctx: &Context<'_>,
        callback_url: Option<Url>,
        #[graphql(desc = "Replaces the current list.")] event_types: Option<Vec<EventType>>,
        sentera_id: ID,
    ) -> Outcome<WebhookSubscription> {
        outcome(ctx, |state, token| {
            let callback_url = callback_url.map(|url| url.0);
            let updated = state
                .store
                .update(token, &sentera_id, callback_url, event_types);
            updated.map(Into::into)
        })
    }

    /// Plural. At most 100 ids.
    async fn delete_webhook_subscriptions(
        &self,
        ctx: &Context<'_>,
        organization_sentera_id: ID,
        sentera_ids: Vec<ID>,
    ) -> Outcome<Vec<WebhookSubscription>> {
        outcome(ctx, |state, token| {
            let ids: Vec<String> = sentera_ids.into_iter().map(|id| id.0).collect();
            let deleted = state.store.delete(token, &organization_sentera_id, &ids)?;
            Ok(deleted.into_iter().map(Into::into).collect())
        })
    }
}
