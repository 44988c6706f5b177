//! The reader of JSON reads what serde_json reads, and finds the same mistakes at the same places.

use pegboard::subscription::json::{Syntax, members, parse};
use proptest::prelude::*;
use serde_json::Value;

/// Pieces that make a text which is nearly JSON, or is.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    " ",
    "\n",
    "\"a\"",
    "\"é🪝\"",
    "\"a\":",
    "\"a\": 1",
    "\"",
    "\\",
    "\\n",
    "\\x",
    "\"\\u00e9\\\"\\/\\b\\f\\r\\t\"",
    "\"\\ud83e\\ude9d\"",
    "\"\\ud800\"",
    "\"\\udc00\\n\"",
    "\"\\ud800\\u0041\"",
    "\\u12",
    "\\u12é",
    "0",
    "1",
    "-",
    "-0",
    "01",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "1.5",
    "-2.25e2",
    "1E+2",
    "1e999",
    ".",
    "e",
    "true",
    "false",
    "null",
    "nul",
    "é",
    "\t",
    "\u{1}",
    "\u{a0}",
    "\u{feff}",
];

fn agree(text: &str) {
    let expected = serde_json::from_str::<Value>(text);
    match (parse(text), expected) {
        (Ok(value), Ok(expected)) => assert_eq!(value, expected, "{text:?}"),
        (Err(flaw), Err(error)) => {
            // serde_json names only the first of several mistakes in escapes, counts a line break that is wrong
            // to the next line, and gives up in the middle of a number that is too large.
            let own_way = matches!(flaw.syntax, Syntax::Escape | Syntax::ControlCharacter)
                || text.as_bytes().get(flaw.from) == Some(&b'\n')
                || text.contains("\\u")
                || error.to_string().starts_with("number out of range");
            if !own_way {
                let place = (error.line(), error.column());
                assert_eq!(
                    flaw.line_and_column(text),
                    place,
                    "{text:?}: {flaw:?}, {error}"
                );
                assert_eq!(
                    flaw.syntax == Syntax::Unfinished,
                    error.is_eof(),
                    "{text:?}"
                );
            }
        }
        (found, expected) => panic!("{text:?}: {found:?}, not {expected:?}"),
    }
}

#[test]
fn every_piece_alone_and_in_a_list_is_read_as_by_serde_json() {
    for piece in PIECES {
        for text in [
            piece.to_string(),
            format!("[{piece}]"),
            format!("{{\"a\": {piece}}}"),
            format!("\"{piece}\""),
        ] {
            agree(&text);
        }
    }
}

#[test]
fn a_number_is_rounded_to_the_nearest_that_there_is() {
    for number in ["-2.25e201", "0.1", "1e23", "8.41e21", "9007199254740993.0"] {
        agree(number);
    }
}

#[test]
fn values_may_be_as_deep_as_serde_json_lets_them() {
    for depth in [1, 126, 127, 128, 1000] {
        agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        agree(&format!(
            "{}1{}",
            "{\"a\":".repeat(depth),
            "}".repeat(depth)
        ));
    }
}

#[test]
fn members_keep_their_order_and_the_same_name_twice() {
    let text = " {\"b\": [1, 2],\"a\" :\"x\",\"b\":null} ";
    let found = members(text).unwrap().unwrap();
    let found = found
        .iter()
        .map(|member| (member.name.as_str(), member.raw_name, member.raw_value));
    assert_eq!(
        Vec::from_iter(found),
        [
            ("b", "\"b\"", "[1, 2]"),
            ("a", "\"a\"", "\"x\""),
            ("b", "\"b\"", "null")
        ]
    );
    assert_eq!(members("[1]").unwrap().err(), Some(serde_json::json!([1])));
}

proptest! {
    #[test]
    fn any_order_of_pieces_is_read_as_by_serde_json(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        agree(&pieces.concat());
    }

    #[test]
    fn any_text_is_read_as_by_serde_json(text in any::<String>()) {
        agree(&text);
        agree(&Value::from(text).to_string());
    }
}
