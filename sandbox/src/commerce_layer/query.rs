use std::cmp::Ordering;

use serde_json::Value;
use url::form_urlencoded;

use super::{
    filter::Filter,
    record::{Kind, Record},
    refusal::Refusal,
};

/// Commerce Layer contract, section 5.1.
const DEFAULT_SIZE: usize = 10;
const LARGEST_SIZE: usize = 25;

/// `page[number]` and `page[size]`, both at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    pub number: usize,
    pub size: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct SortKey {
    attribute: &'static str,
    descending: bool,
}

/// What the query of an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query {
    pub page: Page,
    sort: Vec<SortKey>,
    filters: Vec<Filter>,
    /// `fields[<type>]` for the type that is answered; without it every field.
    fields: Option<Vec<String>>,
    /// Everything but the page, for the links.
    others: Vec<(String, String)>,
}

impl Query {
    /// The query of a list.
    pub fn of_list(kind: Kind, text: &str) -> Result<Self, Refusal> {
        let mut query = Self::empty();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            match parts(&name).as_slice() {
                ["page", "number"] => query.page.number = page_value("number", &value)?,
                ["page", "size"] => query.page.size = page_value("size", &value)?,
                ["sort"] => query.sort = sort_keys(kind, &value)?,
                ["filter", "q", predicate] => {
                    query.filters.push(Filter::parse(kind, predicate, &value)?);
                }
                ["filter", ..] => return Err(Refusal::InvalidFilterSyntax(name.into_owned())),
                other => query.take_common(kind, &name, other, &value)?,
            }
            if !name.starts_with("page[") {
                query.others.push((name.into_owned(), value.into_owned()));
            }
        }
        if query.page.size > LARGEST_SIZE {
            return Err(Refusal::PageTooLarge);
        }
        Ok(query)
    }

    /// The query of one resource.
    pub fn of_one(kind: Kind, text: &str) -> Result<Self, Refusal> {
        let mut query = Self::empty();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            query.take_common(kind, &name, &parts(&name), &value)?;
        }
        Ok(query)
    }

    fn empty() -> Self {
        Self {
            page: Page {
                number: 1,
                size: DEFAULT_SIZE,
            },
            sort: Vec::new(),
            filters: Vec::new(),
            fields: None,
            others: Vec::new(),
        }
    }

    /// The parameters that a list and a single resource have in common.
    fn take_common(
        &mut self,
        kind: Kind,
        name: &str,
        parts: &[&str],
        value: &str,
    ) -> Result<(), Refusal> {
        match parts {
            ["fields", resource] => {
                let fields = fields(resource, value)?;
                if *resource == kind.name() {
                    self.fields = Some(fields);
                }
                Ok(())
            }
            ["include"] => Err(Refusal::InvalidInclude(value.to_owned(), kind.name())),
            _ => Err(Refusal::ParamNotAllowed(name.to_owned())),
        }
    }

    /// Whether an attribute or a relationship belongs in the answer.
    pub fn wants(&self, field: &str) -> bool {
        self.fields
            .as_ref()
            .is_none_or(|fields| fields.iter().any(|known| known == field))
    }

    /// The records that fit, in the order asked for; else in that of their creation.
    pub fn select<'a>(&self, records: impl Iterator<Item = &'a Record>) -> Vec<&'a Record> {
        let mut records: Vec<&Record> = records
            .filter(|record| self.filters.iter().all(|filter| filter.fits(record)))
            .collect();
        if self.sort.first().is_some_and(|key| key.descending) {
            // Of those with one time, the last to come is the newest.
            records.reverse();
        }
        records.sort_by(|left, right| {
            let keys = self.sort.iter().map(|key| {
                let order = order(&left.value(key.attribute), &right.value(key.attribute));
                if key.descending {
                    order.reverse()
                } else {
                    order
                }
            });
            keys.fold(Ordering::Equal, Ordering::then)
        });
        records
    }

    /// The query of another page, with brackets as they are, as links show it.
    pub fn text_for_page(&self, number: usize) -> String {
        let others = self.others.iter();
        let mut text: String = others
            .map(|(name, value)| format!("{name}={value}&"))
            .collect();
        text.push_str(&format!(
            "page[number]={number}&page[size]={}",
            self.page.size
        ));
        text
    }
}

/// `filter[q][topic_eq]` as `filter`, `q`, `topic_eq`.
fn parts(name: &str) -> Vec<&str> {
    match name.split_once('[') {
        Some((first, rest)) if rest.ends_with(']') => {
            let rest = rest[..rest.len() - 1].split("][");
            std::iter::once(first).chain(rest).collect()
        }
        _ => vec![name],
    }
}

fn page_value(name: &'static str, value: &str) -> Result<usize, Refusal> {
    let number = value.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| Refusal::InvalidPageValue(name, value.to_owned()))
}

fn sort_keys(kind: Kind, value: &str) -> Result<Vec<SortKey>, Refusal> {
    let keys = value.split(',').map(|given| {
        let name = given.strip_prefix('-').unwrap_or(given);
        let attribute = kind.sortable().iter().find(|known| **known == name);
        attribute
            .map(|attribute| SortKey {
                attribute,
                descending: given.starts_with('-'),
            })
            .ok_or_else(|| Refusal::InvalidSort(name.to_owned(), kind.name()))
    });
    keys.collect()
}

fn fields(resource: &str, value: &str) -> Result<Vec<String>, Refusal> {
    let kind = Kind::ALL
        .into_iter()
        .find(|kind| kind.name() == resource)
        .ok_or_else(|| Refusal::InvalidResource(resource.to_owned()))?;
    let names = value.split(',').filter(|name| !name.is_empty());
    names
        .map(|name| {
            let known = kind.attributes().iter().chain(kind.relationships(true));
            match known.into_iter().any(|known| *known == name) {
                true => Ok(name.to_owned()),
                false => Err(Refusal::InvalidField(name.to_owned(), kind.name())),
            }
        })
        .collect()
}

/// Nothing comes last, as in the database behind the platform.
fn order(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::String(left), Value::String(right)) => left.cmp(right),
        (Value::Number(left), Value::Number(right)) => {
            let numbers = (left.as_f64(), right.as_f64());
            numbers.0.partial_cmp(&numbers.1).unwrap_or(Ordering::Equal)
        }
        (Value::Null, Value::Null) => Ordering::Equal,
        (Value::Null, _) => Ordering::Greater,
        (_, Value::Null) => Ordering::Less,
        _ => Ordering::Equal,
    }
}
