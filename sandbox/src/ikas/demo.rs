//! The demo data: a merchant with one private app, and a token for every situation.

use super::{
    sales_channel::{SalesChannel, SalesChannelTypeEnum},
    schema::Timestamp,
    store::{App, Store, Webhook},
    token::{Permission, Token},
};

/// `merchantId` of every delivery.
pub const MERCHANT: &str = "6a7b8c9d-0e1f-4a2b-8c3d-4e5f6a7b8c9d";
/// `authorizedAppId` of the demo app.
pub const APP: &str = "7b8c9d0e-1f2a-4b3c-8d4e-5f6a7b8c9d0e";
/// `authorizedAppId` of an app that the merchant has removed.
pub const REMOVED_APP: &str = "8c9d0e1f-2a3b-4c4d-9e5f-6a7b8c9d0e1f";

/// Private app token of [`APP`].
pub const TOKEN: &str = "pegboard-demo-ikas";
/// Token of [`APP`] that has expired.
pub const EXPIRED_TOKEN: &str = "pegboard-demo-ikas-expired";
/// Token of [`APP`] that may not touch webhooks.
pub const NO_PERMISSION_TOKEN: &str = "pegboard-demo-ikas-no-permission";
/// Token of [`REMOVED_APP`].
pub const REMOVED_APP_TOKEN: &str = "pegboard-demo-ikas-removed-app";

/// Id of the sales channel "Online store", of type `STOREFRONT`.
pub const STOREFRONT_CHANNEL: &str = "9d0e1f2a-3b4c-4d5e-8f60-7a8b9c0d1e2f";
/// Id of the sales channel "Admin", of type `ADMIN`.
pub const ADMIN_CHANNEL: &str = "0e1f2a3b-4c5d-4e6f-9071-8b9c0d1e2f3a";

/// Signs every delivery, ikas contract, section 5.2: the client secret of the app.
pub const CLIENT_SECRET: &str = "ikas-test-client-secret";

/// 3 September 2025, 08:00 UTC, in milliseconds since 1970.
const CREATED: i64 = 1_756_886_400_000;
const MINUTE: i64 = 60_000;

/// Scope, endpoint, whether it is marked as deleted, and for which sales channels it is.
type Row = (&'static str, &'static str, bool, &'static [&'static str]);

/// The wall of [`APP`], section 11.2, item 10.
const WALL: [Row; 4] = [
    (
        "store/order/created",
        "https://receiver.example/ikas/orders",
        false,
        &[STOREFRONT_CHANNEL],
    ),
    (
        "store/order/updated",
        "https://receiver.example/ikas/orders",
        false,
        &[],
    ),
    (
        "store/stock/updated",
        "https://wms.example-logistics.com/in/ikas-stock",
        false,
        &[],
    ),
    (
        "store/customer/created",
        "https://crm.example-shop.com/hooks/ikas",
        true,
        &[],
    ),
];

/// Apps, tokens, sales channels and webhooks as they are after every reset.
pub(crate) fn store() -> Store {
    let app = |id, removed| App { id, removed };
    let token = |value, app| Token {
        value,
        app,
        permission: match value {
            NO_PERMISSION_TOKEN => Permission::Missing,
            _ => Permission::Granted,
        },
        expired: value == EXPIRED_TOKEN,
    };
    Store {
        apps: vec![app(APP, false), app(REMOVED_APP, true)],
        tokens: vec![
            token(TOKEN, APP),
            token(EXPIRED_TOKEN, APP),
            token(NO_PERMISSION_TOKEN, APP),
            token(REMOVED_APP_TOKEN, REMOVED_APP),
        ],
        sales_channels: vec![
            channel(
                STOREFRONT_CHANNEL,
                "Online store",
                SalesChannelTypeEnum::Storefront,
            ),
            channel(ADMIN_CHANNEL, "Admin", SalesChannelTypeEnum::Admin),
        ],
        webhooks: wall().collect(),
    }
}

fn channel(id: &str, name: &str, kind: SalesChannelTypeEnum) -> SalesChannel {
    SalesChannel {
        created_at: Some(Timestamp(CREATED)),
        deleted: false,
        id: id.to_owned(),
        name: name.to_owned(),
        payment_gateways: None,
        price_list_id: None,
        stock_locations: None,
        kind,
        updated_at: Some(Timestamp(CREATED)),
    }
}

fn wall() -> impl Iterator<Item = Webhook> {
    WALL.iter()
        .zip(1_i64..)
        .map(|((scope, endpoint, deleted, channels), number)| Webhook {
            id: format!("2b3c4d5e-6f70-4182-93a4-{number:012}"),
            created_at: CREATED + number * MINUTE,
            updated_at: CREATED + number * MINUTE,
            deleted: *deleted,
            sales_channel_ids: channels.iter().map(|id| (*id).to_owned()).collect(),
            ..Webhook::new(APP, scope, endpoint)
        })
}
