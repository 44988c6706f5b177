//! The event picker offers exactly the three documented lists.

use std::collections::BTreeSet;

use pegboard::platform::happycolis::{events, same_event};
use pegboard::platform::{EventGroup, Listed};
use pegboard::text::event::{group, label};
use proptest::prelude::*;

use super::fixture::lines;

/// Everything that the picker offers.
fn offered() -> Vec<String> {
    events()
        .into_iter()
        .flat_map(|group| group.events)
        .collect()
}

pub fn is_documented(event: &str) -> bool {
    offered().iter().any(|offered| offered == event)
}

/// The groups of events that have a page of their own.
fn of_event_pages() -> Vec<EventGroup> {
    let mut groups = events();
    groups.retain(|group| matches!(group.listed, Listed::Under(_)));
    groups
}

fn on_event_pages() -> Vec<String> {
    of_event_pages()
        .into_iter()
        .flat_map(|group| group.events)
        .collect()
}

const MENTIONED: &str = "name=happycolis.event-types-mentioned";

/// Section 4.1, in the order of the contract, with the mentioned ones beside their kin.
pub fn with_a_page(block: &str) {
    let mentioned = lines(MENTIONED);
    let mut offered = on_event_pages();
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
    assert!(on_event_pages().contains(&mentioned[0]));
}

pub fn of_the_payload_page(block: &str) {
    let documented: BTreeSet<String> = lines(block).into_iter().collect();
    let others = events()
        .into_iter()
        .filter(|group| group.listed == Listed::Elsewhere);
    let offered: BTreeSet<String> = others.flat_map(|group| group.events).collect();
    assert_eq!(documented.len(), 13);
    assert_eq!(offered, documented);
}

#[test]
fn no_event_is_offered_twice() {
    let all = offered();
    let distinct: BTreeSet<&String> = all.iter().collect();
    assert_eq!((all.len(), distinct.len()), (66, 66));
}

#[test]
fn a_group_holds_what_begins_alike_and_has_a_title_of_its_own() {
    let start = |event: &str| event.split('/').next().unwrap().to_owned();
    let titles: BTreeSet<String> = events().iter().map(group).collect();
    assert_eq!(titles.len(), events().len());
    for EventGroup { listed, events } in of_event_pages() {
        let starts: BTreeSet<String> = events.iter().map(|event| start(event)).collect();
        assert_eq!(starts.len(), 1, "{events:?}");
        assert_eq!(listed, Listed::Under(start(&events[0])));
    }
}

#[test]
fn every_event_has_a_label_in_plain_words() {
    for event in offered() {
        let label = label(&event);
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
