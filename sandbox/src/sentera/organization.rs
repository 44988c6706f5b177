use async_graphql::{ComplexObject, Context, Enum, Error, ID, SimpleObject};

use super::{
    page::{Page, Pagination},
    schema::with,
    subscription::WebhookSubscription,
};

/// An organization of the sandbox, with its place in the tree.
#[derive(Clone, Debug)]
pub(crate) struct Organization {
    pub id: &'static str,
    pub name: &'static str,
    pub parent: Option<&'static str>,
}

/// What kind of organization it is.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
pub(crate) enum OrganizationType {
    Standard,
}

/// The fields that an organization has with and without discovery.
#[derive(SimpleObject)]
#[graphql(rename_fields = "snake_case")]
struct OrganizationFields {
    #[graphql(name = "address_1")]
    address_1: Option<String>,
    #[graphql(name = "address_2")]
    address_2: Option<String>,
    city: Option<String>,
    country_code: String,
    email: String,
    name: String,
    organization_type: OrganizationType,
    parent_organization_id: Option<ID>,
    phone_number: Option<String>,
    sentera_id: ID,
}

impl From<Organization> for OrganizationFields {
    fn from(organization: Organization) -> Self {
        Self {
            address_1: None,
            address_2: None,
            city: Some("Minneapolis".to_owned()),
            country_code: "US".to_owned(),
            email: "office@example-farm.com".to_owned(),
            name: organization.name.to_owned(),
            organization_type: OrganizationType::Standard,
            parent_organization_id: organization.parent.map(ID::from),
            phone_number: None,
            sentera_id: organization.id.into(),
        }
    }
}

/// An organization.
#[derive(SimpleObject)]
#[graphql(name = "Organization", rename_fields = "snake_case")]
pub(crate) struct PlainOrganization {
    #[graphql(flatten)]
    fields: OrganizationFields,
}

/// An organization that lists its subscriptions.
#[derive(SimpleObject)]
#[graphql(complex, name = "Organization", rename_fields = "snake_case")]
pub(crate) struct ListingOrganization {
    #[graphql(flatten)]
    fields: OrganizationFields,
}

/// Items of a result can be null, contradiction 9.7.
pub(crate) type Item = Option<PlainOrganization>;
pub(crate) type ListingItem = Option<ListingOrganization>;

impl From<Organization> for PlainOrganization {
    fn from(organization: Organization) -> Self {
        Self {
            fields: organization.into(),
        }
    }
}

impl From<Organization> for ListingOrganization {
    fn from(organization: Organization) -> Self {
        Self {
            fields: organization.into(),
        }
    }
}

#[ComplexObject(rename_fields = "snake_case", rename_args = "snake_case")]
impl ListingOrganization {
    async fn webhook_subscriptions(
        &self,
        ctx: &Context<'_>,
        pagination: Pagination,
    ) -> Result<Page<WebhookSubscription>, Error> {
        with(ctx, |state, _| {
            let listed: Vec<_> = state.store.of(&self.fields.sentera_id).cloned().collect();
            Page::of(listed.into_iter().map(Into::into), pagination)
        })
    }
}
