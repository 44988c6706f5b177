//! What narrows the wall and what groups it.

use std::collections::BTreeSet;

use pegboard::state::route::{Column, Direction, Filter, Only, View};
use pegboard::state::table::{RowKey, WallRow, arrange};
use pegboard::subscription::{Health, Platform, Row};
use proptest::prelude::*;

use super::wall::{names, row, unreadable};

const HEALTHS: [Health; 6] = [
    Health::Healthy,
    Health::Degraded,
    Health::Failing,
    Health::CircuitOpen,
    Health::Disabled,
    Health::Unknown,
];

/// A row of another connection and platform.
fn of(live: usize, platform: Platform, mut row: WallRow) -> WallRow {
    row.key = match row.key {
        RowKey::Subscription { id, .. } => RowKey::Subscription { live, id },
        RowKey::Unreadable { position, .. } => RowKey::Unreadable { live, position },
    };
    row.platform = platform;
    row
}

/// A row with more than one event.
fn with_event(mut row: WallRow, event: &str) -> WallRow {
    let Row::Subscription(subscription) = &mut row.row else {
        unreachable!()
    };
    subscription.events.push(event.to_owned());
    row
}

fn rows() -> Vec<WallRow> {
    let place = Some("https://a.example/");
    let plain = |id, event, health, shop| row(id, event, place, health, None, shop);
    vec![
        of(
            1,
            Platform::Ikas,
            plain("a", "store/order/created", Health::Unknown, "Shop"),
        ),
        of(
            2,
            Platform::CommerceLayer,
            plain("b", "orders.place", Health::CircuitOpen, "Branch"),
        ),
        of(
            1,
            Platform::Ikas,
            plain("c", "store/order/updated", Health::Disabled, "Shop"),
        ),
        of(
            3,
            Platform::Sentera,
            with_event(
                plain("d", "TASK_MODIFIED", Health::Healthy, "Shop"),
                "FEATURE_SET_CREATED",
            ),
        ),
        of(2, Platform::CommerceLayer, unreadable(4, "orders.place")),
    ]
}

fn seen(change: impl FnOnce(&mut View)) -> Vec<String> {
    let mut view = View::default();
    change(&mut view);
    names(&arrange(rows(), &view))
}

fn filtered(filter: Filter, value: &str) -> Vec<String> {
    seen(|view| view.filters[filter as usize] = value.to_owned())
}

#[test]
fn a_filter_keeps_the_rows_that_are_of_its_value() {
    for (filter, value, expected) in [
        (Filter::Platform, "ikas", &["a", "c"][..]),
        (Filter::Platform, "commerce-layer", &["b", "?4"]),
        (Filter::Platform, "happycolis", &[]),
        (Filter::Platform, "Ikas", &[]),
        // Two connections of one name are one menu entry.
        (Filter::Connection, "Shop", &["?4", "a", "c", "d"]),
        (Filter::Connection, "Branch", &["b"]),
        (Filter::Health, "circuit-open", &["b"]),
        (Filter::Health, "disabled", &["c"]),
        (Filter::Health, "unknown", &["a"]),
        (Filter::Event, "orders.place", &["b"]),
        // A subscription to several events stands under each of them.
        (Filter::Event, "FEATURE_SET_CREATED", &["d"]),
        (Filter::Event, "TASK_MODIFIED", &["d"]),
        (Filter::Event, "TASK", &[]),
    ] {
        assert_eq!(filtered(filter, value), expected, "{filter:?} {value}");
        assert_eq!(filtered(filter, ""), ["b", "?4", "a", "c", "d"]);
    }
}

#[test]
fn filters_add_up_with_each_other_and_with_the_search() {
    let both = seen(|view| {
        view.filters[Filter::Connection as usize] = "Shop".to_owned();
        view.filters[Filter::Platform as usize] = "ikas".to_owned();
    });
    assert_eq!(both, ["a", "c"]);
    let searched = seen(|view| {
        view.filters[Filter::Platform as usize] = "ikas".to_owned();
        view.search = "updated".to_owned();
    });
    assert_eq!(searched, ["c"]);
    let trouble = seen(|view| {
        view.filters[Filter::Platform as usize] = "commerce-layer".to_owned();
        view.only = Only::Trouble;
    });
    assert_eq!(trouble, ["b"]);
    let none = seen(|view| {
        view.filters[Filter::Platform as usize] = "ikas".to_owned();
        view.filters[Filter::Health as usize] = "healthy".to_owned();
    });
    assert!(none.is_empty());
}

#[test]
fn a_group_is_a_connection_and_within_it_the_order_stays() {
    assert_eq!(seen(|view| view.grouped = true), ["a", "c", "b", "?4", "d"]);
    let by_event = seen(|view| {
        view.grouped = true;
        view.sort = Some((Column::Event, Direction::Descending));
    });
    assert_eq!(by_event, ["c", "a", "?4", "b", "d"]);
    let by_connection = seen(|view| {
        view.grouped = true;
        view.sort = Some((Column::Connection, Direction::Ascending));
    });
    assert_eq!(by_connection, ["a", "c", "b", "?4", "d"]);
}

#[test]
fn a_row_offers_what_its_menus_list() {
    let all = rows();
    let traits = |at: usize, filter| all[at].traits(filter);
    assert_eq!(traits(0, Filter::Platform), ["ikas"]);
    assert_eq!(traits(0, Filter::Connection), ["Shop"]);
    assert_eq!(traits(0, Filter::Health), ["unknown"]);
    assert_eq!(
        traits(3, Filter::Event),
        ["TASK_MODIFIED", "FEATURE_SET_CREATED"]
    );
    // Nobody knows what a row that cannot be read is about.
    assert!(traits(4, Filter::Health).is_empty() && traits(4, Filter::Event).is_empty());
    assert_eq!(traits(4, Filter::Platform), ["commerce-layer"]);
}

#[test]
fn a_health_has_a_key_of_its_own_and_is_found_by_it() {
    let keys: BTreeSet<&str> = HEALTHS.iter().map(|health| health.key()).collect();
    assert_eq!(keys.len(), HEALTHS.len());
    for health in HEALTHS {
        assert_eq!(Health::from_key(health.key()), Some(health));
        assert!(
            health
                .key()
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        );
    }
    for wrong in ["", "Healthy", "circuit open", "CIRCUIT-OPEN"] {
        assert_eq!(Health::from_key(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn what_a_row_offers_finds_it(at in 0_usize..5, filter in proptest::sample::select(Filter::ALL.to_vec())) {
        let all = rows();
        let own = names(&all[at..=at]).remove(0);
        for value in all[at].traits(filter) {
            prop_assert!(filtered(filter, &value).contains(&own), "{:?} {}", filter, value);
        }
    }

    #[test]
    fn grouping_and_filtering_lose_and_double_nothing(grouped in any::<bool>(), filter in proptest::sample::select(Filter::ALL.to_vec())) {
        let all = rows();
        let values: BTreeSet<String> = all.iter().flat_map(|row| row.traits(filter)).collect();
        let mut found = BTreeSet::new();
        for value in &values {
            let some = seen(|view| {
                view.filters[filter as usize] = value.clone();
                view.grouped = grouped;
            });
            prop_assert_eq!(some.len(), some.iter().collect::<BTreeSet<_>>().len());
            found.extend(some);
        }
        let wanted = all.iter().filter(|row| !row.traits(filter).is_empty()).cloned().collect::<Vec<_>>();
        prop_assert_eq!(found, names(&wanted).into_iter().collect::<BTreeSet<_>>());
    }
}
