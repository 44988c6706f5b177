//! The demo data: tokens of every kind, and the wall of a merchant with some trouble on it.

use serde_json::Value;

use super::{
    owner::Owner,
    store::{IntegrationRecord, Store, Subscription},
    token::{Scope, Token},
};

/// The integration of the demo tokens.
pub const INTEGRATION: &str = "int_550e8400-e29b-41d4-a716-446655440000";
/// The integration of [`SECOND_INTEGRATION_TOKEN`].
pub const SECOND_INTEGRATION: &str = "int_6ba7b810-9dad-41d1-80b4-00c04fd430c8";
/// The OAuth client of [`OAUTH_TOKEN`].
pub const OAUTH_CLIENT: &str = "client://pegboard-demo";
/// The OAuth client of [`SECOND_OAUTH_TOKEN`].
pub const SECOND_OAUTH_CLIENT: &str = "client://pegboard-second";
/// The organization of all of them but the second OAuth client; `aud` of [`OAUTH_TOKEN`].
pub const ORGANIZATION: &str = "7d0a8a6e-2f7d-4c69-9a4f-3c1d5e8b9f10";
/// The organization of the second OAuth client.
pub const SECOND_ORGANIZATION: &str = "c2b1f0de-5a44-4f0b-8e3d-6a7b8c9d0e1f";

/// Integration App token of [`INTEGRATION`] with both scopes.
pub const INTEGRATION_TOKEN: &str = "pegboard-demo-integration";
/// Integration App token of [`INTEGRATION`] with `view_integrations` only.
pub const VIEW_ONLY_TOKEN: &str = "pegboard-demo-view-only";
/// Integration App token of [`INTEGRATION`] with `edit_integrations` only: it cannot list.
pub const EDIT_ONLY_TOKEN: &str = "pegboard-demo-edit-only";
/// Integration App token of [`INTEGRATION`] that has expired.
pub const EXPIRED_TOKEN: &str = "pegboard-demo-expired";
/// Integration App token of [`SECOND_INTEGRATION`] with both scopes.
pub const SECOND_INTEGRATION_TOKEN: &str = "pegboard-demo-second-integration";
/// Access token of [`OAUTH_CLIENT`]: a JWT that names its organization and expires in 2100.
pub const OAUTH_TOKEN: &str = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJ0b2tlbi1wZWdib2FyZC1kZW1vIiwiYXVkIjoiN2QwYThhNmUtMmY3ZC00YzY5LTlhNGYtM2MxZDVlOGI5ZjEwIiwic3ViIjoiY2xpZW50Oi8vcGVnYm9hcmQtZGVtbyIsImV4cCI6NDEwMjQ0NDgwMH0.pegboard-demo-oauth-client";
/// Access token of [`SECOND_OAUTH_CLIENT`], of the same form.
pub const SECOND_OAUTH_TOKEN: &str = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJpc3MiOiJ0b2tlbi1wZWdib2FyZC1zZWNvbmQiLCJhdWQiOiJjMmIxZjBkZS01YTQ0LTRmMGItOGUzZC02YTdiOGM5ZDBlMWYiLCJzdWIiOiJjbGllbnQ6Ly9wZWdib2FyZC1zZWNvbmQiLCJleHAiOjQxMDI0NDQ4MDB9.pegboard-second-oauth-client";

/// Signs every delivery, HappyColis contract, section 5.2: one secret per application.
pub const CLIENT_SECRET: &str = "happycolis-test-client-secret";

/// Event type, endpoint, health, custom headers.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// The wall of [`INTEGRATION`]. The last row is a legacy one, which the platform would refuse today.
const WALL: [Row; 13] = [
    (
        "order/created",
        "https://hooks.example-erp.com/happycolis/orders",
        "HEALTHY",
        &[("X-Secret-Token", "erp-4711")],
    ),
    (
        "order/updated",
        "https://hooks.example-erp.com/happycolis/orders",
        "HEALTHY",
        &[("X-Secret-Token", "erp-4711")],
    ),
    (
        "order/cancelled",
        "https://hooks.example-erp.com/happycolis/cancellations",
        "HEALTHY",
        &[],
    ),
    (
        "delivery_order/created",
        "https://wms.example-logistics.com/in/delivery-orders",
        "HEALTHY",
        &[("X-Api-Key", "wms-demo"), ("X-Warehouse", "LYS-2")],
    ),
    (
        "delivery_order/completed",
        "https://wms.example-logistics.com/in/delivery-orders",
        "FAILING",
        &[("X-Api-Key", "wms-demo")],
    ),
    (
        "shipment/created",
        "https://receiver.example/shipments",
        "HEALTHY",
        &[],
    ),
    (
        "shipment/shipping_event",
        "https://receiver.example/tracking",
        "HEALTHY",
        &[("X-Tracking-Key", "demo")],
    ),
    (
        "shipment/completed",
        "https://receiver.example/shipments",
        "HEALTHY",
        &[],
    ),
    (
        "stock_reference/movement_created",
        "https://stock.example-shop.com/webhooks/movements",
        "DEGRADED",
        &[],
    ),
    (
        "product/updated",
        "https://catalog.example-shop.com/webhooks/products",
        "FAILING",
        &[],
    ),
    (
        "variant/price/added",
        "https://catalog.example-shop.com/webhooks/prices",
        "HEALTHY",
        &[],
    ),
    (
        "vendor/created",
        "https://hooks.example-erp.com/happycolis/vendors",
        "HEALTHY",
        &[],
    ),
    (
        "location/activated",
        "http://legacy.example-erp.com/hooks.php",
        "HEALTHY",
        &[],
    ),
];

/// What the second integration has.
const SECOND_WALL: [(&str, &str); 2] = [
    (
        "order/created",
        "https://orders.example-market.com/happycolis",
    ),
    (
        "transfer_order/opened",
        "https://orders.example-market.com/transfers",
    ),
];

/// Tokens, integrations and subscriptions as they are after every reset.
pub(crate) fn store() -> Store {
    let demo = Owner::Integration(INTEGRATION.to_owned());
    let second = Owner::Integration(SECOND_INTEGRATION.to_owned());
    let view = vec![Scope::ViewIntegrations];
    let edit = vec![Scope::EditIntegrations];
    let both = vec![Scope::ViewIntegrations, Scope::EditIntegrations];
    let client = |id: &str| Owner::OauthClient(id.to_owned());
    let token = |value: &str, owner: &Owner, scopes: &[Scope]| Token {
        value: value.to_owned(),
        owner: owner.clone(),
        organization: match value {
            SECOND_OAUTH_TOKEN => SECOND_ORGANIZATION,
            _ => ORGANIZATION,
        },
        scopes: scopes.to_vec(),
        expired: value == EXPIRED_TOKEN,
    };
    let integration = |id: &str, name: &str| IntegrationRecord {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: "PRIVATE".to_owned(),
    };
    Store {
        integrations: vec![
            integration(INTEGRATION, "My ERP Integration"),
            integration(SECOND_INTEGRATION, "Marketplace Connector"),
        ],
        tokens: vec![
            token(INTEGRATION_TOKEN, &demo, &both),
            token(VIEW_ONLY_TOKEN, &demo, &view),
            token(EDIT_ONLY_TOKEN, &demo, &edit),
            token(EXPIRED_TOKEN, &demo, &both),
            token(SECOND_INTEGRATION_TOKEN, &second, &both),
            token(OAUTH_TOKEN, &client(OAUTH_CLIENT), &[]),
            token(SECOND_OAUTH_TOKEN, &client(SECOND_OAUTH_CLIENT), &[]),
        ],
        subscriptions: wall(&demo).chain(second_wall(&second)).collect(),
        ..Store::default()
    }
}

fn wall(owner: &Owner) -> impl Iterator<Item = Subscription> {
    WALL.iter().zip(1..).map(
        |((kind, end_point, health, headers), number)| Subscription {
            id: format!("wh_3f2a9c54-1b7e-4d60-8c2f-{number:012}"),
            health: Some((*health).to_owned()),
            headers: (!headers.is_empty()).then(|| object(headers)),
            ..Subscription::new(owner.clone(), kind, end_point)
        },
    )
}

fn second_wall(owner: &Owner) -> impl Iterator<Item = Subscription> {
    SECOND_WALL
        .iter()
        .zip(1..)
        .map(|((kind, end_point), number)| Subscription {
            id: format!("wh_8d4e1f70-6a93-4b2c-9e15-{number:012}"),
            ..Subscription::new(owner.clone(), kind, end_point)
        })
}

fn object(headers: &[(&str, &str)]) -> Value {
    headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), Value::from(*value)))
        .collect()
}
