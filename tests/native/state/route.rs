//! The hash and the place in the console, each printed and read by the other.

use pegboard::state::route::{Column, Direction, Only, Route, View};
use proptest::prelude::*;

fn any_view() -> impl Strategy<Value = View> {
    let column = proptest::sample::select(Column::ALL.to_vec());
    let direction = prop_oneof![Just(Direction::Ascending), Just(Direction::Descending)];
    let sort = proptest::option::of((column, direction));
    let only = prop_oneof![Just(Only::All), Just(Only::Trouble)];
    let filters = proptest::array::uniform4(any::<String>());
    (any::<String>(), sort, only, filters, any::<bool>()).prop_map(
        |(search, sort, only, filters, grouped)| View {
            search,
            sort,
            only,
            filters,
            grouped,
        },
    )
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_it_was(view in any_view()) {
        let route = Route::Subscriptions(view);
        let hash = route.print();
        prop_assert!(hash.starts_with("#/subscriptions"));
        prop_assert!(hash.is_ascii() && !hash[1..].contains(['#', ' ', '"', '<']), "{}", hash);
        prop_assert_eq!(Route::parse(&hash), route.clone());
        // With or without its first letter, as browsers and people give it.
        prop_assert_eq!(Route::parse(&hash[1..]), route);
    }

    #[test]
    fn anything_can_be_read(hash in any::<String>()) {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.print()), route);
    }
}

#[test]
fn the_plain_places_have_plain_links() {
    assert_eq!(Route::Connect.print(), "#/connect");
    assert_eq!(Route::parse("#/connect"), Route::Connect);
    assert_eq!(Route::default().print(), "#/subscriptions");
    let view = View {
        search: "a b&c=d".to_owned(),
        sort: Some((Column::Health, Direction::Descending)),
        only: Only::Trouble,
        filters: ["", "Shop & Co", "", "order/created"].map(str::to_owned),
        grouped: true,
    };
    let printed = "#/subscriptions?search=a%20b%26c%3Dd&sort=-health&only=trouble\
                   &connection=Shop%20%26%20Co&event=order%2Fcreated&group=connection";
    assert_eq!(Route::Subscriptions(view).print(), printed);
}

#[test]
fn what_is_not_understood_is_left_out() {
    let searched = |text: &str| {
        Route::Subscriptions(View {
            search: text.to_owned(),
            ..View::default()
        })
    };
    for (hash, expected) in [
        ("", Route::default()),
        ("#", Route::default()),
        ("#/nowhere", Route::default()),
        ("#/subscriptions?", Route::default()),
        ("#/subscriptions?&&=&a", Route::default()),
        (
            "#/subscriptions?sort=colour&only=blue&more=1",
            Route::default(),
        ),
        ("#/subscriptions?sort=--event", Route::default()),
        ("#/subscriptions?group=event&health=", Route::default()),
        ("#/subscriptions?token=abc&search=x", searched("x")),
        ("#/subscriptions?search=%zz%41", searched("%zzA")),
        ("#/subscriptions?search=a+b", searched("a+b")),
        ("#/subscriptions?search=%ff", searched("\u{fffd}")),
        ("#/connect?search=x", Route::Connect),
    ] {
        assert_eq!(Route::parse(hash), expected, "{hash}");
    }
}
