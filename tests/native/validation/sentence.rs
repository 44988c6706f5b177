//! What problems say.

use pegboard::subscription::{Draft, HeaderRow, HeadersDraft, Secret};
use pegboard::text::problem::{Fix, fix, sentence};
use pegboard::validation::{Field, Kind, Problem, validate};

use super::cases::corrected::CORRECTED;
use super::cases::refused::REFUSED;
use super::{RULES, codes};

fn problems(endpoint: &str, headers: HeadersDraft) -> Vec<Problem> {
    let draft = Draft {
        events: vec!["order/created".to_owned()],
        endpoint: endpoint.to_owned(),
        headers,
        ..Draft::default()
    };
    validate(&draft, &RULES).err().unwrap_or_default()
}

fn of_headers(headers: HeadersDraft) -> Vec<String> {
    problems("https://hooks.example.com/", headers)
        .iter()
        .map(sentence)
        .collect()
}

fn of_rows(name: &str, value: &str) -> Vec<String> {
    let (name, value) = (name.to_owned(), Secret::new(value));
    of_headers(HeadersDraft::Rows(vec![HeaderRow { name, value }]))
}

#[test]
fn every_refusal_says_what_is_wrong_and_what_to_do() {
    for (typed, _) in REFUSED {
        for problem in problems(typed, HeadersDraft::default()) {
            let said = sentence(&problem);
            assert!(
                said.ends_with('.') && said.matches(". ").count() + said.matches(", ").count() > 0,
                "{said}"
            );
            assert!(
                said.starts_with(|c: char| !c.is_lowercase()) || said.contains(" is "),
                "{said}"
            );
        }
    }
}

#[test]
fn an_address_is_explained_by_its_block() {
    let said = sentence(&problems("https://10.1/", HeadersDraft::default())[0]);
    assert!(
        said.starts_with(
            "10.0.0.1 is not a public address: it lies in 10.0.0.0/8 (Private-Use, RFC 1918)."
        ),
        "{said}"
    );
    let said = sentence(&problems("https://[::ffff:10.0.0.1]/", HeadersDraft::default())[0]);
    assert!(
        said.contains("and stands for 10.0.0.1 (Private-Use, 10.0.0.0/8)"),
        "{said}"
    );
}

#[test]
fn the_fix_is_what_the_table_offers() {
    for (typed, code, expected) in CORRECTED {
        let problems = problems(typed, HeadersDraft::default());
        let problem = problems
            .iter()
            .find(|problem| problem.code() == *code)
            .unwrap();
        let expected = (!expected.is_empty()).then(|| Fix {
            label: format!("Use {expected}"),
            replacement: (*expected).to_owned(),
        });
        assert_eq!(fix(problem), expected, "{typed:?}");
    }
}

#[test]
fn json_problems_say_where_what_was_found_and_what_is_wanted() {
    let said = |text: &str| of_headers(HeadersDraft::Json(Secret::new(text)));
    assert_eq!(
        said("\n [1]"),
        [
            "Line 2, column 2: This is an array, but an object of strings is wanted. Write { \"X-Shop-Key\": \"value\" }."
        ]
    );
    assert_eq!(
        said("{\"X-Key\": 5}"),
        [
            "Line 1, column 11: The value of X-Key is a number, but a string is wanted. Put quotes around it."
        ]
    );
    assert_eq!(
        said("{\"X-Key\": {}}"),
        [
            "Line 1, column 11: The value of X-Key is an object, but a string is wanted. Write a text in quotes."
        ]
    );
    assert_eq!(
        said("{\"a b\": null}"),
        [
            "Line 1, column 2: A header name cannot contain a space. Use letters, digits and hyphens, such as X-Shop-Key.",
            "Line 1, column 9: The value of this header is null, but a string is wanted. Write a text in quotes."
        ]
    );
    assert_eq!(
        said("{\"a\": \"b\",}"),
        ["Line 1, column 11: The comma before this has nothing after it. Remove the comma."]
    );
}

#[test]
fn a_reserved_name_is_given_with_its_reason() {
    assert_eq!(
        of_rows("HOST", "x"),
        ["The header host is set by every delivery itself. Choose another name, or remove it."]
    );
    assert_eq!(
        of_rows("Proxy-Authorization", "x"),
        [
            "Headers that begin with proxy- belong to the connection and are removed on the way. Choose another name, or remove it."
        ]
    );
    assert_eq!(
        of_rows("X-Platform-Signature", "x"),
        [
            "The header x-platform-signature is set by the platform itself. Choose another name, or remove it."
        ]
    );
}

#[test]
fn neither_a_value_nor_a_pasted_header_line_is_repeated() {
    let secret = "hunter2";
    let rows = [
        ("Authorization: Bearer hunter2", "x"),
        ("Authorization hunter2", "é hunter2"),
        ("Host", " hunter2\n\0é"),
        ("", "hunter2"),
        ("X-Key", "hunter2\n"),
    ];
    for (name, value) in rows {
        let said = of_rows(name, value);
        assert!(!said.is_empty());
        assert!(said.iter().all(|said| !said.contains(secret)), "{said:?}");
    }
    for text in [
        "{\"a\": [\"hunter2\"]}",
        "{\"Authorization: hunter2\": 1}",
        "\"hunter2\"",
        "{\"a\": \"hunter2\" x",
        "{\"a\": hunter2}",
    ] {
        let found = problems(
            "https://hooks.example.com/",
            HeadersDraft::Json(Secret::new(text)),
        );
        assert!(!found.is_empty());
        for problem in found {
            assert!(!sentence(&problem).contains(secret), "{problem:?}");
            assert!(!format!("{problem:?}").contains(secret), "{problem:?}");
        }
    }
}

#[test]
fn a_name_with_white_space_or_a_colon_around_it_is_mended_in_the_rows_only() {
    let rows = HeadersDraft::Rows(vec![HeaderRow {
        name: " X-Key: ".to_owned(),
        value: Secret::new("x"),
    }]);
    let found = problems("https://hooks.example.com/", rows);
    assert_eq!(codes(&found), ["header-name-not-a-token"]);
    assert_eq!(fix(&found[0]).unwrap().replacement, "X-Key");
    let found = problems(
        "https://hooks.example.com/",
        HeadersDraft::Json(Secret::new("{\" X-Key: \": \"x\"}")),
    );
    assert_eq!(codes(&found), ["header-name-not-a-token"]);
    assert_eq!(fix(&found[0]), None);
}

#[test]
fn the_words_of_the_platform_are_shown_as_they_are() {
    let refused = |message: &str| {
        sentence(&Problem::new(
            Field::Endpoint,
            Kind::Refused(message.to_owned()),
        ))
    };
    assert_eq!(
        refused("endPoint must be public"),
        "The platform refused this and says: endPoint must be public"
    );
    assert!(!refused(" ").contains("says"));
}
