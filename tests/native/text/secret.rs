//! Header values are secrets: whatever is wrong with them, nothing that is said or logged repeats them.

use pegboard::platform::happycolis::{create, rules};
use pegboard::subscription::{Draft, HappyColisMode, HeaderRow, HeadersDraft, Secret};
use pegboard::text::problem::{fix, sentence};
use pegboard::validation::validate;
use proptest::prelude::*;

use crate::sample::{API, ENDPOINT};

const SECRET: &str = "s3cret";

fn draft(headers: HeadersDraft) -> Draft {
    Draft {
        events: vec!["order/created".to_owned()],
        endpoint: ENDPOINT.to_owned(),
        headers,
        ..Draft::default()
    }
}

/// Everything that can be read or logged of a draft.
fn said(draft: &Draft) -> Vec<String> {
    let mut said = vec![format!("{draft:?}")];
    match validate(draft, &rules()) {
        Ok(valid) => {
            let request = create(API, HappyColisMode::Integration, &valid);
            said.extend([format!("{valid:?}"), format!("{request:?}")]);
        }
        Err(problems) => {
            for problem in &problems {
                said.extend([sentence(problem), format!("{problem:?}")]);
                said.extend(fix(problem).map(|fix| format!("{fix:?}")));
            }
        }
    }
    said
}

#[track_caller]
fn assert_silent(draft: &Draft) {
    for text in said(draft) {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[test]
fn a_value_is_never_repeated() {
    let long = SECRET.repeat(900);
    let values = [
        SECRET.to_owned(),
        format!(" {SECRET} "),
        format!("{SECRET}\r\nX: y"),
        format!("{SECRET}\u{0}"),
        format!("{SECRET}\u{e9}"),
        format!("\t{SECRET}"),
        long,
    ];
    for value in values {
        for name in [
            "X-Key",
            "",
            "Host",
            "X Key",
            "x-happycolis-webhook-signature",
            "Proxy-Key",
        ] {
            let row = HeaderRow {
                name: name.to_owned(),
                value: Secret::new(value.as_str()),
            };
            assert_silent(&draft(HeadersDraft::Rows(vec![row.clone(), row.clone()])));
            let text = pegboard::validation::headers::rows_to_json(&[row.clone(), row]);
            assert_silent(&draft(HeadersDraft::Json(Secret::new(text))));
        }
    }
}

#[test]
fn a_text_that_is_no_object_of_strings_is_not_repeated() {
    for text in [
        r#""s3cret""#,
        r#"["s3cret"]"#,
        r#"{"X-Key": {"a": "s3cret"}}"#,
        r#"{"X-Key": ["s3cret"]}"#,
        r#"{"X-Key": "s3cret"#,
        r#"{"X-Key": s3cret}"#,
        r#"{"Authorization: s3cret": 5}"#,
        r#"{"X-Key": "s3cret",}"#,
        r#"{"X-Key": "s3cret"} s3cret"#,
        r#"s3cret"#,
        r#"{"X-Key": "\us3cret"}"#,
    ] {
        assert_silent(&draft(HeadersDraft::Json(Secret::new(text))));
    }
}

proptest! {
    #[test]
    fn a_secret_anywhere_in_a_value_stays_unsaid(before in "\\PC{0,8}", after in "\\PC{0,8}", name in "[A-Za-z:\u{e9} ]{0,8}") {
        let row = HeaderRow { name, value: Secret::new(format!("{before}{SECRET}{after}")) };
        for text in said(&draft(HeadersDraft::Rows(vec![row]))) {
            prop_assert!(!text.contains(SECRET), "{}", text);
        }
    }
}
