//! The JSON view of headers: nothing lost, and every mistake found at its place.

use pegboard::subscription::{HeaderRow, Secret};
use pegboard::validation::headers::{json_to_rows, rows_to_json};
use pegboard::validation::{Found, JsonFault, JsonProblem, Place, Syntax};

fn pairs(text: &str) -> Vec<(String, String)> {
    let rows = json_to_rows(text).unwrap_or_else(|problems| panic!("{text:?}: {problems:?}"));
    rows.into_iter()
        .map(|row| (row.name, row.value.expose().to_owned()))
        .collect()
}

fn only(text: &str) -> JsonProblem {
    let problems = json_to_rows(text).err().unwrap_or_default();
    match problems.as_slice() {
        [problem] => problem.clone(),
        other => panic!("{text:?}: {other:?}"),
    }
}

const fn place(line: usize, column: usize, start: usize, end: usize) -> Place {
    Place {
        line,
        column,
        start,
        end,
    }
}

fn row(name: &str, value: &str) -> HeaderRow {
    HeaderRow {
        name: name.to_owned(),
        value: Secret::new(value),
    }
}

#[test]
fn rows_become_one_line_each() {
    assert_eq!(rows_to_json(&[]), "{}");
    let rows = [
        row("X-Key", "a \"b\" \\ é"),
        row("X-Key", "\n"),
        row("", ""),
    ];
    let text = "{\n  \"X-Key\": \"a \\\"b\\\" \\\\ é\",\n  \"X-Key\": \"\\n\",\n  \"\": \"\"\n}";
    assert_eq!(rows_to_json(&rows), text);
    assert_eq!(json_to_rows(text).unwrap(), rows);
}

#[test]
fn an_object_of_strings_is_read_in_its_order() {
    assert!(pairs("").is_empty());
    assert!(pairs(" \n ").is_empty());
    assert!(pairs("{}").is_empty());
    assert_eq!(
        pairs(" {\"b\" : \"1\" ,\"a\":\"\\u00e9\\ud83e\\ude9d\",\"b\":\"\"} "),
        [("b", "1"), ("a", "é🪝"), ("b", "")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
}

#[test]
fn anything_but_an_object_is_named() {
    let cases = [
        ("[]", Found::Array),
        ("[{\"a\": \"b\"}]", Found::Array),
        ("\"a\"", Found::String),
        ("1", Found::Number),
        ("-1.5e3", Found::Number),
        ("true", Found::Boolean),
        ("false", Found::Boolean),
        ("null", Found::Null),
    ];
    for (text, found) in cases {
        let expected = JsonProblem {
            place: place(2, 3, 3, 3 + text.len()),
            fault: JsonFault::NotAnObject(found),
        };
        assert_eq!(only(&format!("\n  {text}\n")), expected, "{text}");
    }
}

#[test]
fn every_value_that_is_no_string_is_named_with_its_key() {
    let text = "{\"n\": 1, \"ok\": \"x\",\n\"é🪝\": null, \"a\": [1, {}], \"o\": {\"b\": \"c\"}, \"t\": true}";
    let found = |name: Option<&str>, found, at| JsonProblem {
        place: at,
        fault: JsonFault::NotAString(name.map(str::to_owned), found),
    };
    assert_eq!(
        json_to_rows(text).unwrap_err(),
        [
            found(Some("n"), Found::Number, place(1, 7, 6, 7)),
            found(None, Found::Null, place(2, 8, 27, 31)),
            found(Some("a"), Found::Array, place(2, 19, 38, 45)),
            found(Some("o"), Found::Object, place(2, 33, 52, 62)),
            found(Some("t"), Found::Boolean, place(2, 50, 69, 73)),
        ]
    );
}

#[test]
fn every_syntax_error_is_explained_at_its_place() {
    let cases = [
        ("{", Syntax::Unfinished, place(1, 2, 1, 1)),
        ("{\"a\": \"b\"\n", Syntax::Unfinished, place(2, 1, 10, 10)),
        ("{\"a\": \"é", Syntax::Unfinished, place(1, 9, 8, 8)),
        ("{\"a\": [", Syntax::Unfinished, place(1, 8, 7, 7)),
        ("{a: \"b\"}", Syntax::NameWithoutQuotes, place(1, 2, 1, 2)),
        ("{'a': \"b\"}", Syntax::NameWithoutQuotes, place(1, 2, 1, 2)),
        ("{“a”: \"b\"}", Syntax::NameWithoutQuotes, place(1, 2, 1, 2)),
        ("{1: \"b\"}", Syntax::NameWithoutQuotes, place(1, 2, 1, 2)),
        ("{\"é\" \"b\"}", Syntax::NoColon, place(1, 6, 5, 6)),
        ("{\"a\"= \"b\"}", Syntax::NoColon, place(1, 5, 4, 5)),
        (
            "{\"é🪝\": \"b\"\n \"c\": \"d\"}",
            Syntax::NoComma,
            place(2, 2, 13, 14),
        ),
        ("{\"a\": [1 2]}", Syntax::NoComma, place(1, 10, 9, 10)),
        (
            "{\"a\": \"b\",}",
            Syntax::TrailingComma,
            place(1, 11, 10, 11),
        ),
        (
            "{\"a\": \"b\",\n}",
            Syntax::TrailingComma,
            place(2, 1, 11, 12),
        ),
        ("{\"a\": b}", Syntax::NoValue, place(1, 7, 6, 7)),
        ("{\"a\": 'b'}", Syntax::NoValue, place(1, 7, 6, 7)),
        ("{\"a\": “b”}", Syntax::NoValue, place(1, 7, 6, 7)),
        ("{\"a\": }", Syntax::NoValue, place(1, 7, 6, 7)),
        ("{\"a\": 01}", Syntax::NoValue, place(1, 8, 7, 8)),
        ("{\"a\": trve}", Syntax::NoValue, place(1, 9, 8, 9)),
        ("X-Key: b", Syntax::NoValue, place(1, 1, 0, 1)),
        (
            "{\"a\": \"b\nc\"}",
            Syntax::ControlCharacter,
            place(1, 9, 8, 9),
        ),
        (
            "{\"é\": \"b\tc\"}",
            Syntax::ControlCharacter,
            place(1, 9, 8, 9),
        ),
        ("{\"a\": \"\\x\"}", Syntax::Escape, place(1, 9, 8, 9)),
        ("{\"a\": \"\\u12g4\"}", Syntax::Escape, place(1, 13, 12, 13)),
        ("{\"é\": \"\\ud800\"}", Syntax::Escape, place(1, 7, 6, 14)),
        ("{\"\\udc00\": \"b\"}", Syntax::Escape, place(1, 2, 1, 9)),
        ("{\"a\": \"b\"} x", Syntax::AfterEnd, place(1, 12, 11, 12)),
        ("{\"a\": \"b\"}{}", Syntax::AfterEnd, place(1, 11, 10, 11)),
    ];
    for (text, syntax, place) in cases {
        let fault = JsonFault::Syntax(syntax);
        assert_eq!(only(text), JsonProblem { place, fault }, "{text:?}");
    }
}

#[test]
fn ten_thousand_members_are_read_in_one_pass() {
    let rows: Vec<_> = (0..10_000)
        .map(|index| row(&format!("é{index}"), "x"))
        .collect();
    assert_eq!(json_to_rows(&rows_to_json(&rows)).unwrap(), rows);
}
