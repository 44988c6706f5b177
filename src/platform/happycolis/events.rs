//! Event types that HappyColis documents. No API lists them and the list is not guaranteed complete, so free text is
//! always allowed beside them (HappyColis contract, section 4).

use crate::platform::events::{EventGroup, Listed, grouped};

/// Events with a reference page of their own (section 4.1), or named in the text of such a page (section 4.2).
const EVENT_PAGES: &str = "\
order: created updated completed cancelled
delivery_order: created updated pending opened fulfillment_accepted completed cancelled
shipment: created shipping_event completed
transfer_order: created updated opened completed cancelled
stock_reference: created updated status_updated sku_updated fulfillment_event movement_created movement_updated
product: created updated status_updated image/created image/removed
variant: created updated status_updated model_changed source_updated tag/added image/created image/removed price/added price/removed
collection: created updated
vendor: created updated
location: created updated activated deactivated fulfillment_service_integration/created fulfillment_service_integration/accepted fulfillment_service_integration/rejected fulfillment_service_integration/errored";

/// Only on the page about payloads, which also spells some names with a hyphen (section 4.3); the two lists differ
/// (section 10, rows 6 and 7).
const PAYLOAD_PAGE: &str = "\
order: opened
shipment: delivered
delivery-order: created updated fulfillment-created completed integrated integration-error accepted rejected picked packed shipped";

pub fn events() -> Vec<EventGroup> {
    let mut groups = grouped(EVENT_PAGES, "/");
    let others = grouped(PAYLOAD_PAGE, "/");
    groups.push(EventGroup {
        listed: Listed::Elsewhere,
        events: others.into_iter().flat_map(|group| group.events).collect(),
    });
    groups
}

/// Whether two types mean the same event: `-` and `_` are taken as equal (section 9), nothing else is.
pub fn same_event(one: &str, other: &str) -> bool {
    let fold = |c: char| if c == '-' { '_' } else { c };
    one.chars().map(fold).eq(other.chars().map(fold))
}
