//! The rules for custom headers, in both views.

use pegboard::subscription::{Draft, HeaderRow, HeadersDraft, Secret};
use pegboard::validation::headers::{LONGEST_TOTAL, MOST_HEADERS, rows_to_json};
use pegboard::validation::{
    Field, HeaderRule, Headers, LONGEST_NAME, LONGEST_VALUE, Problem, Rules, validate,
};

use super::{RULES, codes};

fn row(name: &str, value: &str) -> HeaderRow {
    HeaderRow {
        name: name.to_owned(),
        value: Secret::new(value),
    }
}

fn judge_by(headers: HeadersDraft, rule: HeaderRule) -> Result<Headers, Vec<Problem>> {
    let draft = Draft {
        events: vec!["order/created".to_owned()],
        endpoint: "https://hooks.example.com/".to_owned(),
        headers,
        ..Draft::default()
    };
    let rules = Rules {
        headers: rule,
        ..RULES
    };
    validate(&draft, &rules).map(|valid| valid.headers)
}

/// Judges the rows in both views, which must agree.
fn judge(rows: &[HeaderRow]) -> Result<Headers, Vec<Problem>> {
    let by_rows = judge_by(HeadersDraft::Rows(rows.to_vec()), RULES.headers);
    let by_json = judge_by(
        HeadersDraft::Json(Secret::new(rows_to_json(rows))),
        RULES.headers,
    );
    match (&by_rows, &by_json) {
        (Ok(headers), Ok(same)) => assert_eq!(headers, same),
        (Err(problems), Err(same)) => assert_eq!(codes(problems), codes(same)),
        _ => panic!("{by_rows:?} {by_json:?}"),
    }
    by_rows
}

fn refused(name: &str, value: &str) -> Vec<&'static str> {
    codes(&judge(&[row(name, value)]).err().unwrap_or_default())
}

#[test]
fn every_token_character_is_allowed_in_a_name() {
    assert!(refused("!#$%&'*+-.^_`|~09azAZ", "x").is_empty());
    for c in (0..=0x17f).filter_map(char::from_u32) {
        let token = c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        assert_eq!(refused(&format!("a{c}b"), "x").is_empty(), token, "{c:?}");
    }
    assert_eq!(refused("clé", "x"), ["header-name-not-a-token"]);
}

#[test]
fn reserved_names_are_refused_in_any_case() {
    for name in [
        "Host",
        "host",
        "CONTENT-TYPE",
        "Content-Length",
        "Expect",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "HTTP2-Settings",
        "Proxy-Authorization",
        "proxy-authenticate",
        "Proxy-Connection",
        "PROXY-anything",
        "X-Platform-Signature",
        "x-platform-signature",
    ] {
        assert_eq!(refused(name, "x"), ["header-name-reserved"], "{name}");
    }
    for name in [
        "Authorization",
        "X-Host",
        "Hosts",
        "Content-Language",
        "Proxy",
        "X-Proxy-Key",
        "X-Platform-Signature-2",
    ] {
        assert!(refused(name, "x").is_empty(), "{name}");
    }
}

#[test]
fn the_same_name_twice_is_reported_at_each_row_and_never_merged() {
    let rows = [
        row("X-Key", "a"),
        row("Other", "b"),
        row("x-key", "c"),
        row("X-KEY", "d"),
    ];
    let problems = judge(&rows).unwrap_err();
    assert_eq!(codes(&problems), ["header-name-repeated"; 3]);
    let fields: Vec<_> = problems.into_iter().map(|problem| problem.field).collect();
    assert_eq!(
        fields,
        [
            Field::HeaderName(0),
            Field::HeaderName(2),
            Field::HeaderName(3)
        ]
    );
}

#[test]
fn the_same_key_twice_in_the_text_is_reported_at_its_places() {
    let text = "{\"é\\u0041\": \"x\",\n \"A\": \"a\", \"\\u0041\": \"b\"}".replace("é\\u0041", "B");
    let problems = judge_by(HeadersDraft::Json(Secret::new(text)), RULES.headers).unwrap_err();
    let places: Vec<_> = problems
        .iter()
        .map(|problem| match problem.field {
            Field::HeadersJson(place) => (place.line, place.column, place.start, place.end),
            _ => panic!("{problem:?}"),
        })
        .collect();
    assert_eq!(codes(&problems), ["header-name-repeated"; 2]);
    assert_eq!(places, [(2, 2, 12, 15), (2, 12, 22, 30)]);
}

#[test]
fn a_member_that_is_no_string_is_judged_by_its_name_as_well() {
    let text = "{\"Host\": 1, \"A\": null, \"a\": \"\\n\", \"\": []}".to_owned();
    let problems = judge_by(HeadersDraft::Json(Secret::new(text)), RULES.headers).unwrap_err();
    assert_eq!(
        codes(&problems),
        [
            "header-name-reserved",
            "headers-json-not-a-string",
            "header-name-repeated",
            "headers-json-not-a-string",
            "header-name-repeated",
            "header-value-missing",
            "header-name-missing",
            "headers-json-not-a-string",
        ]
    );
}

#[test]
fn values_are_single_lines_of_ascii_without_control_characters() {
    for value in [
        "x",
        "a b",
        "Bearer abc.def-ghi",
        "~!@#$%^&*()_+{}|:\"<>?`-=[]\\;',./",
    ] {
        assert!(refused("X-Key", value).is_empty(), "{value:?}");
    }
    let cases = [
        ("a\rb", "header-value-line-break"),
        ("a\n", "header-value-line-break"),
        ("a\r\nX-Evil: b", "header-value-line-break"),
        ("a\0b", "header-value-control-character"),
        ("a\tb", "header-value-control-character"),
        ("a\u{1f}b", "header-value-control-character"),
        ("a\u{7f}", "header-value-control-character"),
        ("a\u{85}b", "header-value-control-character"),
        (" a", "header-value-outer-white-space"),
        ("a ", "header-value-outer-white-space"),
        ("é", "header-value-not-ascii"),
        ("a\u{a0}", "header-value-not-ascii"),
        ("🪝", "header-value-not-ascii"),
        ("", "header-value-missing"),
        ("  ", "header-value-missing"),
    ];
    for (value, code) in cases {
        assert_eq!(refused("X-Key", value), [code], "{value:?}");
    }
    assert_eq!(
        refused("X-Key", " é\0\n"),
        [
            "header-value-line-break",
            "header-value-control-character",
            "header-value-outer-white-space",
            "header-value-not-ascii",
        ]
    );
}

#[test]
fn a_row_with_neither_name_nor_value_is_no_header() {
    assert!(judge(&[row("", ""), row("", "")]).unwrap().is_empty());
    assert!(!judge(&[row("", ""), row("A", "b")]).unwrap().is_empty());
    assert_eq!(refused("", "x"), ["header-name-missing"]);
    let twice = judge(&[row("", "x"), row("", "y")]).unwrap_err();
    assert_eq!(codes(&twice), ["header-name-missing"; 2]);
}

#[test]
fn the_limits_hold_at_both_ends() {
    assert!(refused(&"n".repeat(LONGEST_NAME), "x").is_empty());
    assert_eq!(
        refused(&"n".repeat(LONGEST_NAME + 1), "x"),
        ["header-name-too-long"]
    );
    assert!(refused("X-Key", &"v".repeat(LONGEST_VALUE)).is_empty());
    assert_eq!(
        refused("X-Key", &"v".repeat(LONGEST_VALUE + 1)),
        ["header-value-too-long"]
    );

    let rows = |count: usize| -> Vec<_> {
        (0..count)
            .map(|index| row(&format!("X-{index}"), "x"))
            .collect()
    };
    assert!(judge(&rows(MOST_HEADERS)).is_ok());
    assert_eq!(
        codes(&judge(&rows(MOST_HEADERS + 1)).unwrap_err()),
        ["headers-too-many"]
    );

    let total = |last: usize| {
        [
            row("A", &"v".repeat(LONGEST_VALUE)),
            row("B", &"v".repeat(last)),
        ]
    };
    let rest = LONGEST_TOTAL - LONGEST_VALUE - 2;
    assert!(judge(&total(rest)).is_ok());
    assert_eq!(
        codes(&judge(&total(rest + 1)).unwrap_err()),
        ["headers-too-large"]
    );
}

#[test]
fn a_platform_without_headers_takes_none() {
    let rule = HeaderRule::NotOffered;
    for none in [
        HeadersDraft::default(),
        HeadersDraft::Rows(vec![row("", "")]),
        HeadersDraft::Json(Secret::new(" {} ")),
    ] {
        assert!(judge_by(none, rule).unwrap().is_empty());
    }
    for some in [
        HeadersDraft::Rows(vec![row("A", "b")]),
        HeadersDraft::Json(Secret::new("[")),
    ] {
        assert_eq!(
            codes(&judge_by(some, rule).unwrap_err()),
            ["headers-not-offered"]
        );
    }
}

#[test]
fn debug_shows_no_value() {
    let headers = judge(&[row("X-Key", "hunter2")]).unwrap();
    assert!(format!("{headers:?}").contains("X-Key"));
    assert!(!format!("{headers:?}").contains("hunter2"));
}
