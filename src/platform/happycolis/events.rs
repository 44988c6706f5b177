//! Event types that HappyColis documents. No API lists them and the list is not guaranteed complete, so free text is
//! always allowed beside them (HappyColis contract, section 4).

/// Event types that belong together, under the word that they begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventGroup {
    pub origin: Origin,
    pub events: &'static [&'static str],
}

/// Which page of the vendor names the types; the two lists differ (section 10, rows 6 and 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A reference page of its own (section 4.1), or the text of such a page (section 4.2).
    EventPage,
    /// Only the page about payloads, which also spells some names with a hyphen (section 4.3).
    PayloadPage,
}

const fn group(origin: Origin, events: &'static [&'static str]) -> EventGroup {
    EventGroup { origin, events }
}

pub const EVENTS: &[EventGroup] = &[
    group(
        Origin::EventPage,
        &[
            "order/created",
            "order/updated",
            "order/completed",
            "order/cancelled",
        ],
    ),
    group(
        Origin::EventPage,
        &[
            "delivery_order/created",
            "delivery_order/updated",
            "delivery_order/pending",
            "delivery_order/opened",
            "delivery_order/fulfillment_accepted",
            "delivery_order/completed",
            "delivery_order/cancelled",
        ],
    ),
    group(
        Origin::EventPage,
        &[
            "shipment/created",
            "shipment/shipping_event",
            "shipment/completed",
        ],
    ),
    group(
        Origin::EventPage,
        &[
            "transfer_order/created",
            "transfer_order/updated",
            "transfer_order/opened",
            "transfer_order/completed",
            "transfer_order/cancelled",
        ],
    ),
    group(
        Origin::EventPage,
        &[
            "stock_reference/created",
            "stock_reference/updated",
            "stock_reference/status_updated",
            "stock_reference/sku_updated",
            "stock_reference/fulfillment_event",
            "stock_reference/movement_created",
            "stock_reference/movement_updated",
        ],
    ),
    group(
        Origin::EventPage,
        &[
            "product/created",
            "product/updated",
            "product/status_updated",
            "product/image/created",
            "product/image/removed",
        ],
    ),
    group(
        Origin::EventPage,
        &[
            "variant/created",
            "variant/updated",
            "variant/status_updated",
            "variant/model_changed",
            "variant/source_updated",
            "variant/tag/added",
            "variant/image/created",
            "variant/image/removed",
            "variant/price/added",
            "variant/price/removed",
        ],
    ),
    group(
        Origin::EventPage,
        &["collection/created", "collection/updated"],
    ),
    group(Origin::EventPage, &["vendor/created", "vendor/updated"]),
    group(
        Origin::EventPage,
        &[
            "location/created",
            "location/updated",
            "location/activated",
            "location/deactivated",
            "location/fulfillment_service_integration/created",
            "location/fulfillment_service_integration/accepted",
            "location/fulfillment_service_integration/rejected",
            "location/fulfillment_service_integration/errored",
        ],
    ),
    group(
        Origin::PayloadPage,
        &[
            "order/opened",
            "shipment/delivered",
            "delivery-order/created",
            "delivery-order/updated",
            "delivery-order/fulfillment-created",
            "delivery-order/completed",
            "delivery-order/integrated",
            "delivery-order/integration-error",
            "delivery-order/accepted",
            "delivery-order/rejected",
            "delivery-order/picked",
            "delivery-order/packed",
            "delivery-order/shipped",
        ],
    ),
];

/// Whether two types mean the same event: `-` and `_` are taken as equal (section 9), nothing else is.
pub fn same_event(one: &str, other: &str) -> bool {
    let fold = |c: char| if c == '-' { '_' } else { c };
    one.chars().map(fold).eq(other.chars().map(fold))
}

pub fn is_documented(event: &str) -> bool {
    EVENTS.iter().any(|group| group.events.contains(&event))
}
