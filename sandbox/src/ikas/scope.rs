//! Which scopes a webhook can be registered for.

/// Those that a save accepts, ikas contract, section 4.1.
pub(crate) const ACCEPTED: [&str; 11] = [
    "store/order/created",
    "store/order/updated",
    "store/product/created",
    "store/product/updated",
    "store/customer/created",
    "store/customer/updated",
    "store/customer/statusUpdated",
    "store/customerFavoriteProducts/created",
    "store/customerFavoriteProducts/updated",
    "store/stock/created",
    "store/stock/updated",
];

/// Whether a save accepts this scope. Everything else is refused, contradiction 9.4.
pub(crate) fn is_accepted(scope: &str) -> bool {
    ACCEPTED.contains(&scope)
}
