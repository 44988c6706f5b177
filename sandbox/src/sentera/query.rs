use std::marker::PhantomData;

use async_graphql::{Context, Error, ID, Object, OutputType};

use super::{
    organization::{Organization, OrganizationType},
    page::{Page, Pagination},
    schema::with,
    subscription::WebhookSubscription,
    token::Token,
};

/// The documented queries; `O` is the organization, with or without the lists of section 2.1.
pub(super) struct OrganizationQuery<O>(PhantomData<O>);

impl<O> Default for OrganizationQuery<O> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

#[Object(rename_fields = "snake_case", rename_args = "snake_case")]
impl<O> OrganizationQuery<O>
where
    O: OutputType + From<Organization>,
    Page<Option<O>>: OutputType,
{
    /// Organizations the user can access, flattened.
    async fn organizations(
        &self,
        ctx: &Context<'_>,
        organization_sentera_ids: Option<Vec<ID>>,
        organization_type: Option<OrganizationType>,
        pagination: Pagination,
        #[graphql(desc = "Only organizations below this one; it is not in the result itself.")]
        parent_organization_id: Option<ID>,
    ) -> Result<Page<Option<O>>, Error> {
        // Every organization is of the one type that is assumed, so the filter leaves all.
        let _ = organization_type;
        with(ctx, |state, token| {
            let below = |known: &Organization| {
                let parent = parent_organization_id.as_ref();
                parent.is_none_or(|parent| state.store.is_below(known.id, parent))
            };
            let accessible = |known: &&Organization| token.can_access(known.id) && below(known);
            let found: Vec<Organization> = match &organization_sentera_ids {
                None => {
                    let all = state.store.organizations.iter();
                    all.filter(accessible).cloned().collect()
                }
                Some(ids) => {
                    let named = ids.iter().filter_map(|id| state.store.organization(id));
                    named.filter(accessible).cloned().collect()
                }
            };
            Page::of(
                found.into_iter().map(|found| Some(found.into())),
                pagination,
            )
        })
    }

    /// The organization to which the user belongs.
    async fn user_organization(&self, ctx: &Context<'_>) -> Result<Option<O>, Error> {
        with(ctx, |state, token| {
            let own = token.organizations.first();
            let own = own.and_then(|own| state.store.organization(own));
            own.cloned().map(Into::into)
        })
    }
}

/// The lists of section 2.1, which no page documents.
#[derive(Default)]
pub(super) struct ListQuery;

#[Object(rename_fields = "snake_case", rename_args = "snake_case")]
impl ListQuery {
    async fn webhook_subscriptions(
        &self,
        ctx: &Context<'_>,
        organization_sentera_id: ID,
        pagination: Pagination,
    ) -> Result<Page<WebhookSubscription>, Error> {
        with(ctx, |state, token| {
            let listed = state.store.of(&organization_sentera_id);
            let listed = listed.filter(|known| token.can_access(&known.organization));
            let listed: Vec<_> = listed.cloned().collect();
            Page::of(listed.into_iter().map(Into::into), pagination)
        })
    }

    async fn webhook_subscription(
        &self,
        ctx: &Context<'_>,
        sentera_id: ID,
    ) -> Result<Option<WebhookSubscription>, Error> {
        with(ctx, |state, token: &Token| {
            let known = state.store.subscription(&sentera_id).cloned();
            known
                .filter(|known| token.can_access(&known.organization))
                .map(Into::into)
        })
    }
}
