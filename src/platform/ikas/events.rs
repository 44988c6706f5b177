//! Scopes that ikas accepts (ikas contract, section 4).

use crate::platform::events::{EventGroup, Listed, grouped};
use crate::subscription::IkasVersion;

/// Section 4.1. The three of section 4.2 are in ikas's own SDK, but a save refuses them, so they are not offered.
const SCOPES: &str = "\
order: created updated
product: created updated
customer: created updated statusUpdated
customerFavoriteProducts: created updated
stock: created updated";

/// Whether v1 takes it is not documented (section 4.3).
const OF_V2: &str = "store/customer/statusUpdated";

pub fn events(version: IkasVersion) -> Vec<EventGroup> {
    let mut groups = grouped(SCOPES, "/");
    for event in groups.iter_mut().flat_map(|group| &mut group.events) {
        *event = ["store/", event].concat();
    }
    if version == IkasVersion::V1 {
        for group in &mut groups {
            group.events.retain(|event| event != OF_V2);
        }
        groups.push(EventGroup {
            listed: Listed::OtherVersion,
            events: vec![OF_V2.to_owned()],
        });
    }
    groups
}
