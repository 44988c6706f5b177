//! The documented subsets of both schemas, ikas contract, section 2. Each version has its own save
//! mutation and its own `me`, and shares the rest.

use std::sync::{Arc, Mutex};

use async_graphql::{
    Context, EmptySubscription, Error, ID, InputObject, InputValueError, InputValueResult,
    MergedObject, Object, ObjectType, Scalar, ScalarType, Schema, SimpleObject, Value,
};

use super::{
    merchant::{AuthorizedApp, Me, MeWithScopes, Merchant},
    refusal::Refusal,
    sales_channel::{SalesChannel, StringFilterInput},
    state::State,
    store::{Save, Webhook},
    token::{Permission, Token},
    version::Version,
};
use crate::lock::lock;

pub(super) type SchemaV1 = Schema<QueryV1, MutationV1, EmptySubscription>;
pub(super) type SchemaV2 = Schema<QueryV2, MutationV2, EmptySubscription>;

/// A schema over this state. Each request brings its `Token` as data, where it has one.
pub(super) fn build<Q, M>(state: &Arc<Mutex<State>>) -> Schema<Q, M, EmptySubscription>
where
    Q: ObjectType + Default + 'static,
    M: ObjectType + Default + 'static,
{
    Schema::build(Q::default(), M::default(), EmptySubscription)
        .data(Arc::clone(state))
        .finish()
}

/// Milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timestamp(pub i64);

#[Scalar]
impl ScalarType for Timestamp {
    fn parse(value: Value) -> InputValueResult<Self> {
        match value {
            Value::Number(number) => number.as_i64().map(Self),
            _ => None,
        }
        .ok_or_else(|| InputValueError::custom("a number of milliseconds is expected"))
    }

    fn to_value(&self) -> Value {
        self.0.into()
    }
}

#[derive(SimpleObject)]
#[graphql(name = "Webhook")]
struct WebhookObject {
    created_at: Option<Timestamp>,
    deleted: bool,
    /// URL that webhooks are sent to.
    endpoint: String,
    id: ID,
    /// Plain String, not an enum.
    scope: String,
    updated_at: Option<Timestamp>,
}

impl From<Webhook> for WebhookObject {
    fn from(stored: Webhook) -> Self {
        Self {
            created_at: Some(Timestamp(stored.created_at)),
            deleted: stored.deleted,
            endpoint: stored.endpoint,
            id: stored.id.into(),
            scope: stored.scope,
            updated_at: Some(Timestamp(stored.updated_at)),
        }
    }
}

#[derive(InputObject)]
struct WebhookInput {
    endpoint: String,
    sales_channel_ids: Option<Vec<String>>,
    /// One or more of: store/order/created, store/order/updated, store/product/created,
    /// store/product/updated, store/customer/created, store/customer/updated,
    /// store/customerFavoriteProducts/created, store/customerFavoriteProducts/updated,
    /// store/stock/created, store/stock/updated.
    scopes: Vec<String>,
}

impl From<WebhookInput> for Save {
    fn from(input: WebhookInput) -> Self {
        Self {
            endpoint: input.endpoint,
            scopes: input.scopes,
            sales_channel_ids: input.sales_channel_ids.unwrap_or_default(),
        }
    }
}

/// Runs `work` on the state for the token of the request.
fn with<T>(
    ctx: &Context<'_>,
    work: impl FnOnce(&mut State, &Token) -> Result<T, Refusal>,
) -> Result<T, Error> {
    let token = ctx.data::<Token>()?;
    let mut state = lock(ctx.data::<Arc<Mutex<State>>>()?);
    Ok(work(&mut state, token)?)
}

/// The same for the operations on webhooks, which need a permission.
fn with_webhooks<T>(
    ctx: &Context<'_>,
    work: impl FnOnce(&mut State, &Token) -> T,
) -> Result<T, Error> {
    with(ctx, |state, token| match token.permission {
        Permission::Granted => Ok(work(state, token)),
        Permission::Missing => Err(Refusal::Unauthorized),
    })
}

/// What only an installed app may ask for.
fn installed<T>(ctx: &Context<'_>, value: impl FnOnce(&Token) -> T) -> Result<T, Error> {
    with(ctx, |state, token| {
        let there = state.store.installed(token.app);
        there.then(|| value(token)).ok_or(Refusal::Unauthorized)
    })
}

#[derive(Default)]
pub(super) struct SharedQuery;

#[Object]
impl SharedQuery {
    /// Lists the webhooks of the application. No arguments, no pagination.
    async fn list_webhook(&self, ctx: &Context<'_>) -> Result<Vec<WebhookObject>, Error> {
        with_webhooks(ctx, |state, token| {
            let installed = state.store.installed(token.app);
            let webhooks = state.store.of(token.app).filter(|_| installed);
            webhooks.cloned().map(Into::into).collect()
        })
    }

    async fn list_sales_channel(
        &self,
        ctx: &Context<'_>,
        id: Option<StringFilterInput>,
    ) -> Result<Vec<SalesChannel>, Error> {
        let channels = with(ctx, |state, _| Ok(state.store.sales_channels.clone()))?;
        let fits = |channel: &SalesChannel| id.as_ref().is_none_or(|id| id.fits(&channel.id));
        Ok(channels.into_iter().filter(fits).collect())
    }

    async fn get_merchant(&self, ctx: &Context<'_>) -> Result<Merchant, Error> {
        installed(ctx, |_| Merchant::demo())
    }

    async fn get_authorized_app(&self, ctx: &Context<'_>) -> Result<Option<AuthorizedApp>, Error> {
        with(ctx, |state, token| {
            let there = state.store.installed(token.app);
            Ok(there.then(|| AuthorizedApp::of(token.app)))
        })
    }
}

#[derive(Default)]
pub(super) struct MeQueryV1;

#[Object]
impl MeQueryV1 {
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<MeWithScopes>, Error> {
        installed(ctx, |token| Some(MeWithScopes::of(token.app)))
    }
}

#[derive(Default)]
pub(super) struct MeQueryV2;

#[Object]
impl MeQueryV2 {
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>, Error> {
        installed(ctx, |token| Some(Me::of(token.app)))
    }
}

#[derive(Default, MergedObject)]
#[graphql(name = "Query")]
pub(super) struct QueryV1(SharedQuery, MeQueryV1);

#[derive(Default, MergedObject)]
#[graphql(name = "Query")]
pub(super) struct QueryV2(SharedQuery, MeQueryV2);

#[derive(Default)]
pub(super) struct SharedMutation;

#[Object]
impl SharedMutation {
    async fn delete_webhook(&self, ctx: &Context<'_>, scopes: Vec<String>) -> Result<bool, Error> {
        let deleted = with_webhooks(ctx, |state, token| {
            let State {
                store, switches, ..
            } = state;
            store.delete(token.app, &scopes, switches)
        })?;
        Ok(deleted?)
    }
}

/// What a save answers. A refused save nulls its field alone, a missing permission all of `data`, as
/// the contract has them in section 11.2: hence the two results.
type Saved = Option<Result<Vec<WebhookObject>, Error>>;

fn save(ctx: &Context<'_>, input: WebhookInput, version: Version) -> Result<Saved, Error> {
    with_webhooks(ctx, |state, token| {
        let State {
            store, switches, ..
        } = state;
        let saved = store.save(token.app, &input.into(), version, switches);
        let rows = saved.map(|rows| rows.into_iter().map(Into::into).collect());
        Some(rows.map_err(Into::into))
    })
}

#[derive(Default)]
pub(super) struct SaveV1;

#[Object]
impl SaveV1 {
    async fn save_webhook(&self, ctx: &Context<'_>, input: WebhookInput) -> Result<Saved, Error> {
        save(ctx, input, Version::V1)
    }
}

#[derive(Default)]
pub(super) struct SaveV2;

#[Object]
impl SaveV2 {
    /// Plural in v2.
    async fn save_webhooks(&self, ctx: &Context<'_>, input: WebhookInput) -> Result<Saved, Error> {
        save(ctx, input, Version::V2)
    }
}

#[derive(Default, MergedObject)]
#[graphql(name = "Mutation")]
pub(super) struct MutationV1(SharedMutation, SaveV1);

#[derive(Default, MergedObject)]
#[graphql(name = "Mutation")]
pub(super) struct MutationV2(SharedMutation, SaveV2);
