//! What the event picker offers on every platform, in groups.

use std::collections::BTreeSet;

use pegboard::platform::{EventGroup, Learned, Listed, events, same_event};
use pegboard::subscription::{Access, Platform};
use pegboard::text::event::{group, label, unknown};
use pegboard::text::platform::possessive;

use crate::sample::every_access;

fn offered(access: &Access) -> Vec<EventGroup> {
    events(access, &Learned::default())
}

/// The mark between the subject of an event and what happened to it.
const fn mark(platform: Platform) -> &'static str {
    match platform {
        Platform::HappyColis | Platform::Ikas => "/",
        Platform::CommerceLayer => ".",
        Platform::Sentera => "_",
    }
}

#[test]
fn a_group_of_a_subject_holds_what_begins_with_it() {
    for access in every_access() {
        let mark = mark(access.platform());
        for EventGroup { listed, events } in offered(&access) {
            assert!(!events.is_empty(), "{listed:?}");
            let Listed::Under(subject) = listed else {
                continue;
            };
            for event in events {
                let own = event.strip_prefix("store/").unwrap_or(&event);
                let rest = own
                    .strip_prefix(&subject)
                    .and_then(|rest| rest.strip_prefix(mark));
                let rest = rest.unwrap_or_else(|| panic!("{event} under {subject}"));
                assert!(
                    !rest.is_empty() && !rest.contains([' ', ':', ',']),
                    "{event}"
                );
            }
        }
    }
}

#[test]
fn no_event_is_offered_twice_and_each_has_its_label() {
    for access in every_access() {
        let all: Vec<String> = offered(&access)
            .into_iter()
            .flat_map(|group| group.events)
            .collect();
        assert!(all.len() >= 2, "{access:?}");
        let distinct: BTreeSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), all.len(), "{access:?}");
        for event in &all {
            // Several are joined by a comma, in the ledger and on the wall.
            assert!(event.is_ascii() && !event.contains([' ', ',']), "{event}");
            assert!(!label(event).contains(['/', '_', '-', '.']), "{event}");
        }
    }
}

#[test]
fn a_group_has_a_title_that_tells_it_from_the_others_of_its_platform() {
    for access in every_access() {
        let groups = offered(&access);
        let subjects: BTreeSet<String> = groups
            .iter()
            .filter(|it| matches!(it.listed, Listed::Under(_)))
            .map(group)
            .collect();
        let others: BTreeSet<String> = groups
            .iter()
            .filter(|it| !matches!(it.listed, Listed::Under(_)))
            .map(group)
            .collect();
        assert!(subjects.is_disjoint(&others));
        let under = groups
            .iter()
            .filter(|it| matches!(it.listed, Listed::Under(_)));
        assert_eq!(subjects.len(), under.count(), "{access:?}");
    }
}

/// Sentera contract, section 3.6, rule 3: its schema takes the place of the documented list.
#[test]
fn a_schema_takes_the_place_of_the_documented_events() {
    let found = EventGroup {
        listed: Listed::Schema,
        events: vec!["TASK_MODIFIED".to_owned(), "NEW".to_owned()],
    };
    let learned = Learned {
        events: Some(found.clone()),
        ..Learned::default()
    };
    for access in every_access() {
        let now = events(&access, &learned);
        if access.platform() == Platform::Sentera {
            assert_eq!(now, std::slice::from_ref(&found));
        } else {
            assert_eq!(now, offered(&access));
        }
    }
}

#[test]
fn two_spellings_mean_the_same_on_happycolis_alone() {
    for access in every_access() {
        let happycolis = access.platform() == Platform::HappyColis;
        let same = |one, other| same_event(&access, one, other);
        assert_eq!(
            same("delivery_order/created", "delivery-order/created"),
            happycolis
        );
        assert!(same("orders.place", "orders.place"));
        assert!(!same("orders.place", "Orders.place"));
    }
}

#[test]
fn a_word_of_caution_names_the_platform() {
    let said: BTreeSet<String> = Platform::ALL.into_iter().map(unknown).collect();
    assert_eq!(said.len(), Platform::ALL.len());
    for platform in Platform::ALL {
        assert!(unknown(platform).contains(&possessive(platform)));
    }
    let names = Platform::ALL.map(possessive);
    assert_eq!(
        names,
        ["HappyColis’", "ikas’", "Commerce Layer’s", "Sentera’s"]
    );
}
