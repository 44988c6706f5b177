//! Notes of unfinished writes, and what a list says of each.

use pegboard::state::note::{Act, Deed, Note, ReplaceStage};
use pegboard::state::notice::Happened;
use pegboard::state::settle::settle;
use pegboard::subscription::{Attributes, Instant, Listing, Reading, Row, Source, Subscription};

use super::ledger::key;
use crate::sample::NOW;
use pegboard::subscription::HappyColisMode;

const EVENT: &str = "order/created";
const NEW: &str = "https://new.example.com/";

fn note(deed: Deed) -> Note {
    Note {
        id: "1-a".to_owned(),
        connection: key(HappyColisMode::Oauth, "Shop"),
        at: NOW,
        before: Vec::new(),
        deed,
    }
}

fn create() -> Deed {
    Deed {
        act: Act::Create,
        id: None,
        event: EVENT.to_owned(),
        endpoint: NEW.to_owned(),
    }
}

fn remove() -> Deed {
    Deed {
        act: Act::Remove,
        id: Some("old".to_owned()),
        event: EVENT.to_owned(),
        endpoint: NEW.to_owned(),
    }
}

fn replace(stage: ReplaceStage) -> Deed {
    Deed {
        act: Act::Replace(stage),
        id: Some("old".to_owned()),
        event: EVENT.to_owned(),
        endpoint: NEW.to_owned(),
    }
}

fn row(id: &str, event: &str, endpoint: Option<&str>) -> Row {
    Row::Subscription(Subscription {
        id: id.to_owned(),
        events: vec![event.to_owned()],
        endpoint: endpoint.map(str::to_owned),
        reading: Reading::happycolis_list(None, Instant(0)),
        created: None,
        updated: None,
        attributes: Attributes::default(),
        source: Source::Platform,
    })
}

/// A row without an event.
fn nameless() -> Row {
    let mut row = row("third", EVENT, Some(NEW));
    if let Row::Subscription(subscription) = &mut row {
        subscription.events.clear();
    }
    row
}

/// The lists that a note can meet.
fn lists() -> [Vec<Row>; 6] {
    let old = || row("old", EVENT, Some("https://old.example.com/"));
    let new = || row("new", EVENT, Some(NEW));
    let others = vec![
        row("other", "order/updated", Some(NEW)),
        row("another", EVENT, Some("https://third.example.com/")),
    ];
    let at_the_new_endpoint = vec![row("old", EVENT, Some(NEW))];
    [
        vec![],
        vec![old()],
        vec![new()],
        vec![old(), new()],
        at_the_new_endpoint,
        others,
    ]
}

/// Settles every deed by every list, each list with these rows before its own.
fn settled(before: &[Row]) -> Vec<(Deed, Vec<Option<Happened>>)> {
    let deeds = [
        create(),
        remove(),
        replace(ReplaceStage::Removing),
        replace(ReplaceStage::Creating),
        replace(ReplaceStage::Removed),
    ];
    let settle = |deed: &Deed, mut rows: Vec<Row>| {
        rows.splice(0..0, before.iter().cloned());
        let list = Listing {
            rows,
            read_at: NOW,
            ..Listing::default()
        };
        settle(&note(deed.clone()), &list, &|_| true)
    };
    let by_lists = |deed: Deed| {
        let happened = lists().map(|rows| settle(&deed, rows)).to_vec();
        (deed, happened)
    };
    deeds.map(by_lists).to_vec()
}

// Each in the order of the lists: none, old, new, both, old with the new endpoint, others.

#[test]
fn a_list_settles_every_deed() {
    use Happened::{No, OnlyRemoved, Yes};
    let only_removed = [
        OnlyRemoved,
        OnlyRemoved,
        Yes,
        OnlyRemoved,
        OnlyRemoved,
        OnlyRemoved,
    ];
    let expected = [
        (create(), [No, No, Yes, Yes, Yes, No]),
        (remove(), [Yes, No, Yes, No, No, Yes]),
        (
            replace(ReplaceStage::Removing),
            [OnlyRemoved, No, Yes, No, No, OnlyRemoved],
        ),
        (replace(ReplaceStage::Creating), only_removed),
        (replace(ReplaceStage::Removed), only_removed),
    ];
    let expected = expected.map(|(deed, happened)| (deed, happened.map(Some).to_vec()));
    assert_eq!(settled(&[]), expected);
}

/// A row that cannot be read may be any subscription: what is seen is settled, what is not seen stays open.
#[test]
fn a_list_with_a_row_that_cannot_be_read_settles_only_what_it_shows() {
    use Happened::{No, Yes};
    let unreadable = Row::Unreadable {
        position: 0,
        raw: "null".to_owned(),
    };
    let of_removal = [None, Some(No), None, Some(No), Some(No), None];
    let expected = [
        (
            create(),
            [None, None, Some(Yes), Some(Yes), Some(Yes), None],
        ),
        (remove(), of_removal),
        (replace(ReplaceStage::Removing), of_removal),
        (replace(ReplaceStage::Creating), [None; 6]),
        (replace(ReplaceStage::Removed), [None; 6]),
    ];
    let expected = expected.map(|(deed, happened)| (deed, happened.to_vec()));
    assert_eq!(settled(&[unreadable]), expected);
}

/// A row that does not say where it delivers may be what was created.
#[test]
fn a_row_that_does_not_say_what_it_is_leaves_a_creation_open() {
    use Happened::{No, Yes};
    let of_creation = [None, None, Some(Yes), None, None, None];
    let expected = [
        (
            create(),
            [None, None, Some(Yes), Some(Yes), Some(Yes), None],
        ),
        (remove(), [Yes, No, Yes, No, No, Yes].map(Some)),
        (
            replace(ReplaceStage::Removing),
            [None, Some(No), Some(Yes), Some(No), Some(No), None],
        ),
        (replace(ReplaceStage::Creating), of_creation),
        (replace(ReplaceStage::Removed), of_creation),
    ];
    let expected = expected.map(|(deed, happened)| (deed, happened.to_vec()));
    for silent in [row("third", EVENT, None), nameless()] {
        assert_eq!(settled(&[silent]), expected);
    }
    // Another event is not it, and neither is another endpoint.
    let all = settled(&[]);
    assert_eq!(settled(&[row("third", "order/updated", None)]), all);
}

#[test]
fn a_row_of_several_events_counts_for_each_of_them() {
    let Row::Subscription(mut several) = row("new", EVENT, Some(NEW)) else {
        unreachable!()
    };
    several.events.insert(0, "order/updated".to_owned());
    let list = Listing {
        rows: vec![Row::Subscription(several)],
        read_at: NOW,
        ..Listing::default()
    };
    assert_eq!(
        settle(&note(create()), &list, &|_| true),
        Some(Happened::Yes)
    );
}

#[test]
fn the_outcome_of_a_later_attempt_settles_an_earlier_one_of_the_same_deed() {
    let of = |deed: Deed| note(deed);
    let create_elsewhere = Deed {
        act: Act::Create,
        id: None,
        event: EVENT.to_owned(),
        endpoint: "https://other.example.com/".to_owned(),
    };
    let create_other = Deed {
        act: Act::Create,
        id: None,
        event: "order/updated".to_owned(),
        endpoint: NEW.to_owned(),
    };
    let remove_other = Deed {
        act: Act::Remove,
        id: Some("other".to_owned()),
        event: EVENT.to_owned(),
        endpoint: NEW.to_owned(),
    };
    let (removing, removed) = (
        replace(ReplaceStage::Removing),
        replace(ReplaceStage::Removed),
    );
    for (earlier, later, settled) in [
        (create(), create(), true),
        // There is one subscription for an event, wherever it goes.
        (create(), create_elsewhere, true),
        (create(), create_other, false),
        (remove(), remove(), true),
        (remove(), remove_other, false),
        (removing.clone(), removed.clone(), true),
        (removed, removing.clone(), true),
        (create(), remove(), false),
        (remove(), removing, false),
    ] {
        let is_settled = of(earlier.clone()).is_settled_by(&of(later.clone()));
        assert_eq!(is_settled, settled, "{earlier:?} by {later:?}");
    }
    let elsewhere = Note {
        connection: key(HappyColisMode::Oauth, "Branch"),
        ..of(create())
    };
    assert!(!of(create()).is_settled_by(&elsewhere));
}
