//! The event picker offers exactly the scopes that a save takes.

use std::collections::BTreeSet;

use pegboard::platform::Listed;
use pegboard::platform::ikas::events;
use pegboard::subscription::IkasVersion;
use pegboard::text::event::{group, label};

use super::fixture::{VERSIONS, lines};

fn all(version: IkasVersion) -> Vec<String> {
    let groups = events(version).into_iter();
    groups.flat_map(|group| group.events).collect()
}

/// Section 4.1, in the order of the contract.
pub fn offered(block: &str) {
    let documented = lines(block);
    assert_eq!(documented.len(), 11);
    assert_eq!(all(IkasVersion::V2), documented);
    let [v2, v1] = VERSIONS.map(|version| all(version).into_iter().collect::<BTreeSet<_>>());
    assert_eq!(v2, v1);
}

/// Section 4.2: these are in ikas's own SDK, and a save refuses them.
pub fn refused(block: &str) {
    let refused = lines(block);
    assert_eq!(refused.len(), 3);
    for version in VERSIONS {
        assert!(refused.iter().all(|scope| !all(version).contains(scope)));
    }
}

/// Section 1.4: scopes of an app are permissions, and no events.
pub fn are_permissions(block: &str) {
    let permissions = lines(block);
    assert_eq!(permissions.len(), 10);
    let offered = all(IkasVersion::V2);
    assert!(permissions.iter().all(|scope| !offered.contains(scope)));
}

/// Section 4.3: whether v1 takes it is not known, and the picker says so.
#[test]
fn what_v1_may_not_take_stands_apart() {
    let apart: Vec<_> = events(IkasVersion::V1)
        .into_iter()
        .filter(|group| group.listed == Listed::OtherVersion)
        .collect();
    assert_eq!(apart.len(), 1);
    assert_eq!(apart[0].events, ["store/customer/statusUpdated"]);
    assert!(group(&apart[0]).contains("v2"));
    let v2 = events(IkasVersion::V2);
    assert!(
        v2.iter()
            .all(|group| matches!(group.listed, Listed::Under(_)))
    );
}

#[test]
fn every_group_has_a_title_of_its_own_and_every_scope_a_label() {
    for version in VERSIONS {
        let groups = events(version);
        let titles: BTreeSet<String> = groups.iter().map(group).collect();
        assert_eq!(titles.len(), groups.len());
        for scope in all(version) {
            assert!(
                scope.starts_with("store/") && !label(&scope).contains('/'),
                "{scope}"
            );
        }
    }
}

#[test]
fn a_scope_is_said_in_plain_words() {
    for (scope, said) in [
        ("store/order/created", "Order created"),
        ("store/customer/statusUpdated", "Customer status updated"),
        (
            "store/customerFavoriteProducts/updated",
            "Customer favorite products updated",
        ),
        ("store/free text", "Free text"),
        ("store/", "Event not reported"),
    ] {
        assert_eq!(label(scope), said);
    }
}
