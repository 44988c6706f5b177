//! The rules for custom headers, whichever view they were typed in.

use std::fmt;

use super::header_json::{self, Entry};
use super::header_name::{self, NameFault};
use super::{Field, Kind, Problem};
use crate::subscription::{HeaderRow, HeadersDraft};

pub use super::header_json::{json_to_rows, rows_to_json};

/// Limits of our own (no platform documents any), within what common servers accept for all headers of a request.
pub const MOST_HEADERS: usize = 20;
/// Characters in one value.
pub const LONGEST_VALUE: usize = 4_096;
/// Characters in all names and values together.
pub const LONGEST_TOTAL: usize = 8_192;

/// Whether the platform sends custom headers, and which names it sets itself (in lower case), beside those of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderRule {
    NotOffered,
    Offered { reserved: &'static [&'static str] },
}

/// Headers that may be sent, in the order typed. The values are secrets: `Debug` leaves them out.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<HeaderRow>);

impl Headers {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|row| (row.name.as_str(), row.value.as_str()))
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderFault {
    NotOffered,
    Name(NameFault),
    Value(ValueFault),
    /// The number of headers found.
    TooMany(usize),
    /// The number of characters of all names and values found.
    TooLarge(usize),
}

/// What is wrong with a value, without the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueFault {
    Missing,
    /// Carriage return or line feed, which would begin another header.
    LineBreak,
    /// Any other control character. A tab is one: HTTP allows it inside a value, but it gets there only by accident.
    ControlCharacter,
    /// HTTP strips white space around a value, so the receiver would read something else.
    OuterWhiteSpace,
    /// Receivers disagree on how to read anything but ASCII (RFC 9110, section 5.5).
    NotAscii,
    /// The number of characters found.
    TooLong(usize),
}

impl HeaderFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotOffered => "headers-not-offered",
            Self::Name(fault) => fault.code(),
            Self::Value(ValueFault::Missing) => "header-value-missing",
            Self::Value(ValueFault::LineBreak) => "header-value-line-break",
            Self::Value(ValueFault::ControlCharacter) => "header-value-control-character",
            Self::Value(ValueFault::OuterWhiteSpace) => "header-value-outer-white-space",
            Self::Value(ValueFault::NotAscii) => "header-value-not-ascii",
            Self::Value(ValueFault::TooLong(_)) => "header-value-too-long",
            Self::TooMany(_) => "headers-too-many",
            Self::TooLarge(_) => "headers-too-large",
        }
    }
}

/// One header with the fields that its problems stand at.
struct Header {
    row: HeaderRow,
    name: Field,
    value: Field,
}

pub(super) fn check(draft: &HeadersDraft, rule: HeaderRule) -> Result<Headers, Vec<Problem>> {
    let (headers, mut problems) = read(draft);
    match rule {
        HeaderRule::Offered { reserved } => judge(&headers, reserved, &mut problems),
        HeaderRule::NotOffered if headers.is_empty() && problems.is_empty() => {}
        HeaderRule::NotOffered => {
            problems = vec![problem(Field::Headers, HeaderFault::NotOffered)];
        }
    }
    if problems.is_empty() {
        Ok(Headers(
            headers.into_iter().map(|header| header.row).collect(),
        ))
    } else {
        Err(problems)
    }
}

/// The headers of a draft, without empty rows, and what the JSON text has instead of headers.
fn read(draft: &HeadersDraft) -> (Vec<Header>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut headers: Vec<Header> = match draft {
        HeadersDraft::Rows(rows) => rows
            .iter()
            .enumerate()
            .map(|(index, row)| Header {
                row: row.clone(),
                name: Field::HeaderName(index),
                value: Field::HeaderValue(index),
            })
            .collect(),
        HeadersDraft::Json(text) => match header_json::read(text) {
            Ok(entries) => entries
                .into_iter()
                .filter_map(|entry| header_of(entry, &mut problems))
                .collect(),
            Err(found) => {
                problems.push(Problem::new(
                    Field::HeadersJson(found.place),
                    Kind::Json(found),
                ));
                Vec::new()
            }
        },
    };
    headers.retain(|header| !(header.row.name.is_empty() && header.row.value.is_empty()));
    (headers, problems)
}

fn header_of(entry: Entry, problems: &mut Vec<Problem>) -> Option<Header> {
    let name = Field::HeadersJson(entry.name_place);
    let value = Field::HeadersJson(entry.value_place);
    match entry.row {
        Ok(row) => Some(Header { row, name, value }),
        Err(found) => {
            problems.push(Problem::new(value, Kind::Json(found)));
            None
        }
    }
}

fn judge(headers: &[Header], reserved: &[&'static str], problems: &mut Vec<Problem>) {
    let mut names: Vec<String> = headers
        .iter()
        .map(|header| header.row.name.to_ascii_lowercase())
        .collect();
    names.sort_unstable();
    for header in headers {
        let HeaderRow { name, value } = &header.row;
        let mut faults = header_name::faults(name, reserved);
        if !name.is_empty() && is_repeated(&names, name) {
            faults.push(NameFault::Repeated);
        }
        let at_name = |fault| problem(header.name.clone(), HeaderFault::Name(fault));
        let at_value = |fault| problem(header.value.clone(), HeaderFault::Value(fault));
        problems.extend(faults.into_iter().map(at_name));
        problems.extend(value_faults(value).into_iter().map(at_value));
    }
    if headers.len() > MOST_HEADERS {
        problems.push(problem(Field::Headers, HeaderFault::TooMany(headers.len())));
    }
    let length =
        |header: &Header| header.row.name.chars().count() + header.row.value.chars().count();
    let total = headers.iter().map(length).sum();
    if total > LONGEST_TOTAL {
        problems.push(problem(Field::Headers, HeaderFault::TooLarge(total)));
    }
}

fn problem(field: Field, fault: HeaderFault) -> Problem {
    Problem::new(field, Kind::Header(fault))
}

/// `names` are in lower case and sorted.
fn is_repeated(names: &[String], name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let first = names.partition_point(|other| *other < name);
    names.get(first + 1) == Some(&name)
}

fn value_faults(value: &str) -> Vec<ValueFault> {
    if value.trim().is_empty() {
        return vec![ValueFault::Missing];
    }
    let is_break = |c: char| matches!(c, '\r' | '\n');
    let length = value.chars().count();
    let rules = [
        (value.contains(is_break), ValueFault::LineBreak),
        (
            value.contains(|c: char| c.is_control() && !is_break(c)),
            ValueFault::ControlCharacter,
        ),
        (
            value.starts_with(' ') || value.ends_with(' '),
            ValueFault::OuterWhiteSpace,
        ),
        (
            value.contains(|c: char| !c.is_ascii() && !c.is_control()),
            ValueFault::NotAscii,
        ),
        (length > LONGEST_VALUE, ValueFault::TooLong(length)),
    ];
    rules
        .into_iter()
        .filter_map(|(broken, fault)| broken.then_some(fault))
        .collect()
}
