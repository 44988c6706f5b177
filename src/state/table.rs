//! Which rows of the wall are seen, and in which order.

use std::cmp::Ordering;

use super::fold::fold;
use super::route::{Column, Direction, Filter, Only, View};
use crate::subscription::{Health, Instant, Platform, Row, Subscription};

/// A row of one connection, as the wall orders it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WallRow {
    /// The connection's number and the row's place or id: stable while the row is the same subscription.
    pub key: RowKey,
    pub platform: Platform,
    pub connection: String,
    pub row: Row,
    /// The event in plain words, which search and sort go by as well.
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowKey {
    Subscription { live: usize, id: String },
    Unreadable { live: usize, position: usize },
}

impl std::fmt::Display for RowKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Subscription { live, id } => write!(out, "{live}/{id}"),
            // An id is never empty where it is read, and never begins with a slash of ours.
            Self::Unreadable { live, position } => write!(out, "{live}//{position}"),
        }
    }
}

/// Filters and sorts. Rows that are equal in the chosen column keep the platform's order.
pub fn arrange(rows: Vec<WallRow>, view: &View) -> Vec<WallRow> {
    let needle = fold(view.search.trim());
    let mut rows: Vec<WallRow> = rows
        .into_iter()
        .filter(|row| view.only == Only::All || row.health().is_some_and(Health::is_trouble))
        .filter(|row| {
            Filter::ALL
                .into_iter()
                .all(|filter| row.passes(filter, view))
        })
        .filter(|row| needle.is_empty() || row.matches(&needle))
        .collect();
    rows.sort_by(|one, other| match view.sort {
        None => other.needs_attention().cmp(&one.needs_attention()),
        Some((column, Direction::Ascending)) => compare(one, other, column),
        Some((column, Direction::Descending)) => compare(other, one, column),
    });
    if view.grouped {
        // Stable: within a connection the order stays.
        rows.sort_by_key(|row| row.key.live());
    }
    rows
}

impl RowKey {
    pub const fn live(&self) -> usize {
        match self {
            Self::Subscription { live, .. } | Self::Unreadable { live, .. } => *live,
        }
    }
}

impl WallRow {
    fn subscription(&self) -> Option<&Subscription> {
        self.row.subscription()
    }

    /// The row without the moment of its reading, which changes with every refresh.
    #[must_use]
    pub fn without_moment(mut self) -> Self {
        if let Row::Subscription(subscription) = &mut self.row {
            subscription.reading.at = Instant::default();
        }
        self
    }

    pub fn health(&self) -> Option<Health> {
        self.subscription()
            .map(|subscription| subscription.reading.health)
    }

    /// A row that cannot be read is as urgent as one that fails: nobody knows what it does.
    fn needs_attention(&self) -> bool {
        self.health().is_none_or(Health::is_trouble)
    }

    /// What a filter goes by: the words that its menu offers.
    pub fn traits(&self, filter: Filter) -> Vec<String> {
        match filter {
            Filter::Platform => vec![self.platform.key().to_owned()],
            Filter::Connection => vec![self.connection.clone()],
            Filter::Health => self
                .health()
                .map(|health| health.key().to_owned())
                .into_iter()
                .collect(),
            Filter::Event => self
                .subscription()
                .map(|row| row.events.clone())
                .unwrap_or_default(),
        }
    }

    fn passes(&self, filter: Filter, view: &View) -> bool {
        let wanted = &view.filters[filter as usize];
        wanted.is_empty() || self.traits(filter).contains(wanted)
    }

    fn matches(&self, needle: &str) -> bool {
        let mut texts = vec![self.label.as_str(), self.connection.as_str()];
        match &self.row {
            Row::Unreadable { raw, .. } => texts.push(raw),
            Row::Subscription(subscription) => {
                texts.push(&subscription.id);
                texts.extend(subscription.events.iter().map(String::as_str));
                texts.extend(subscription.endpoint.as_deref());
            }
        }
        fold(&texts.join("\n")).contains(needle)
    }
}

fn compare(one: &WallRow, other: &WallRow, column: Column) -> Ordering {
    let endpoint = |row: &WallRow| row.subscription().and_then(|s| s.endpoint.clone());
    let created = |row: &WallRow| row.subscription().and_then(|s| s.created);
    match column {
        Column::Event => one.label.cmp(&other.label),
        Column::Endpoint => endpoint(one).cmp(&endpoint(other)),
        Column::Health => one.health().cmp(&other.health()),
        Column::Created => created(one).cmp(&created(other)),
        Column::Connection => one.connection.cmp(&other.connection),
    }
}
