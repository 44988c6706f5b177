//! Topics and relationship paths that Commerce Layer names. No API lists the topics, so free text is always allowed beside
//! them (Commerce Layer contract, section 10).

use crate::platform::events::{EventGroup, Listed, grouped};

/// The topics of the vendor's own console, in its order.
const TOPICS: &str = "\
addresses: tagged
authorizations: create failed succeeded
avalara_accounts: invoice_committed invoice_refunded invoice_commit_failed invoice_refund_failed
bundles: tagged
buy_x_pay_y_promotions: create destroy tagged
captures: create failed succeeded
cleanups: complete create destroy interrupt start
coupons: tagged
customer_addresses: create destroy
customer_password_resets: create destroy reset_password
customer_subscriptions: create destroy
customers: acquired create create_password destroy metadata_update repeat tagged anonymization_started anonymization_completed anonymization_cancelled anonymization_failed
exports: complete create destroy interrupt start
external_promotions: create destroy failed tagged
fixed_amount_promotions: create destroy tagged
fixed_price_promotions: create destroy tagged
flex_promotions: create destroy tagged
free_gift_promotions: create destroy tagged
free_shipping_promotions: create destroy tagged
gift_cards: activate create deactivate destroy purchase redeem tagged use
imports: complete create destroy interrupt start
in_stock_subscriptions: activate create deactivate destroy notify
line_items: tagged
line_item_options: tagged
orders: approve authorize cancel cancel_fulfilling cancel_subscriptions create create_subscriptions destroy draft fulfill pay pending place placing rebuild_shipments refund start_editing start_fulfilling stop_editing tagged tax_calculation_failed void
order_copies: complete create destroy fail start
order_subscriptions: activate cancel create deactivate destroy last_run_failed last_run_succeeded renewal
parcels: available_for_pickup booked cancelled create delivered destroy failure in_transit out_for_delivery pre_transit return_to_sender shipped
percentage_discount_promotions: create destroy tagged
price_frequency_tiers: create destroy
price_list_schedulers: activated expired
price_volume_tiers: create destroy
promotions: create destroy tagged
recurring_order_copies: complete create destroy fail start
refunds: create failed succeeded
returns: approve create destroy pending receive reject request restock ship tagged
shipments: cancel deliver on_hold packing picking ready_to_ship ship tagged upcoming
shipping_weight_tiers: create destroy
skus: tagged
sku_options: tagged
stock_transfers: cancel complete create destroy in_transit on_hold picking upcoming
transactions: create refused
voids: create failed succeeded";

/// In the documentation of 2021, and not in the list above.
const TOPICS_OF_2021: &str = "shipments: create destroy";

/// Relationships worth delivering along, by resource (section 10.1).
const INCLUDES: &str = "\
bundles: sku_list sku_list_items
customer_subscriptions: customer
customers: customer_subscriptions
orders: customer shipping_address billing_address payment_method line_items.line_item_options shipments.shipping_method authorizations captures voids refunds transactions
payment_methods: order
prices: sku price_tiers
shipments: order shipping_category shipping_method
shipping_categories: skus
shipping_methods: shipments
skus: shipping_category prices.price_tiers stock_items tax_categories
sku_lists: sku_list_items bundles
sku_list_items: sku
stock_items: sku
tax_categories: sku
transactions: order";

pub fn events() -> Vec<EventGroup> {
    let mut groups = grouped(TOPICS, ".");
    let others = grouped(TOPICS_OF_2021, ".");
    groups.extend(others.into_iter().map(|group| EventGroup {
        listed: Listed::Elsewhere,
        ..group
    }));
    groups
}

/// Relationship paths that make sense for a topic; none for a resource that the list does not know.
pub fn suggestions(topic: &str) -> Vec<String> {
    let resource = topic.split('.').next().unwrap_or_default();
    let of_resource = |line: &'static str| line.strip_prefix(resource)?.strip_prefix(": ");
    let paths = INCLUDES.lines().find_map(of_resource).unwrap_or_default();
    paths.split_whitespace().map(str::to_owned).collect()
}
