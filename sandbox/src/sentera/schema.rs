//! The documented subset of the schema, Sentera contract, section 2, and the same with the lists of
//! section 2.1, which a client can only discover.

use std::sync::{Arc, Mutex};

use async_graphql::{
    Context, EmptySubscription, Error, MergedObject, ObjectType, Schema as GraphqlSchema,
};

use super::{
    mutation::Mutation,
    organization::{ListingOrganization, PlainOrganization},
    query::{ListQuery, OrganizationQuery},
    state::State,
    token::Token,
};
use crate::lock::lock;

pub(super) type Schema<Q> = GraphqlSchema<Q, Mutation, EmptySubscription>;

/// What can be read.
#[derive(Default, MergedObject)]
#[graphql(name = "Query")]
pub(super) struct Query(OrganizationQuery<PlainOrganization>);

/// What can be read, lists of subscriptions included.
#[derive(Default, MergedObject)]
#[graphql(name = "Query")]
pub(super) struct DiscoverableQuery(OrganizationQuery<ListingOrganization>, ListQuery);

/// The schema over this state. Each request brings its `Token` as data.
pub(super) fn build<Q: ObjectType + Default + 'static>(state: &Arc<Mutex<State>>) -> Schema<Q> {
    Schema::build(Q::default(), Mutation, EmptySubscription)
        .data(Arc::clone(state))
        .finish()
}

/// Runs `work` on the state for the token of the request.
pub(super) fn with<T>(
    ctx: &Context<'_>,
    work: impl FnOnce(&mut State, &Token) -> T,
) -> Result<T, Error> {
    let token = ctx.data::<Token>()?;
    let mut state = lock(ctx.data::<Arc<Mutex<State>>>()?);
    Ok(work(&mut state, token))
}
