//! A text through the reader of headers as JSON, and through the reader of JSON beneath it.

use pegboard::subscription::json::{members, parse, print};
use pegboard::subscription::{Draft, HeadersDraft, Secret};
use pegboard::text::problem::{fix, sentence};
use pegboard::validation::headers::{json_to_rows, rows_to_json};
use pegboard::validation::{EventRule, Field, HeaderRule, Place, Rules, validate};
use serde_json::Value;

/// # Panics
/// Rows that are read do not come back from the text that is made of them, or a problem stands outside the text.
pub fn header_json(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    match json_to_rows(&text) {
        Ok(rows) => assert!(json_to_rows(&rows_to_json(&rows)).as_ref() == Ok(&rows)),
        Err(problems) => {
            assert!(!problems.is_empty());
            let places = problems.iter().map(|problem| problem.place);
            places.for_each(|place| assert_within(&text, place));
        }
    }
    let rules = Rules {
        events: EventRule::One,
        headers: HeaderRule::Offered {
            reserved: &["x-signature"],
        },
        attributes: Vec::new(),
        existing: None,
    };
    let draft = Draft {
        headers: HeadersDraft::Json(Secret::new(text.as_str())),
        ..Draft::default()
    };
    for problem in validate(&draft, &rules).err().unwrap_or_default() {
        let _ = (sentence(&problem), fix(&problem));
        if let Field::HeadersJson(place) = problem.field {
            assert_within(&text, place);
        }
    }
}

/// A place that a text area can select.
fn assert_within(text: &str, place: Place) {
    let Place {
        line,
        column,
        start,
        end,
    } = place;
    let units = text.encode_utf16().count();
    assert!(start <= end && end <= units, "{place:?} of {units}");
    let lines = text.split('\n').count();
    assert!(
        (1..=lines).contains(&line) && (1..=start + 1).contains(&column),
        "{place:?} of {lines} lines"
    );
}

/// # Panics
/// The console and `serde_json` do not read the same.
pub fn json(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = parse(&text);
    assert_eq!(
        read.as_ref().ok(),
        serde_json::from_str::<Value>(&text).ok().as_ref()
    );
    match (&read, members(&text)) {
        (Ok(value), Ok(Ok(members))) => {
            assert!(value.is_object());
            for member in members {
                assert_eq!(parse(member.raw_name), Ok(member.name.into()));
                assert_eq!(parse(member.raw_value), Ok(member.value));
            }
        }
        (Ok(value), Ok(Err(other))) => assert_eq!(*value, other),
        (Err(flaw), Err(same)) => {
            assert_eq!(*flaw, same);
            assert!(flaw.from <= flaw.to && flaw.to <= text.len(), "{flaw:?}");
            let _ = flaw.line_and_column(&text);
        }
        (_, other) => panic!("{read:?}, and of its members: {:?}", other.is_ok()),
    }
    if let Ok(value) = read {
        assert_eq!(parse(&print(&value)), Ok(value));
    }
}
