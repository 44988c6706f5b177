use std::cmp::Ordering;

use serde_json::Value;

use super::{
    record::{Kind, Record},
    refusal::Refusal,
};

/// The matchers of the Commerce Layer contract, section 5.3, that the console and the vendor's own
/// programs use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Matcher {
    Eq,
    NotEq,
    In,
    Cont,
    Start,
    Lt,
    Lteq,
    Gt,
    Gteq,
    Null,
}

impl Matcher {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "eq" => Self::Eq,
            "not_eq" => Self::NotEq,
            "in" => Self::In,
            "cont" => Self::Cont,
            "start" => Self::Start,
            "lt" => Self::Lt,
            "lteq" => Self::Lteq,
            "gt" => Self::Gt,
            "gteq" => Self::Gteq,
            "null" => Self::Null,
            _ => return None,
        })
    }
}

/// `filter[q][<attribute>_<matcher>]=<value>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filter {
    attribute: &'static str,
    matcher: Matcher,
    value: String,
}

impl Filter {
    pub fn parse(kind: Kind, predicate: &str, value: &str) -> Result<Self, Refusal> {
        kind.filterable()
            .iter()
            .find_map(|attribute| {
                let matcher = predicate.strip_prefix(attribute)?.strip_prefix('_')?;
                Some(Self {
                    attribute,
                    matcher: Matcher::parse(matcher)?,
                    value: value.to_owned(),
                })
            })
            .ok_or_else(|| Refusal::FilterNotAllowed(predicate.to_owned()))
    }

    pub fn fits(&self, record: &Record) -> bool {
        let stored = record.value(self.attribute);
        let order = || compare(&stored, &self.value);
        let text = || stored.as_str().unwrap_or_default();
        match self.matcher {
            Matcher::Eq => order() == Some(Ordering::Equal),
            // As in SQL, what is not there is not unequal either.
            Matcher::NotEq => order().is_some_and(Ordering::is_ne),
            Matcher::In => {
                let mut values = self.value.split(',');
                values.any(|value| compare(&stored, value) == Some(Ordering::Equal))
            }
            Matcher::Cont => text().to_lowercase().contains(&self.value.to_lowercase()),
            Matcher::Start => text().starts_with(&self.value),
            Matcher::Lt => order().is_some_and(Ordering::is_lt),
            Matcher::Lteq => order().is_some_and(Ordering::is_le),
            Matcher::Gt => order().is_some_and(Ordering::is_gt),
            Matcher::Gteq => order().is_some_and(Ordering::is_ge),
            Matcher::Null => stored.is_null() == (self.value == "true"),
        }
    }
}

/// Compares a stored value with one of the query: times are compared as the strings they are, since
/// all have one form.
fn compare(stored: &Value, given: &str) -> Option<Ordering> {
    match stored {
        Value::String(text) => Some(text.as_str().cmp(given)),
        Value::Number(number) => number.as_f64()?.partial_cmp(&given.parse().ok()?),
        _ => None,
    }
}
