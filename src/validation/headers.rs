//! The rules for custom headers, whichever view they were typed in.

use super::header_json::{self, Entry};
use super::header_name::{self, NameFault};
use super::header_value::{self, ValueFault};
use super::{Field, JsonProblem, Kind, Problem};
use crate::subscription::{HeaderRow, HeadersDraft, Secret};

pub use super::header_json::{json_to_rows, rows_to_json};

/// Limits of our own (no platform documents any), within what common servers accept for all headers of a request.
pub const MOST_HEADERS: usize = 20;
/// Characters in all names and values together.
pub const LONGEST_TOTAL: usize = 8_192;

/// Whether the platform sends custom headers, and which names it sets itself (in lower case), beside those of HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderRule {
    NotOffered,
    Offered { reserved: &'static [&'static str] },
}

/// Headers that may be sent, in the order typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<HeaderRow>);

impl Headers {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|row| (row.name.as_str(), row.value.expose()))
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

impl HeaderFault {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotOffered => "headers-not-offered",
            Self::Name(fault) => fault.code(),
            Self::Value(fault) => fault.code(),
            Self::TooMany(_) => "headers-too-many",
            Self::TooLarge(_) => "headers-too-large",
        }
    }
}

/// One header as typed, with the fields that its problems stand at.
struct Header {
    name: String,
    value: Result<Secret, JsonProblem>,
    at_name: Field,
    at_value: Field,
}

pub(super) fn check(draft: &HeadersDraft, rule: HeaderRule) -> Result<Headers, Vec<Problem>> {
    let headers = read(draft).map_err(|problem| vec![problem]);
    let problems = match (&headers, rule) {
        (Ok(headers), HeaderRule::Offered { reserved }) => judge(headers, reserved),
        (Err(problems), HeaderRule::Offered { .. }) => problems.clone(),
        (Ok(headers), HeaderRule::NotOffered) if headers.is_empty() => Vec::new(),
        (_, HeaderRule::NotOffered) => vec![problem(Field::Headers, HeaderFault::NotOffered)],
    };
    if problems.is_empty() {
        let headers = headers.unwrap_or_default();
        Ok(Headers(
            headers.into_iter().filter_map(Header::row).collect(),
        ))
    } else {
        Err(problems)
    }
}

impl Header {
    fn of_row((index, row): (usize, &HeaderRow)) -> Self {
        Self {
            name: row.name.clone(),
            value: Ok(row.value.clone()),
            at_name: Field::HeaderName(index),
            at_value: Field::HeaderValue(index),
        }
    }

    fn of_entry(entry: Entry) -> Self {
        Self {
            name: entry.name,
            value: entry.value,
            at_name: Field::HeadersJson(entry.name_place),
            at_value: Field::HeadersJson(entry.value_place),
        }
    }

    fn row(self) -> Option<HeaderRow> {
        let (name, value) = (self.name, self.value.ok()?);
        Some(HeaderRow { name, value })
    }

    fn is_empty(&self) -> bool {
        self.name.is_empty() && self.value.as_ref().is_ok_and(Secret::is_empty)
    }

    /// Characters of name and value.
    fn length(&self) -> usize {
        let value = self.value.as_ref().map_or("", Secret::expose);
        self.name.chars().count() + value.chars().count()
    }
}

/// The headers of a draft without empty rows; a problem where the JSON text has no object to take them from.
fn read(draft: &HeadersDraft) -> Result<Vec<Header>, Problem> {
    let mut headers: Vec<Header> = match draft {
        HeadersDraft::Rows(rows) => rows.iter().enumerate().map(Header::of_row).collect(),
        HeadersDraft::Json(text) => {
            let entries = header_json::read(text.expose()).map_err(|found| {
                let field = Field::HeadersJson(found.place);
                Problem::new(field, Kind::Json(found))
            })?;
            entries.into_iter().map(Header::of_entry).collect()
        }
    };
    headers.retain(|header| !header.is_empty());
    Ok(headers)
}

fn judge(headers: &[Header], reserved: &[&'static str]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for header in headers {
        let mut faults = header_name::faults(&header.name, reserved);
        if !header.name.is_empty() && is_repeated(headers, &header.name) {
            faults.push(NameFault::Repeated);
        }
        let at_name = |fault| problem(header.at_name.clone(), HeaderFault::Name(fault));
        problems.extend(faults.into_iter().map(at_name));
        problems.extend(value_problems(header));
    }
    let total = headers.iter().map(Header::length).sum();
    if headers.len() > MOST_HEADERS {
        problems.push(problem(Field::Headers, HeaderFault::TooMany(headers.len())));
    }
    if total > LONGEST_TOTAL {
        problems.push(problem(Field::Headers, HeaderFault::TooLarge(total)));
    }
    problems
}

fn value_problems(header: &Header) -> Vec<Problem> {
    let at_value = |kind| Problem::new(header.at_value.clone(), kind);
    match &header.value {
        Ok(value) => {
            let faults = header_value::faults(value.expose()).into_iter();
            faults
                .map(|fault| at_value(Kind::Header(HeaderFault::Value(fault))))
                .collect()
        }
        Err(found) => vec![at_value(Kind::Json(found.clone()))],
    }
}

fn problem(field: Field, fault: HeaderFault) -> Problem {
    Problem::new(field, Kind::Header(fault))
}

/// `names` are in lower case and sorted.
fn is_repeated(headers: &[Header], name: &str) -> bool {
    headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case(name))
        .count()
        > 1
}
