//! Notes of a change and of a switch: what a list says of them, and which later one settles them.

use pegboard::platform::Action;
use pegboard::state::note::{Act, Deed, Note};
use pegboard::state::notice::Happened;
use pegboard::state::settle::settle;
use pegboard::state::write::is_switched;
use pegboard::subscription::{
    ConnectionKey, Evidence, Health, Instant, Listing, Reading, Row, Subscription,
};

use crate::sample::{NOW, connection, every_access, subscription};

const TOPIC: &str = "orders.place";
const ENDPOINT: &str = "https://new.example.com/";

fn key() -> ConnectionKey {
    connection("Shop", every_access()[5].clone()).key()
}

fn note(deed: Deed) -> Note {
    Note {
        id: "1-a".to_owned(),
        connection: key(),
        at: NOW,
        before: Vec::new(),
        deed,
    }
}

fn update(id: &str, endpoint: &str) -> Deed {
    Deed {
        act: Act::Update,
        id: Some(id.to_owned()),
        event: TOPIC.to_owned(),
        endpoint: endpoint.to_owned(),
    }
}

fn act(id: &str, action: Action) -> Deed {
    Deed {
        act: Act::Switch(action),
        id: Some(id.to_owned()),
        event: TOPIC.to_owned(),
        endpoint: ENDPOINT.to_owned(),
    }
}

fn row(id: &str, disabled: Option<u64>, circuit: Option<&str>) -> Subscription {
    let evidence = Evidence::CommerceLayer {
        disabled: disabled.map(Instant),
        enabled: disabled.is_none(),
        circuit: circuit.map(str::to_owned),
        failures: None,
    };
    Subscription {
        reading: Reading {
            health: match disabled {
                Some(_) => Health::Disabled,
                None => Health::Unknown,
            },
            evidence,
            at: NOW,
        },
        ..subscription(id, TOPIC, ENDPOINT)
    }
}

fn list(rows: Vec<Row>) -> Listing {
    Listing {
        rows,
        read_at: NOW,
        ..Listing::default()
    }
}

fn unreadable() -> Row {
    Row::Unreadable {
        position: 0,
        raw: "null".to_owned(),
    }
}

/// Commerce Layer contract, section 0, point 9.
#[test]
fn a_row_tells_whether_it_was_switched() {
    for (disabled, circuit, expected) in [
        (None, Some("closed"), [true, false, true].map(Some)),
        (Some(5), Some("closed"), [false, true, true].map(Some)),
        (None, Some("open"), [true, false, false].map(Some)),
        (Some(5), Some("open"), [false, true, false].map(Some)),
        (None, None, [Some(true), Some(false), None]),
        (None, Some("half_open"), [Some(true), Some(false), None]),
    ] {
        let row = row("a", disabled, circuit);
        let switched = Action::ALL.map(|action| is_switched(&row, action));
        assert_eq!(switched, expected, "{disabled:?} {circuit:?}");
    }
    let elsewhere = subscription("a", TOPIC, ENDPOINT);
    assert!(
        Action::ALL
            .iter()
            .all(|action| is_switched(&elsewhere, *action).is_none())
    );
}

#[test]
fn a_switch_is_settled_by_its_row_and_by_nothing_else() {
    let settled = |action, rows| settle(&note(act("a", action)), &list(rows), &|_| true);
    let (on, off) = (
        row("a", None, Some("closed")),
        row("a", Some(5), Some("open")),
    );
    for (action, with_on, with_off) in [
        (Action::Enable, Happened::Yes, Happened::No),
        (Action::Disable, Happened::No, Happened::Yes),
        (Action::ResetCircuit, Happened::Yes, Happened::No),
    ] {
        let other = || Row::Subscription(row("b", None, Some("closed")));
        for before in [vec![], vec![other()], vec![unreadable()]] {
            let with = |row: &Subscription| {
                let mut rows = before.clone();
                rows.push(Row::Subscription(row.clone()));
                settled(action, rows)
            };
            assert_eq!(with(&on), Some(with_on), "{action:?}");
            assert_eq!(with(&off), Some(with_off), "{action:?}");
            // Where the row is not there, nothing is known of it.
            assert_eq!(settled(action, before.clone()), None);
        }
    }
}

#[test]
fn a_change_is_never_settled_by_a_list() {
    let same = subscription("a", TOPIC, ENDPOINT);
    let other = subscription("a", TOPIC, "https://old.example.com/");
    for rows in [
        vec![],
        vec![Row::Subscription(same)],
        vec![Row::Subscription(other)],
        vec![unreadable()],
    ] {
        assert_eq!(
            settle(&note(update("a", ENDPOINT)), &list(rows), &|_| true),
            None
        );
    }
}

/// A list that was not read to its end proves what it shows, and nothing that it does not show.
#[test]
fn a_list_with_more_pages_settles_only_what_it_shows() {
    let old = || Row::Subscription(subscription("a", TOPIC, ENDPOINT));
    let create = Deed {
        act: Act::Create,
        id: None,
        event: TOPIC.to_owned(),
        endpoint: ENDPOINT.to_owned(),
    };
    let remove = Deed {
        act: Act::Remove,
        id: Some("a".to_owned()),
        event: TOPIC.to_owned(),
        endpoint: ENDPOINT.to_owned(),
    };
    let whole = |rows: Vec<Row>| list(rows);
    let more = |rows: Vec<Row>| Listing {
        next: Some(2),
        ..list(rows)
    };
    let fewer = |rows: Vec<Row>| Listing {
        total: Some(9),
        ..list(rows)
    };
    let settle = |deed: &Deed, list: &Listing| settle(&note(deed.clone()), list, &|_| true);
    assert_eq!(settle(&create, &whole(vec![])), Some(Happened::No));
    assert_eq!(settle(&remove, &whole(vec![])), Some(Happened::Yes));
    for part in [more, fewer] {
        assert_eq!(settle(&create, &part(vec![])), None);
        assert_eq!(settle(&create, &part(vec![old()])), Some(Happened::Yes));
        assert_eq!(settle(&remove, &part(vec![])), None);
        assert_eq!(settle(&remove, &part(vec![old()])), Some(Happened::No));
    }
}

#[test]
fn a_later_one_of_the_same_subscription_settles_an_earlier_one() {
    let (enable, disable) = (act("a", Action::Enable), act("a", Action::Disable));
    let remove = Deed {
        act: Act::Remove,
        id: Some("a".to_owned()),
        event: TOPIC.to_owned(),
        endpoint: ENDPOINT.to_owned(),
    };
    for (earlier, later, expected) in [
        (update("a", ENDPOINT), update("a", ENDPOINT), true),
        (
            update("a", ENDPOINT),
            update("a", "https://b.example/"),
            true,
        ),
        (update("a", ENDPOINT), update("b", ENDPOINT), false),
        (enable.clone(), enable.clone(), true),
        (enable.clone(), disable, true),
        (enable.clone(), act("b", Action::Enable), false),
        (enable.clone(), update("a", ENDPOINT), false),
        (update("a", ENDPOINT), enable, false),
        (update("a", ENDPOINT), remove, false),
    ] {
        let settled = note(earlier.clone()).is_settled_by(&note(later.clone()));
        assert_eq!(settled, expected, "{earlier:?} by {later:?}");
    }
    let elsewhere = Note {
        connection: connection("Branch", every_access()[5].clone()).key(),
        ..note(update("a", ENDPOINT))
    };
    assert!(!note(update("a", ENDPOINT)).is_settled_by(&elsewhere));
}

#[test]
fn what_was_there_before_is_not_what_was_created() {
    let create = Deed {
        act: Act::Create,
        id: None,
        event: TOPIC.to_owned(),
        endpoint: ENDPOINT.to_owned(),
    };
    let note = Note {
        before: vec!["a".to_owned()],
        ..note(create)
    };
    let of = |id: &str, topic: &str| Row::Subscription(subscription(id, topic, ENDPOINT));
    let settled = |rows| {
        settle(&note, &list(rows), &|event| {
            event == TOPIC || event == "orders.approve"
        })
    };
    let (twin, made) = (|| of("a", TOPIC), || of("b", TOPIC));
    assert_eq!(settled(vec![twin()]), Some(Happened::No));
    assert_eq!(settled(vec![twin(), made()]), Some(Happened::Yes));
    assert_eq!(settled(vec![of("b", "orders.approve")]), Some(Happened::No));
    // A name that nobody documents may be a new one of the topic.
    assert_eq!(settled(vec![twin(), of("b", "orders.put")]), None);
    assert_eq!(settled(vec![of("a", "orders.put")]), Some(Happened::No));
}
