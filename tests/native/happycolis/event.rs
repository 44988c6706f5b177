//! The event picker offers exactly the three documented lists.

use std::collections::BTreeSet;

use pegboard::platform::happycolis::{EVENTS, EventGroup, Origin, is_documented, same_event};
use pegboard::text::event::{group, label};
use proptest::prelude::*;

use super::fixture::lines;

fn of(origin: Origin) -> Vec<&'static str> {
    let groups = EVENTS.iter().filter(|group| group.origin == origin);
    groups.flat_map(|group| group.events).copied().collect()
}

const MENTIONED: &str = "name=happycolis.event-types-mentioned";

/// Section 4.1, in the order of the contract, with the mentioned ones beside their kin.
pub fn with_a_page(block: &str) {
    let mentioned = lines(MENTIONED);
    let mut offered = of(Origin::EventPage);
    offered.retain(|event| !mentioned.iter().any(|other| other == event));
    let documented: Vec<String> = lines(block)
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(documented.len(), 52);
    assert_eq!(offered, documented);
}

pub fn mentioned(block: &str) {
    let mentioned = lines(block);
    assert_eq!(mentioned, ["delivery_order/opened"]);
    assert!(of(Origin::EventPage).contains(&"delivery_order/opened"));
}

pub fn of_the_payload_page(block: &str) {
    let documented: BTreeSet<String> = lines(block).into_iter().collect();
    let offered: BTreeSet<String> = of(Origin::PayloadPage)
        .into_iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(documented.len(), 13);
    assert_eq!(offered, documented);
}

#[test]
fn no_event_is_offered_twice() {
    let all: Vec<&str> = EVENTS
        .iter()
        .flat_map(|group| group.events)
        .copied()
        .collect();
    let distinct: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!((all.len(), distinct.len()), (66, 66));
    assert!(all.iter().all(|event| is_documented(event)));
}

#[test]
fn a_group_holds_what_begins_alike_and_has_a_title_of_its_own() {
    let start = |event: &str| event.split('/').next().unwrap().to_owned();
    let titles: BTreeSet<String> = EVENTS.iter().map(group).collect();
    assert_eq!(titles.len(), EVENTS.len());
    for EventGroup { events, .. } in EVENTS.iter().filter(|it| it.origin == Origin::EventPage) {
        let starts: BTreeSet<String> = events.iter().map(|event| start(event)).collect();
        assert_eq!(starts.len(), 1, "{events:?}");
    }
}

#[test]
fn every_event_has_a_label_in_plain_words() {
    for event in EVENTS.iter().flat_map(|group| group.events) {
        let label = label(event);
        assert!(label.starts_with(char::is_uppercase), "{label}");
        assert!(!label.contains(['/', '_', '-']), "{label}");
    }
    assert_eq!(
        label("stock_reference/sku_updated"),
        "Stock reference sku updated"
    );
    assert_eq!(
        label("delivery-order/integration-error"),
        "Delivery order integration error"
    );
    assert_eq!(label(""), "Event not reported");
    assert_eq!(label("//"), "Event not reported");
}

#[test]
fn only_the_two_spellings_mean_the_same() {
    assert!(same_event(
        "delivery_order/created",
        "delivery-order/created"
    ));
    assert!(same_event("a-b_c", "a_b-c"));
    for (one, other) in [
        ("order/created", "order/updated"),
        ("order/created", "Order/created"),
        ("order/created", "order.created"),
        ("order/created", "order/created "),
        ("", "order/created"),
    ] {
        assert!(!same_event(one, other), "{one} {other}");
    }
    // Section 4.3: dots are Kafka's, never a value of `type`; what differs in spelling is not the documented name.
    assert!(!is_documented("order.created"));
    assert!(!is_documented("order-created"));
    assert!(is_documented("delivery_order/created") && is_documented("delivery-order/created"));
}

proptest! {
    #[test]
    fn meaning_the_same_event_goes_both_ways(one in "[a-c_-]{0,6}", other in "[a-c_-]{0,6}") {
        prop_assert!(same_event(&one, &one));
        prop_assert_eq!(same_event(&one, &other), same_event(&other, &one));
        let underscored = one.replace('-', "_");
        prop_assert!(same_event(&one, &underscored));
        prop_assert_eq!(same_event(&one, &other), underscored == other.replace('-', "_"));
    }
}
