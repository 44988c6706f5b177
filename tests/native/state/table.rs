//! Which rows of the wall are seen, and in which order.

use std::collections::BTreeSet;

use pegboard::state::route::{Column, Direction, Only, View};
use pegboard::state::table::{WallRow, arrange};
use pegboard::subscription::Health;
use proptest::prelude::*;

use super::wall::{names, row, unreadable};

const HEALTHS: [Health; 6] = [
    Health::CircuitOpen,
    Health::Failing,
    Health::Degraded,
    Health::Disabled,
    Health::Unknown,
    Health::Healthy,
];

fn rows() -> Vec<WallRow> {
    let (a, b, c) = (
        Some("https://a.example/1"),
        Some("https://b.example/2"),
        Some("https://aa.example/3"),
    );
    vec![
        row("w1", "order/created", b, Health::Healthy, Some(30), "Shop"),
        row(
            "w2",
            "variant/tag/added",
            a,
            Health::Failing,
            None,
            "Branch",
        ),
        unreadable(2, r#"{"odd":"ROW"}"#),
        row(
            "w3",
            "delivery-order/packed",
            c,
            Health::Unknown,
            Some(10),
            "Shop",
        ),
        row(
            "w4",
            "order/updated",
            None,
            Health::Degraded,
            Some(20),
            "Shop",
        ),
        row(
            "w5",
            "order/created",
            b,
            Health::Healthy,
            Some(30),
            "Branch",
        ),
    ]
}

fn seen(view: &View) -> Vec<String> {
    names(&arrange(rows(), view))
}

fn sorted(column: Column, direction: Direction) -> Vec<String> {
    seen(&View {
        sort: Some((column, direction)),
        ..View::default()
    })
}

fn searched(text: &str) -> Vec<String> {
    seen(&View {
        search: text.to_owned(),
        ..View::default()
    })
}

#[test]
fn trouble_comes_first_and_the_rest_keeps_its_order() {
    assert_eq!(seen(&View::default()), ["w2", "?2", "w4", "w1", "w3", "w5"]);
}

#[test]
fn every_column_sorts_both_ways_and_equals_keep_their_order() {
    use Column::{Connection, Created, Endpoint, Event, Health};
    use Direction::{Ascending, Descending};
    let cases = [
        (Event, Ascending, ["w3", "w1", "w5", "w4", "?2", "w2"]),
        (Event, Descending, ["w2", "?2", "w4", "w1", "w5", "w3"]),
        (Endpoint, Ascending, ["?2", "w4", "w2", "w3", "w1", "w5"]),
        (Endpoint, Descending, ["w1", "w5", "w3", "w2", "?2", "w4"]),
        (Health, Ascending, ["?2", "w2", "w4", "w3", "w1", "w5"]),
        (Health, Descending, ["w1", "w5", "w3", "w4", "w2", "?2"]),
        (Created, Ascending, ["w2", "?2", "w3", "w4", "w1", "w5"]),
        (Created, Descending, ["w1", "w5", "w4", "w3", "w2", "?2"]),
        (Connection, Ascending, ["w2", "w5", "w1", "?2", "w3", "w4"]),
        (Connection, Descending, ["w1", "?2", "w3", "w4", "w2", "w5"]),
    ];
    assert_eq!(cases.len(), 2 * Column::ALL.len());
    for (column, direction, expected) in cases {
        assert_eq!(
            sorted(column, direction),
            expected,
            "{column:?} {direction:?}"
        );
    }
}

#[test]
fn a_search_looks_at_all_that_a_row_says() {
    for (text, expected) in [
        ("", &["w2", "?2", "w4", "w1", "w3", "w5"][..]),
        ("  ", &["w2", "?2", "w4", "w1", "w3", "w5"]),
        // The label in plain words, and the technical type.
        ("delivery order packed", &["w3"]),
        ("delivery-order/packed", &["w3"]),
        ("tag added", &["w2"]),
        // The endpoint, whole or in part, in any case.
        ("https://b.example/2", &["w1", "w5"]),
        ("A.EXAMPLE", &["w2", "w3"]),
        // The id.
        ("W4", &["w4"]),
        // The connection.
        ("branch", &["w2", "w5"]),
        // What could not be read, as it came.
        ("odd", &["?2"]),
        ("row\"}", &["?2"]),
        ("nothing like it", &[]),
    ] {
        assert_eq!(searched(text), expected, "{text:?}");
    }
}

#[test]
fn only_trouble_is_left_when_it_is_asked_for() {
    let view = View {
        only: Only::Trouble,
        ..View::default()
    };
    let left = arrange(rows(), &view);
    assert!(names(&left).iter().any(|name| name == "w2"));
    let troubles = left.iter().filter_map(WallRow::health);
    assert!(troubles.clone().all(Health::is_trouble));
    assert_eq!(troubles.count(), 2);
    let searched = View {
        search: "updated".to_owned(),
        ..view
    };
    assert_eq!(seen(&searched), ["w4"]);
}

#[test]
fn the_moment_of_reading_is_the_only_thing_that_grows_younger() {
    let [one, mut other] = [rows().remove(0), rows().remove(0)];
    let pegboard::subscription::Row::Subscription(read) = &mut other.row else {
        unreachable!()
    };
    read.reading.at.0 += 1_000;
    assert_ne!(one, other);
    assert_eq!(one.clone().without_moment(), other.clone().without_moment());
    other.connection.push('2');
    assert_ne!(one.without_moment(), other.without_moment());
}

fn any_view() -> impl Strategy<Value = View> {
    let column = proptest::sample::select(Column::ALL.to_vec());
    let direction = prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)];
    proptest::option::of((column, direction)).prop_map(|sort| View {
        sort,
        ..View::default()
    })
}

fn many(count: usize, seed: usize) -> Vec<WallRow> {
    let make = |at: usize| {
        let mixed = (at * 7_919 + seed) % 1_000;
        if mixed.is_multiple_of(97) {
            return unreadable(at, "raw");
        }
        let endpoint = format!("https://{}.example/", mixed % 13);
        let events = ["order/created", "order/updated", "shipment/created"];
        let created = (!mixed.is_multiple_of(4)).then_some(mixed as u64);
        let connection = ["Shop", "Branch"][mixed % 2];
        row(
            &at.to_string(),
            events[mixed % 3],
            Some(&endpoint),
            HEALTHS[mixed % 6],
            created,
            connection,
        )
    };
    (0..count).map(make).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ten_thousand_rows_are_all_there_once(view in any_view(), seed in 0_usize..1_000) {
        let all = arrange(many(10_000, seed), &view);
        let distinct: BTreeSet<String> = names(&all).into_iter().collect();
        prop_assert_eq!((all.len(), distinct.len()), (10_000, 10_000));
        // Arranging what is arranged changes nothing: the order is total and stable.
        let again = arrange(all.clone(), &view);
        prop_assert_eq!(names(&again), names(&all));
    }

    #[test]
    fn a_search_keeps_exactly_the_rows_that_match(seed in 0_usize..1_000) {
        let view = View { search: "7.EXAMPLE".to_owned(), ..View::default() };
        let matching = |row: &&WallRow| {
            row.row.subscription().and_then(|it| it.endpoint.as_deref()).is_some_and(|it| it.contains("7.example"))
        };
        let rows = many(10_000, seed);
        let expected: BTreeSet<String> = names(&rows.iter().filter(matching).cloned().collect::<Vec<_>>()).into_iter().collect();
        let found: BTreeSet<String> = names(&arrange(rows, &view)).into_iter().collect();
        prop_assert_eq!(found, expected);
    }
}
