//! The validation tables again, by the browser's own URL parser.
#![cfg(target_arch = "wasm32")]

#[path = "../cases/mod.rs"]
mod cases;

use cases::accepted::ACCEPTED;
use cases::block::blocks;
use cases::corrected::CORRECTED;
use cases::long;
use cases::notation::NOTATIONS;
use cases::refused::REFUSED;
use pegboard::validation::{EndpointProblem, LONGEST_ENDPOINT, endpoint, flags};
use wasm_bindgen_test::wasm_bindgen_test;

fn codes(typed: &str) -> Vec<&'static str> {
    flags(typed).iter().map(EndpointProblem::code).collect()
}

#[wasm_bindgen_test]
fn accepted_addresses_are_sent_as_the_table_says() {
    let wrong: Vec<_> = ACCEPTED
        .iter()
        .map(|(typed, href)| (*typed, *href, endpoint(typed)))
        .filter(|(_, href, verdict)| verdict.as_ref().map(|endpoint| endpoint.href()) != Ok(*href))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[wasm_bindgen_test]
fn refused_addresses_have_every_code_of_the_table() {
    let wrong: Vec<_> = REFUSED
        .iter()
        .map(|(typed, expected)| (*typed, *expected, codes(typed)))
        .filter(|(_, expected, found)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[wasm_bindgen_test]
fn a_special_address_is_refused_in_every_notation() {
    for typed in NOTATIONS {
        assert_eq!(codes(typed), ["host-special-address"], "{typed:?}");
    }
}

#[wasm_bindgen_test]
fn both_ends_of_every_block_are_refused_and_its_public_neighbours_are_not() {
    let verdict = |host: &str| codes(&format!("https://{host}/"));
    for ends in blocks() {
        for host in [ends.first, ends.last] {
            assert_eq!(
                verdict(host),
                ["host-special-address"],
                "{host} of {}",
                ends.range
            );
        }
        for host in [ends.before, ends.after].into_iter().flatten() {
            assert!(verdict(host).is_empty(), "{host} beside {}", ends.range);
        }
    }
}

#[wasm_bindgen_test]
fn a_fix_is_offered_where_the_table_says() {
    for (typed, code, expected) in CORRECTED {
        let problems = flags(typed);
        let offered = problems
            .iter()
            .find(|problem| problem.code() == *code)
            .map(|problem| problem.corrected.as_deref().unwrap_or_default());
        assert_eq!(offered, Some(*expected), "{typed:?}");
    }
}

#[wasm_bindgen_test]
fn the_longest_address_is_accepted_and_one_more_character_is_not() {
    assert!(endpoint(&long(LONGEST_ENDPOINT)).is_ok());
    assert_eq!(codes(&long(LONGEST_ENDPOINT + 1)), ["endpoint-too-long"]);
}
