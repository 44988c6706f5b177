//! The documented subset of the GraphQL schema, HappyColis contract, section 2.

use std::sync::{Arc, Mutex};

use async_graphql::{
    Context, EmptySubscription, Error, ID, InputObject, InputValueResult, Object, Scalar,
    ScalarType, Schema, SimpleObject, Value,
};

use super::{
    owner::Owner,
    refusal::Refusal,
    state::State,
    store::{NewSubscription, Subscription},
    token::{Scope, Token},
};
use crate::lock::lock;

pub(crate) type HappyColisSchema = Schema<Query, Mutation, EmptySubscription>;

/// The schema over this state. Each request brings its `Token` as data.
pub(crate) fn build(state: Arc<Mutex<State>>) -> HappyColisSchema {
    Schema::build(Query, Mutation, EmptySubscription)
        .data(state)
        .finish()
}

/// The scalar takes any JSON: that `headers` is an object is checked where the error gets its path.
struct JsonObject(Value);

#[Scalar(name = "JSONObject")]
impl ScalarType for JsonObject {
    fn parse(value: Value) -> InputValueResult<Self> {
        Ok(Self(value))
    }

    fn to_value(&self) -> Value {
        self.0.clone()
    }
}

#[derive(InputObject)]
struct IntegrationWebhookInput {
    end_point: String,
    #[graphql(name = "type")]
    kind: Option<String>,
    headers: Option<JsonObject>,
    /// Reserved, not used on create.
    id: Option<ID>,
    /// Reserved, not used on create.
    integration_id: Option<ID>,
}

#[derive(SimpleObject)]
struct Integration {
    id: ID,
    name: Option<String>,
    #[graphql(name = "type")]
    kind: Option<String>,
    webhooks: Vec<IntegrationWebhook>,
}

#[derive(SimpleObject)]
struct IntegrationWebhook {
    id: ID,
    #[graphql(name = "type")]
    kind: Option<String>,
    health: Option<String>,
    end_point: Option<String>,
}

impl From<Subscription> for IntegrationWebhook {
    fn from(stored: Subscription) -> Self {
        Self {
            id: stored.id.into(),
            kind: stored.kind,
            health: stored.health,
            end_point: Some(stored.end_point),
        }
    }
}

/// The access mode that a field belongs to, section 1.6.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Integration,
    OauthClient,
}

/// Runs `work` on the state for a token of the right mode.
fn guarded<T>(
    ctx: &Context<'_>,
    mode: Mode,
    work: impl FnOnce(&mut State, &Token) -> Result<T, Refusal>,
) -> Result<T, Error> {
    let token = ctx.data::<Token>()?;
    let mut state = lock(ctx.data::<Arc<Mutex<State>>>()?);
    let own = match token.owner {
        Owner::Integration(_) => Mode::Integration,
        Owner::OauthClient(_) => Mode::OauthClient,
    };
    let result = if own == mode {
        work(&mut state, token)
    } else {
        Err(Refusal::WrongTokenKind)
    };
    result.map_err(|refusal| refusal.error(state.switches.forbidden))
}

pub(crate) struct Query;

#[Object]
impl Query {
    async fn integration(&self, ctx: &Context<'_>, id: String) -> Result<Integration, Error> {
        guarded(ctx, Mode::Integration, |state, token| {
            token.require(Scope::ViewIntegrations)?;
            let record = state.store.integration(&token.owner, &id)?;
            Ok(Integration {
                id: record.id.clone().into(),
                name: Some(record.name.clone()),
                kind: Some(record.kind.clone()),
                webhooks: state
                    .store
                    .of(&token.owner)
                    .cloned()
                    .map(Into::into)
                    .collect(),
            })
        })
    }
}

pub(crate) struct Mutation;

#[Object]
impl Mutation {
    async fn integration_webhook_create(
        &self,
        ctx: &Context<'_>,
        input: IntegrationWebhookInput,
    ) -> Result<IntegrationWebhook, Error> {
        guarded(ctx, Mode::Integration, |state, token| {
            token.require(Scope::EditIntegrations)?;
            state
                .store
                .create(&token.owner, input.into())
                .map(Into::into)
        })
    }

    async fn oauth_webhook_create(
        &self,
        ctx: &Context<'_>,
        input: IntegrationWebhookInput,
    ) -> Result<IntegrationWebhook, Error> {
        guarded(ctx, Mode::OauthClient, |state, token| {
            state
                .store
                .create(&token.owner, input.into())
                .map(Into::into)
        })
    }

    async fn integration_webhook_remove(
        &self,
        ctx: &Context<'_>,
        id: String,
    ) -> Result<IntegrationWebhook, Error> {
        guarded(ctx, Mode::Integration, |state, token| {
            token.require(Scope::EditIntegrations)?;
            state.store.remove(&token.owner, &id).map(Into::into)
        })
    }

    async fn oauth_webhook_remove(
        &self,
        ctx: &Context<'_>,
        id: String,
    ) -> Result<IntegrationWebhook, Error> {
        guarded(ctx, Mode::OauthClient, |state, token| {
            state.store.remove(&token.owner, &id).map(Into::into)
        })
    }
}

impl From<IntegrationWebhookInput> for NewSubscription {
    /// The reserved fields are taken in and not used.
    fn from(input: IntegrationWebhookInput) -> Self {
        // A value without a JSON form is none that a JSON body can bring.
        let headers = input
            .headers
            .and_then(|JsonObject(value)| value.into_json().ok());
        Self {
            end_point: input.end_point,
            kind: input.kind,
            headers,
        }
    }
}
