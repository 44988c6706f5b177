//! Who a token belongs to, ikas contract, section 2: the app, and its merchant.

use async_graphql::{Enum, SimpleObject};

use super::{
    demo::{MERCHANT, STOREFRONT_CHANNEL},
    schema::Timestamp,
};

/// When the demo app was added, in milliseconds since 1970.
const ADDED: i64 = 1_756_800_000_000;

/// The granted OAuth scopes, as `scope` writes them.
const GRANTED: &str = "read_orders,write_orders,read_products,read_customers";

/// What both versions know of the app behind a token (in v2 an assumption, section 2.2).
#[derive(SimpleObject)]
struct Identity {
    added_date: Option<Timestamp>,
    email: Option<String>,
    id: Option<String>,
    name: Option<String>,
    partner_id: Option<String>,
    sales_channel_id: Option<String>,
    scope: Option<String>,
    store_app_id: Option<String>,
    supports_multiple_installation: Option<bool>,
}

impl Identity {
    fn of(app: &str) -> Self {
        Self {
            added_date: Some(Timestamp(ADDED)),
            email: Some("demo@example-shop.com".to_owned()),
            id: Some(app.to_owned()),
            name: Some("Pegboard".to_owned()),
            partner_id: None,
            sales_channel_id: Some(STOREFRONT_CHANNEL.to_owned()),
            scope: Some(GRANTED.to_owned()),
            store_app_id: Some(app.to_owned()),
            supports_multiple_installation: Some(false),
        }
    }
}

/// The app behind the token.
#[derive(SimpleObject)]
#[graphql(name = "MeResponse")]
pub(super) struct Me {
    #[graphql(flatten)]
    identity: Identity,
}

impl Me {
    pub fn of(app: &str) -> Self {
        Self {
            identity: Identity::of(app),
        }
    }
}

/// The app behind the token, with its scopes as an enum.
#[derive(SimpleObject)]
#[graphql(name = "MeResponse")]
pub(super) struct MeWithScopes {
    #[graphql(flatten)]
    identity: Identity,
    scopes: Option<Vec<AppScopeEnum>>,
}

impl MeWithScopes {
    pub fn of(app: &str) -> Self {
        let scopes = [
            AppScopeEnum::ReadOrders,
            AppScopeEnum::WriteOrders,
            AppScopeEnum::ReadProducts,
            AppScopeEnum::ReadCustomers,
        ];
        Self {
            identity: Identity::of(app),
            scopes: Some(scopes.into()),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Enum)]
pub(super) enum AppScopeEnum {
    ReadCampaigns,
    ReadCustomers,
    ReadInventories,
    ReadOrders,
    ReadProducts,
    WriteCampaigns,
    WriteCustomers,
    WriteInventories,
    WriteOrders,
    WriteProducts,
    WriteStorefront,
}

#[derive(SimpleObject)]
#[graphql(name = "MerchantResponse")]
pub(super) struct Merchant {
    email: String,
    first_name: String,
    id: String,
    last_name: String,
    merchant_name: Option<String>,
    merchant_sequence: Option<f64>,
    phone_number: Option<String>,
    store_name: Option<String>,
}

impl Merchant {
    pub fn demo() -> Self {
        Self {
            email: "demo@example-shop.com".to_owned(),
            first_name: "Ayşe".to_owned(),
            id: MERCHANT.to_owned(),
            last_name: "Yılmaz".to_owned(),
            merchant_name: Some("Example Shop".to_owned()),
            merchant_sequence: Some(4711.0),
            phone_number: None,
            store_name: Some("example-shop".to_owned()),
        }
    }
}

#[derive(SimpleObject)]
pub(super) struct AuthorizedApp {
    added_date: Timestamp,
    created_at: Option<Timestamp>,
    deleted: bool,
    id: String,
    partner_id: String,
    sales_channel_id: Option<String>,
    scope: String,
    store_app_id: String,
    supports_multiple_installation: Option<bool>,
    updated_at: Option<Timestamp>,
}

impl AuthorizedApp {
    pub fn of(app: &str) -> Self {
        Self {
            added_date: Timestamp(ADDED),
            created_at: Some(Timestamp(ADDED)),
            deleted: false,
            id: app.to_owned(),
            partner_id: MERCHANT.to_owned(),
            sales_channel_id: Some(STOREFRONT_CHANNEL.to_owned()),
            scope: GRANTED.to_owned(),
            store_app_id: app.to_owned(),
            supports_multiple_installation: Some(false),
            updated_at: Some(Timestamp(ADDED)),
        }
    }
}
