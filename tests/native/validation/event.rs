//! The rules for events.

use pegboard::subscription::Draft;
use pegboard::validation::{
    EventFault, EventRule, Field, Kind, LONGEST_EVENT, Problem, Rules, validate,
};

use super::{RULES, codes};

fn judge(events: &[&str], rule: EventRule) -> Result<Vec<String>, Vec<Problem>> {
    let draft = Draft {
        events: events.iter().map(|&event| event.to_owned()).collect(),
        endpoint: "https://hooks.example.com/".to_owned(),
        ..Draft::default()
    };
    let rules = Rules {
        events: rule,
        ..RULES
    };
    validate(&draft, &rules).map(|valid| valid.events)
}

#[test]
fn events_are_kept_as_chosen_and_in_order() {
    let events = [
        "order/updated",
        "order/created",
        "order/weird-thing",
        "événement",
    ];
    assert_eq!(judge(&events, EventRule::Several).unwrap(), events);
    assert_eq!(judge(&["a"], EventRule::One).unwrap(), ["a"]);
}

#[test]
fn at_least_one_event_is_needed() {
    for none in [&[][..], &[""], &["  "], &["", "\t"]] {
        let problems = judge(none, EventRule::Several).unwrap_err();
        assert_eq!(codes(&problems), ["event-missing"]);
        assert_eq!(problems[0].field, Field::Events);
    }
    let problems = judge(&["a", ""], EventRule::Several).unwrap_err();
    assert_eq!(codes(&problems), ["event-missing"]);
    assert_eq!(problems[0].field, Field::Event(1));
}

#[test]
fn where_the_platform_takes_one_event_two_are_refused() {
    let problems = judge(&["a", "b"], EventRule::One).unwrap_err();
    assert_eq!(codes(&problems), ["event-not-one"]);
    assert!(judge(&["a", "b"], EventRule::Several).is_ok());
}

#[test]
fn white_space_and_control_characters_are_refused() {
    for event in [
        " a", "a ", "a b", "a\tb", "a\n", "a\u{a0}b", "a\0b", "a\u{7f}",
    ] {
        let problems = judge(&[event], EventRule::One).unwrap_err();
        assert_eq!(codes(&problems), ["event-white-space"], "{event:?}");
        assert_eq!(problems[0].field, Field::Event(0));
    }
}

#[test]
fn a_type_without_its_white_space_is_offered_where_something_is_left() {
    for (event, corrected) in [(" a\tb\0", Some("ab")), ("\0", None)] {
        let problems = judge(&[event], EventRule::One).unwrap_err();
        let corrected = corrected.map(str::to_owned);
        let fault = EventFault::WhiteSpace { corrected };
        let wanted = Problem::new(Field::Event(0), Kind::Event(fault));
        assert_eq!(problems, [wanted]);
    }
}

#[test]
fn the_longest_event_is_accepted_and_one_more_character_is_not() {
    let longest = "é".repeat(LONGEST_EVENT);
    assert!(judge(&[&longest], EventRule::One).is_ok());
    let problems = judge(&[&(longest + "é")], EventRule::One).unwrap_err();
    assert_eq!(codes(&problems), ["event-too-long"]);
}

#[test]
fn the_same_event_twice_is_refused_at_the_second() {
    let problems = judge(&["a", "b", "a", "A"], EventRule::Several).unwrap_err();
    assert_eq!(codes(&problems), ["event-repeated"]);
    assert_eq!(problems[0].field, Field::Event(2));
}
