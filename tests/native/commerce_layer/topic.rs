//! The picker offers exactly the documented topics.

use std::collections::BTreeSet;

use pegboard::platform::commerce_layer::{events, suggestions};
use pegboard::platform::{EventGroup, Listed};
use pegboard::text::event::{group, label};
use serde_json::json;

use super::fixture::{self, text};

/// The heading of each resource in the block, and how many topics it says that there are.
fn headings(block: &str) -> Vec<(String, usize)> {
    let text = text(block);
    let headings = text.lines().filter_map(|line| line.strip_prefix("# "));
    headings
        .map(|heading| {
            let (resource, count) = heading.split_once(" (").unwrap();
            (
                resource.to_owned(),
                count.trim_end_matches(')').parse().unwrap(),
            )
        })
        .collect()
}

/// Section 10, in its order.
pub fn are_all_offered(block: &str) {
    let groups = events();
    let listed = groups.iter().filter_map(|group| match &group.listed {
        Listed::Under(resource) => Some((resource.clone(), group.events.len())),
        _ => None,
    });
    assert_eq!(listed.collect::<Vec<_>>(), headings(block));
    let of = groups
        .iter()
        .filter(|group| matches!(group.listed, Listed::Under(_)));
    let offered: Vec<&str> = of
        .flat_map(|group| &group.events)
        .map(String::as_str)
        .collect();
    let text = text(block);
    let documented: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(offered, documented);
    assert_eq!((headings(block).len(), documented.len()), (43, 186));
}

pub fn of_2021(block: &str) {
    let text = text(block);
    let group = EventGroup {
        listed: Listed::Elsewhere,
        events: text.lines().map(str::to_owned).collect(),
    };
    assert_eq!(events().last(), Some(&group));
    assert_eq!(group.events.len(), 2);
}

#[test]
fn no_topic_is_offered_twice_and_each_has_a_label_in_plain_words() {
    let groups = events();
    let all: Vec<&String> = groups.iter().flat_map(|group| &group.events).collect();
    let distinct: BTreeSet<&&String> = all.iter().collect();
    assert_eq!((all.len(), distinct.len()), (188, 188));
    for topic in all {
        let label = label(topic);
        assert!(label.starts_with(char::is_uppercase), "{label}");
        assert!(!label.contains(['.', '_']), "{label}");
    }
    let titles: BTreeSet<String> = groups.iter().map(group).collect();
    assert_eq!(titles.len(), groups.len());
}

/// Section 10.1.
pub fn suggestions_are_documented(block: &str) {
    let documented = fixture::json(block);
    for (resource, paths) in documented.as_object().unwrap() {
        assert_eq!(json!(suggestions(&format!("{resource}.create"))), *paths);
        assert_eq!(json!(suggestions(resource)), *paths);
    }
    assert_eq!(documented.as_object().unwrap().len(), 15);
}

#[test]
fn a_resource_without_suggestions_has_none() {
    for topic in [
        "",
        ".",
        "order.create",
        "orders_.create",
        "ORDERS.create",
        "returns.create",
        "orders: customer",
    ] {
        assert_eq!(suggestions(topic), [""; 0], "{topic}");
    }
}
