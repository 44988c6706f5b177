use async_graphql::{Enum, InputObject, SimpleObject};

use super::schema::Timestamp;

/// A sales channel of the merchant.
#[derive(Clone, Debug, SimpleObject)]
pub(crate) struct SalesChannel {
    pub created_at: Option<Timestamp>,
    pub deleted: bool,
    pub id: String,
    pub name: String,
    pub payment_gateways: Option<Vec<SalesChannelPaymentGateway>>,
    pub price_list_id: Option<String>,
    pub stock_locations: Option<Vec<SalesChannelStockLocation>>,
    #[graphql(name = "type")]
    pub kind: SalesChannelTypeEnum,
    pub updated_at: Option<Timestamp>,
}

#[derive(Clone, Debug, SimpleObject)]
pub(crate) struct SalesChannelPaymentGateway {
    pub id: String,
    pub order: f64,
}

#[derive(Clone, Debug, SimpleObject)]
pub(crate) struct SalesChannelStockLocation {
    pub id: String,
    pub order: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub(crate) enum SalesChannelTypeEnum {
    Admin,
    App,
    #[graphql(name = "B2B_STOREFRONT")]
    B2bStorefront,
    Facebook,
    Google,
    Pos,
    Storefront,
    StorefrontApp,
}

/// A filter on a string; what is left out filters nothing.
#[derive(InputObject)]
pub(crate) struct StringFilterInput {
    eq: Option<String>,
    #[graphql(name = "in")]
    one_of: Option<Vec<String>>,
    ne: Option<String>,
    nin: Option<Vec<String>>,
}

impl StringFilterInput {
    pub fn fits(&self, value: &str) -> bool {
        let is = |other: &String| other == value;
        self.eq.as_ref().is_none_or(is)
            && !self.ne.as_ref().is_some_and(is)
            && self.one_of.as_ref().is_none_or(|list| list.iter().any(is))
            && !self.nin.as_ref().is_some_and(|list| list.iter().any(is))
    }
}
