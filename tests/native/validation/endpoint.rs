//! The endpoint table, by the `url` crate.

use pegboard::validation::{EndpointProblem, LONGEST_ENDPOINT, endpoint, flags};

use super::cases::accepted::ACCEPTED;
use super::cases::block::blocks;
use super::cases::corrected::CORRECTED;
use super::cases::long;
use super::cases::notation::NOTATIONS;
use super::cases::refused::REFUSED;

fn codes(typed: &str) -> Vec<&'static str> {
    flags(typed).iter().map(EndpointProblem::code).collect()
}

#[test]
fn accepted_addresses_are_sent_as_the_table_says() {
    for (typed, href) in ACCEPTED {
        let endpoint = endpoint(typed).unwrap_or_else(|faults| panic!("{typed:?}: {faults:?}"));
        assert_eq!(endpoint.href(), *href, "{typed:?}");
        assert_eq!(endpoint.typed(), *typed);
        assert_eq!(endpoint.changed(), typed != href, "{typed:?}");
    }
}

#[test]
fn refused_addresses_have_every_code_of_the_table() {
    for (typed, expected) in REFUSED {
        assert_eq!(codes(typed), *expected, "{typed:?}");
        assert!(endpoint(typed).is_err(), "{typed:?}");
    }
}

#[test]
fn a_fix_is_offered_where_the_table_says() {
    for (typed, code, expected) in CORRECTED {
        let problems = flags(typed);
        let problem = problems.iter().find(|problem| problem.code() == *code);
        let problem = problem.unwrap_or_else(|| panic!("{typed:?} has no {code}"));
        let offered = problem.corrected.as_deref().unwrap_or_default();
        assert_eq!(offered, *expected, "{typed:?}");
    }
}

#[test]
fn a_special_address_is_refused_in_every_notation() {
    for typed in NOTATIONS {
        assert_eq!(codes(typed), ["host-special-address"], "{typed:?}");
    }
}

#[test]
fn the_tables_have_at_least_three_hundred_cases() {
    let of_block = |neighbours: [Option<&str>; 2]| 2 + neighbours.into_iter().flatten().count();
    let ends: usize = blocks()
        .map(|ends| of_block([ends.before, ends.after]))
        .sum();
    let cases = ACCEPTED.len() + REFUSED.len() + NOTATIONS.len() + ends;
    assert!(cases >= 300, "{cases}");
}

#[test]
fn the_longest_address_is_accepted_and_one_more_character_is_not() {
    assert!(endpoint(&long(LONGEST_ENDPOINT)).is_ok());
    assert_eq!(codes(&long(LONGEST_ENDPOINT + 1)), ["endpoint-too-long"]);
}

#[test]
fn the_length_is_that_of_the_address_as_sent() {
    let accents = |count| format!("https://hooks.example.com/{}", "é".repeat(count));
    let percent_encoded = (LONGEST_ENDPOINT - 26) / 6;
    assert!(endpoint(&accents(percent_encoded)).is_ok());
    assert_eq!(codes(&accents(percent_encoded + 1)), ["endpoint-too-long"]);
    let dots = format!(
        "https://hooks.example.com/{}",
        "./".repeat(LONGEST_ENDPOINT)
    );
    assert_eq!(
        endpoint(&dots).unwrap().href(),
        "https://hooks.example.com/"
    );
}

#[test]
fn the_longest_name_is_accepted_and_one_more_character_is_not() {
    let name = |last: usize| {
        [
            "a".repeat(63),
            "b".repeat(63),
            "c".repeat(63),
            "d".repeat(last),
        ]
        .join(".")
    };
    assert!(endpoint(&format!("https://{}/", name(61))).is_ok());
    assert_eq!(codes(&format!("https://{}/", name(62))), ["host-malformed"]);
}
